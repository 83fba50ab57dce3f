import type { Condition, Statement } from "../../document/policy-node.ts";
import { compilePrincipal, principalGrant } from "../../match/compile-principal.ts";
import { noGrant } from "../../principal/grant.ts";
import { actionName } from "../../request/action-name.ts";
import type { DecisionFacts } from "../../request/facts.ts";
import { knownValue } from "../../request/known-value.ts";
import { createQuery } from "../../request/query.ts";
import type { ContextValue, RequestContext } from "../../request/request.ts";
import { isSettled } from "../principal-keys.ts";
import { conditionList } from "./condition-list.ts";

/** Principals that nothing but condition keys tells apart. */
export interface PrincipalClass {
  /** As reports call it: an ARN, a service, `anonymous`, or a few words. */
  readonly name: string;
  /** Stands for the class where a principal element is read. */
  readonly example: string;
  readonly facts: DecisionFacts;
  /** The keys of the principal that have the same value throughout the class. */
  readonly context: RequestContext;
  /** The keys of the principal that the whole class lacks, in lower case. */
  readonly absent: readonly string[];
  /** What the other keys of the principal fulfil. */
  readonly conditions: readonly Condition[];
  /** The only actions such principals can call, in lower case; all when absent. */
  readonly actions?: readonly string[];
}

/** The keys that say who makes a request [IAM User Guide, reference_policies_condition-keys, 2025], in lower case. */
export const principalKeys: readonly string[] = [
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principaltype",
  "aws:username",
  "aws:userid",
  "aws:principalisawsservice",
  "aws:principalservicename",
  "aws:principalservicenameslist",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:assumedroot",
];

/** Under this action every text that names an identity provider is read as one. */
const neutralAction = "sts:AssumeRoleWithWebIdentity";
const providerActions = ["sts:assumerolewithsaml", "sts:assumerolewithwebidentity"];
const serviceKeys = ["aws:principalservicename", "aws:principalservicenameslist"];

/** One principal: an ARN, a service, an identity provider or `anonymous`. */
export function namedPrincipal(example: string, facts: DecisionFacts = {}, name = example): PrincipalClass {
  const query = createQuery(example, { action: neutralAction, resource: "*" }, actionName(neutralAction), facts);
  const context: Record<string, ContextValue> = {};
  const absent: string[] = [];
  for (const key of principalKeys) {
    const value = knownValue({ principal: example, request: { action: neutralAction, resource: "*" }, facts }, key);
    if (value !== undefined) context[key] = value;
    else if (isSettled(key, query.caller, facts)) absent.push(key);
  }
  const federated = query.caller.kind === "identityProvider";
  return { name, example, facts, context, absent, conditions: [], ...(federated && { actions: providerActions }) };
}

/** Any service but those that a policy names. */
export function otherService(): PrincipalClass {
  const { "aws:principalservicename": _, "aws:principalservicenameslist": __, ...context } = otherServiceKeys;
  const { absent } = namedPrincipal(exampleService);
  return { name: "another AWS service", example: exampleService, facts: {}, context, absent, conditions: [] };
}

const exampleService = "any-service.amazonaws.com";
const otherServiceKeys: RequestContext = namedPrincipal(exampleService).context;

const isMember: RequestContext = { "aws:principalisawsservice": "false" };
/** `aws:PrincipalType` of principals that belong to accounts [IAM User Guide, reference_policies_condition-keys, 2025]. */
const memberTypes = { "aws:PrincipalType": ["Account", "User", "AssumedRole", "FederatedUser"] };
const anyName = "any-principal-that-no-policy-names";

/** The principals of an account but for those with these ARNs. */
export function membersOf(account: string, named: readonly string[]): PrincipalClass {
  return {
    name: `a principal of account ${account}`,
    example: `arn:aws:iam::${account}:user/${anyName}`,
    facts: {},
    context: { ...isMember, "aws:principalaccount": account },
    absent: serviceKeys,
    conditions: conditionList({
      ArnLike: { "aws:PrincipalArn": [`arn:*:*:*:${account}:*`] },
      StringNotEquals: { "aws:PrincipalArn": named },
      StringEquals: memberTypes,
    }),
  };
}

/** The principals of all accounts but these; `example` is one of the others. */
export function membersOfOthers(
  example: string,
  accounts: readonly string[],
  facts: DecisionFacts = {},
): PrincipalClass {
  return {
    name: "a principal of another account",
    example: `arn:aws:iam::${example}:user/${anyName}`,
    facts,
    context: isMember,
    absent: serviceKeys,
    conditions: conditionList({
      StringNotEquals: { "aws:PrincipalAccount": accounts },
      StringEquals: memberTypes,
      ArnNotLike: { "aws:PrincipalArn": accounts.map((account) => `arn:*:*:*:${account}:*`) },
    }),
  };
}

/** Whoever holds an identity policy. */
export const holder: PrincipalClass = {
  name: "the principal",
  example: `arn:aws:iam::000000000000:user/${anyName}`,
  facts: {},
  context: isMember,
  absent: serviceKeys,
  conditions: conditionList({ StringEquals: memberTypes }),
};

/** Whether the principal element of a statement covers the class; without one it covers everybody. */
export function isCovered({ principal, effect }: Statement, { example, facts }: PrincipalClass): boolean {
  if (principal === undefined) return true;
  const query = createQuery(example, { action: neutralAction, resource: "*" }, actionName(neutralAction), facts);
  return principalGrant(compilePrincipal(principal, effect), query) !== noGrant;
}
