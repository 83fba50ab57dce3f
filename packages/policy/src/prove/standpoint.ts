import type { Caller } from "../principal/caller.ts";
import { actionName } from "../request/action-name.ts";
import type { DecisionFacts } from "../request/facts.ts";
import { otherName } from "../request/derived-keys.ts";
import { knownValue } from "../request/known-value.ts";
import { createQuery, type Query } from "../request/query.ts";
import type { ContextValue } from "../request/request.ts";
import { isSettled } from "./principal-keys.ts";
import type { ProofSide, Region } from "./question.ts";

/** A key that every request of the question has with this value, or lacks. */
export interface Settled {
  readonly value: ContextValue | undefined;
}

/** From where a side looks at requests: who makes them and what is known of all of them. */
export interface Standpoint {
  readonly side: ProofSide;
  readonly caller: Caller;
  readonly facts: DecisionFacts;
  /** KMS keys without a policy are taken to leave the decision to the account. */
  readonly keysDelegate: boolean;
  /** A request of which only the caller is known. */
  readonly query: Query;
  /** What is settled about a key, given in lower case; undefined when it is free. */
  settledOf(key: string): Settled | undefined;
  /** Whether a key has a value even when a request does not give it. */
  isDerived(key: string): boolean;
  /** A request for an action as far as it is known; in the principal's own account, or in another. */
  queryOf(action: string, sameAccount: boolean): Query;
}

/** Under this action every text that names an identity provider is read as one. */
const neutralAction = "sts:AssumeRoleWithWebIdentity";
/** Keys that have a value when a request does not say, but may have another. */
const chosenByRequests: ReadonlySet<string> = new Set(["aws:viaawsservice", "aws:resourceaccount"]);
const noFacts: DecisionFacts = {};
/** An account id that no account has. */
const nobodys = "000000000000";
/** An account id that AWS's documents use for an account of somebody else. */
export const foreignAccount = "111122223333";

/** The name under which the prover knows a key: iam:ResourceTag is another name of aws:ResourceTag. */
export function keyOf(name: string): string {
  const lower = name.toLowerCase();
  return otherName(lower) ?? lower;
}

/** The standpoint of a side in a region. */
export function standpointOf(side: ProofSide, region: Region): Standpoint {
  const facts = side.facts ?? noFacts;
  const queryOf = (action: string, sameAccount: boolean): Query => {
    const request = { action, resource: "*", ...(sameAccount ? {} : { resourceAccount: nobodys }) };
    return createQuery(side.principal, request, actionName(action), facts, side.policies.boundary !== undefined);
  };
  const query = queryOf(neutralAction, true);
  const { caller } = query;
  const given = new Map(Object.entries(region.context ?? {}).map(([key, value]) => [keyOf(key), value]));
  const absent = new Set(region.absent?.map(keyOf));
  const free = new Set(region.free?.map(keyOf));
  const derivedOf = (key: string): ContextValue | undefined =>
    knownValue({ principal: side.principal, request: { action: neutralAction, resource: "*" }, facts }, key);
  const settle = (key: string): Settled | undefined => {
    const value = given.get(key);
    if (value !== undefined) return { value };
    if (free.has(key) || (chosenByRequests.has(key) && !absent.has(key))) return undefined;
    const derived = derivedOf(key);
    if (derived !== undefined || absent.has(key) || isSettled(key, caller, facts)) return { value: derived };
    return undefined;
  };
  const known = new Map<string, Settled | undefined>();
  const settledOf = (key: string): Settled | undefined => {
    if (!known.has(key)) known.set(key, settle(key));
    return known.get(key);
  };
  const keysDelegate = region.keyPolicies === "delegating" && side.policies.resource === undefined;
  return {
    side,
    caller,
    facts,
    keysDelegate,
    query,
    settledOf,
    isDerived: (key) => derivedOf(key) !== undefined,
    queryOf,
  };
}
