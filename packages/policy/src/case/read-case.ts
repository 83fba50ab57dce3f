import type { Diagnostic } from "../diagnostic.ts";
import type { Outcome } from "../decide/decision.ts";
import type { DecisionFacts } from "../request/facts.ts";
import type { CasePolicy, DecisionCase } from "./decision-case.ts";

/** A case, or what is wrong with it. */
export type ReadCase =
  | { readonly kind: "case"; readonly case: DecisionCase }
  | { readonly kind: "invalid"; readonly diagnostics: readonly Diagnostic[] };

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, { readonly check: Check; readonly wanted: string; readonly required?: boolean }>>;

const outcomes: readonly Outcome[] = ["Allowed", "ExplicitDeny", "ImplicitDeny"];

const isText: Check = (value) => typeof value === "string";
const isRecord: Check = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isPolicy: Check = (value) => isText(value) || isRecord(value);
const isScalar: Check = (value) => ["string", "number", "boolean"].includes(typeof value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isContext: Check = (value) =>
  isRecord(value) && Object.values(value as object).every((item) => isScalar(item) || listOf(isScalar)(item));

const caseShape: Shape = {
  id: { check: isText, wanted: "a string", required: true },
  principal: { check: isText, wanted: "an ARN, a service name or `anonymous`", required: true },
  request: { check: isRecord, wanted: "an object", required: true },
  policies: { check: isRecord, wanted: "an object" },
  facts: { check: isRecord, wanted: "an object" },
  expected: {
    check: (value) => outcomes.some((outcome) => outcome === value),
    wanted: "`Allowed`, `ExplicitDeny` or `ImplicitDeny`",
  },
};

const requestShape: Shape = {
  action: { check: isText, wanted: "`service:Action`", required: true },
  resource: { check: isText, wanted: "an ARN or `*`", required: true },
  resourceAccount: { check: isText, wanted: "an account id" },
  context: { check: isContext, wanted: "an object from keys to values or lists of values" },
};

const isFlag: Check = (value) => typeof value === "boolean";
const isTexts: Check = (value) => isRecord(value) && Object.values(value as object).every(isText);
const isFlags: Check = (value) => isRecord(value) && Object.values(value as object).every(isFlag);

const text = { check: isText, wanted: "a string" };
const flag = { check: isFlag, wanted: "`true` or `false`" };
const texts = { check: listOf(isText), wanted: "a list of strings" };

const factsShape: Readonly<Record<keyof DecisionFacts, Shape[string]>> = {
  principalId: text,
  principalTags: { check: isTexts, wanted: "an object from tag keys to values" },
  roleArn: text,
  federatedUserParentArn: text,
  canonicalUserId: text,
  managementAccount: flag,
  resourceManagementAccount: flag,
  serviceLinkedRole: flag,
  sessionToken: flag,
  assumedRoot: flag,
  multiFactorAuthPresent: flag,
  multiFactorAuthAgeSeconds: { check: (value) => typeof value === "number", wanted: "a number of seconds" },
  sourceIdentity: text,
  federatedProvider: text,
  principalOrgId: text,
  principalOrgPaths: texts,
  resourceOrgId: text,
  resourceOrgPaths: texts,
  awsManagedKey: flag,
  gatewayEndpoint: flag,
  blockPublicAccess: { check: isFlags, wanted: "an object from switches to `true` or `false`" },
};

const policy = { check: isPolicy, wanted: "a policy" };
const policies = { check: listOf(isPolicy), wanted: "a list of policies" };
const levels = { check: listOf(listOf(isPolicy)), wanted: "a list of levels, each a list of policies" };

const policiesShape: Shape = {
  identity: policies,
  resource: policy,
  boundary: policy,
  session: policies,
  scps: levels,
  rcps: levels,
  vpcEndpoint: policy,
};

/** Checks that a value of unknown origin has the shape of a decision case. */
export function readCase(value: unknown): ReadCase {
  if (!isRecord(value)) return { kind: "invalid", diagnostics: [fault("the case is not an object")] };
  const record = value as Readonly<Record<string, unknown>>;
  const diagnostics = [...faults("", record, caseShape)];
  if (isRecord(record["request"])) diagnostics.push(...faults("request.", record["request"] as object, requestShape));
  if (isRecord(record["policies"]))
    diagnostics.push(...faults("policies.", record["policies"] as object, policiesShape));
  if (isRecord(record["facts"])) diagnostics.push(...faults("facts.", record["facts"] as object, factsShape));
  // Every member that is read later has been checked above.
  return diagnostics.length > 0 ? { kind: "invalid", diagnostics } : { kind: "case", case: value as DecisionCase };
}

function faults(path: string, record: object, shape: Shape): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [name, { check, wanted, required }] of Object.entries(shape)) {
    const value: unknown = Object.hasOwn(record, name) ? record[name as keyof typeof record] : undefined;
    if (value === undefined && required === true) found.push(fault(`\`${path}${name}\` is missing`, `give ${wanted}`));
    if (value !== undefined && value !== null && !check(value))
      found.push(fault(`\`${path}${name}\` has the wrong form`, `it must be ${wanted}`));
  }
  return found;
}

function fault(message: string, help?: string): Diagnostic {
  return { code: "CST1050", severity: "error", message, ...(help !== undefined && { help }) };
}

/** The text of a policy in a case. */
export function policyText(casePolicy: CasePolicy): string {
  return typeof casePolicy === "string" ? casePolicy : JSON.stringify(casePolicy);
}
