import type { Condition, Policy } from "../../document/policy-node.ts";
import { kindRules } from "../../document/kind-rules.ts";
import { matchesGlob } from "../../pattern/glob.ts";
import { fullArn } from "./full-arn.ts";
import { completeFields, splitArnPattern } from "../../pattern/arn-pattern.ts";
import { accountsIn, otherAccount } from "./named-principals.ts";

/** Whose resources have to be asked about so that nothing is missed. */
export interface ResourceUniverse {
  readonly partitions: readonly string[];
  readonly owners: readonly string[];
  /** Why these may not be all. */
  readonly gaps: readonly string[];
}

const partitionField = 1;
const accountField = 4;

/** AWS's partitions [IAM User Guide, reference-arns, 2025; the SDK's partitions.json, 2026]. */
const knownPartitions: readonly string[] = [
  "aws",
  "aws-cn",
  "aws-us-gov",
  "aws-eusc",
  "aws-iso",
  "aws-iso-b",
  "aws-iso-e",
  "aws-iso-f",
];

/** The partitions and owners that policies and patterns tell apart; one more account stands for all others. */
export function resourceUniverse(policies: readonly Policy[], patterns: readonly string[] = []): ResourceUniverse {
  const arns = [...policies.flatMap(fieldsOf), ...patterns.map(splitArnPattern)];
  const partitions = unique(arns.flatMap((fields) => partitionsOf(fields[partitionField] ?? "*")));
  const accounts = unique([
    ...arns.flatMap((fields) => namedIn(fields[accountField])),
    ...(policies.some(testsOwner) ? accountsIn(policies) : []),
  ]).filter((account) => /^\d{12}$/.test(account));
  const gaps = arns.flatMap((fields) => (isPartial(fields[accountField]) ? [gap(fields.join(":"))] : []));
  return {
    partitions: partitions.length === 0 ? ["aws"] : partitions,
    owners: [otherAccount(accountsIn(policies).concat(accounts)), ...accounts],
    gaps: unique([...gaps, ...policies.flatMap(ownerGaps), ...policies.flatMap(strayResources)]),
  };
}

const gap = (pattern: string): string => `\`${pattern}\` has a part of an account id`;

const resourcesOf = ({ statements }: Policy): readonly string[] =>
  statements.flatMap(({ resource }) => resource?.patterns.map(({ value }) => fullArn(value)) ?? []);

function fieldsOf(policy: Policy): readonly (readonly string[])[] {
  return resourcesOf(policy)
    .map(splitArnPattern)
    .filter(([prefix]) => prefix === "arn")
    .map((fields) => completeFields(fields, kindRules[policy.kind].incompleteArn) ?? fields);
}

/** A field that names one thing; `*`, nothing and patterns name none. */
const namedIn = (field: string | undefined): readonly string[] =>
  field === undefined || field === "" || /[*?]/.test(field) ? [] : [field];

const isPartial = (field: string | undefined): boolean =>
  field !== undefined && /[*?]/.test(field) && !/^\*+$/.test(field);

function partitionsOf(field: string): readonly string[] {
  return isPartial(field) ? knownPartitions.filter((partition) => matchesGlob(field, partition)) : namedIn(field);
}

/** What a statement is about where services have forms of their own. */
function strayResources(policy: Policy): readonly string[] {
  return resourcesOf(policy).flatMap((value) =>
    value === "*" || value.startsWith("arn:") ? [] : [`\`${value}\` is not an ARN`],
  );
}

const isOwnerKey = ({ key }: Condition): boolean => key.value.toLowerCase() === "aws:resourceaccount";
const conditionsOf = ({ statements }: Policy): readonly Condition[] =>
  statements.flatMap(({ conditions }) => conditions);

function testsOwner(policy: Policy): boolean {
  return /aws:resourceaccount/i.test(policy.source.text);
}

function ownerGaps(policy: Policy): readonly string[] {
  return conditionsOf(policy)
    .filter(isOwnerKey)
    .flatMap(({ values }) => values)
    .flatMap(({ value }) => (isPartial(value) ? [gap(value)] : []));
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
