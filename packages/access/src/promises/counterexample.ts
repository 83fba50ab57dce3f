import { type Decision, decisionRules } from "@castellan/policy";
import type { EstateView } from "../questions/estate-view.ts";
import { type Grant, grantInWords, holdersOf } from "../questions/grant.ts";
import type { HeldRequest } from "./grant-proofs.ts";
import type { Counterexample } from "./promise-result.ts";

/** The request that a grant allows against a promise. */
export function counterexampleOf(grant: Grant, { refutation, holder }: HeldRequest, view: EstateView): Counterexample {
  const { request, decision } = refutation;
  const { action, resource, context } = request;
  const set =
    grant.kind === "permissionSet"
      ? view.estate.permissionSets.find(({ name }) => name === grant.permissionSet)
      : undefined;
  return {
    who: holder ?? holderOf(grant, view),
    via: grantInWords(grant),
    account: grant.account,
    ...(grant.kind === "permissionSet" ? { permissionSet: grant.permissionSet } : {}),
    action,
    resource,
    ...(context === undefined ? {} : { context }),
    because: becauseInWords(decision),
    ...(grant.source === undefined ? {} : { source: grant.source }),
    ...(set?.source === undefined ? {} : { setSource: set.source }),
  };
}

/** Somebody who holds a grant. */
export function holderOf(grant: Grant, view: EstateView): string {
  return holdersOf(grant, view.estate)[0] ?? "nobody yet";
}

/** What decided, in words: `PowerUserAccess, statement 1 allows it`. */
export function becauseInWords(decision: Decision): string {
  const [first] = decision.because;
  if (first === undefined) return decisionRules[decision.rule];
  const name = first.sid === undefined ? `statement ${first.index + 1}` : `statement ${first.index + 1} (${first.sid})`;
  return `${first.policyId}, ${name} ${first.effect === "Deny" ? "denies" : "allows"} it`;
}
