import { parseIpRange } from "../../condition/ip-range.ts";
import type { Condition, Policy } from "../../document/policy-node.ts";
import { splitArnPattern } from "../../pattern/arn-pattern.ts";
import { conditionList, type ConditionMap } from "./condition-list.ts";

/** How a key keeps strangers out: the conditions that their values fulfil, given the values that a policy names. */
type Keep = (key: string, values: readonly string[], insiders: Insiders) => readonly ConditionMap[];

/** Whom strangers are not: the accounts and organizations that a policy names, or those of a zone of trust. */
export interface Insiders {
  /** Inside whether a policy names them or not. */
  readonly accounts: readonly string[];
  readonly organizations: readonly string[];
  /** Whether every account, organization, address and endpoint that a policy names is inside. */
  readonly named: boolean;
}

const isFixed = (value: string): boolean => !/[*?]|\$\{/.test(value);

const account: Keep = (key, values, { accounts, named }) => [
  { StringNotEqualsIgnoreCase: { [key]: [...accounts, ...(named ? values.filter(isFixed) : [])] } },
];
const organization: Keep = (key, values, { organizations, named }) => [
  { StringNotEqualsIgnoreCase: { [key]: [...organizations, ...(named ? values.filter(isFixed) : [])] } },
];
const organizationPaths: Keep = (key, values, { organizations, named }) => {
  const listed = named ? values.map((value) => value.split("/")[0] ?? "").filter(isFixed) : [];
  const inside = [...organizations, ...listed];
  return [{ "ForAllValues:StringNotLike": { [key]: inside.flatMap((id) => [id, `${id}/*`]) } }];
};
const place: Keep = (key, values, { named }) => [
  { StringNotEqualsIgnoreCase: { [key]: named ? values.filter(isFixed) : [] } },
];
const address: Keep = (key, values, { named }) => [{ NotIpAddress: { [key]: named ? values.filter(isNarrow) : [] } }];
const identifier: Keep = (key, values, { named }) => [
  { StringNotLike: { [key]: named ? values.filter((value) => isFixed(value.replace(/:\*$/, ""))) : [] } },
];

/** An ARN is somebody's by its account; without one only as a whole. */
const arn: Keep = (key, values, { accounts, named }) => {
  const listed = named ? values.map(accountOf).filter((id) => /^\d{12}$/.test(id)) : [];
  const inside = [...new Set([...accounts, ...listed])];
  const theirs = values.filter((value) => inside.includes(accountOf(value)) && !value.includes("${"));
  const whole = values.filter((value) => named && accountOf(value) === "" && isFixed(value));
  return [
    { ArnNotLike: { [key]: inside.map((id) => `arn:*:*:*:${id}:*`) } },
    { StringNotLike: { [key]: [...theirs, ...whole] } },
  ];
};

const accountOf = (value: string): string => splitArnPattern(value)[4] ?? "";

/** Widest ranges of `aws:SourceIp` that still limit: /8 for IPv4, /32 for IPv6 [S3 User Guide, access-control-block-public-access, 2023]. */
const widestPrefix = { 4: 8, 6: 32 } as const;

function isNarrow(value: string): boolean {
  const range = parseIpRange(value);
  return range !== undefined && range.bits >= widestPrefix[range.family];
}

/**
 * The keys whose values strangers cannot choose, in lower case
 * [S3 User Guide, access-control-block-public-access, 2023; EFS User Guide, access-control-block-public-access, 2025;
 * IAM User Guide, access-analyzer-reference-filter-keys, 2025].
 */
const trustedKeys: ReadonlyMap<string, Keep> = new Map<string, Keep>([
  ["aws:principalarn", arn],
  ["aws:principalaccount", account],
  ["aws:principalorgid", organization],
  ["aws:principalorgpaths", organizationPaths],
  ["aws:userid", identifier],
  ["aws:sourceip", address],
  ["aws:sourcearn", arn],
  ["aws:sourceaccount", account],
  ["aws:sourceowner", account],
  ["aws:sourceorgid", organization],
  ["aws:sourceorgpaths", organizationPaths],
  ["aws:sourcevpc", place],
  ["aws:sourcevpcarn", arn],
  ["aws:sourcevpce", place],
  ["aws:vpceaccount", account],
  ["aws:vpceorgid", organization],
  ["aws:vpceorgpaths", organizationPaths],
  ["kms:calleraccount", account],
  ["s3:dataaccesspointarn", arn],
  ["s3:dataaccesspointaccount", account],
  ["s3:x-amz-server-side-encryption-aws-kms-key-id", arn],
  ["lambda:sourcefunctionarn", arn],
  ["elasticfilesystem:accesspointarn", arn],
  ["elasticfilesystem:accessedviamounttarget", place],
  ["accounts.google.com:aud", place],
  ["accounts.google.com:sub", place],
  ["cognito-identity.amazonaws.com:aud", place],
  ["graph.facebook.com:app_id", place],
  ["www.amazon.com:app_id", place],
]);

/** What strangers' requests fulfil: the keys that a policy tests never have the value of an insider. */
export function strangersConditions({ statements }: Policy, insiders: Insiders): readonly Condition[] {
  const conditions = statements.flatMap((statement) => statement.conditions);
  const keys = new Set(conditions.map(({ key }) => key.value.toLowerCase()));
  return [...keys].flatMap((key) => {
    const tests = conditions.filter((condition) => condition.key.value.toLowerCase() === key);
    const values = tests.flatMap((test) => test.values.map(({ value }) => value));
    return (trustedKeys.get(key)?.(key, values, insiders) ?? []).flatMap(conditionList);
  });
}
