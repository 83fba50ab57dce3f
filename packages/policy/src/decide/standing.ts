import { trustActions } from "../document/check-action.ts";
import { accountGrant, directGrant, parentGrant, type Grant } from "../principal/grant.ts";
import type { Query } from "../request/query.ts";
import type { DecisionPolicies, Verdicts } from "./collect-verdicts.ts";

/** What the verdicts amount to, in the words of AWS's evaluation logic. */
export interface Standing {
  readonly query: Query;
  readonly policies: DecisionPolicies;
  readonly verdicts: Verdicts;
  readonly sameAccount: boolean;
  /** The resource policy must allow even inside the account: a role's trust policy, a KMS key policy. */
  readonly trustOnly: boolean;
  readonly direct: boolean;
  readonly parent: boolean;
  readonly account: boolean;
  readonly identityAllows: boolean;
  readonly boundaryAllows: boolean;
  readonly sessionAllows: boolean;
}

/** Sums the verdicts up. */
export function standingOf(query: Query, policies: DecisionPolicies, verdicts: Verdicts): Standing {
  const granted = (grant: Grant): boolean => verdicts.resource.allows.some((matched) => matched.grant === grant);
  const { caller } = query;
  return {
    query,
    policies,
    verdicts,
    sameAccount: caller.account !== undefined && caller.account === query.resourceAccount,
    trustOnly: isTrustOnly(query, policies),
    direct: granted(directGrant),
    parent: granted(parentGrant),
    account: granted(accountGrant),
    identityAllows: verdicts.identity.allows.length > 0,
    boundaryAllows: verdicts.boundary === undefined || verdicts.boundary.allows.length > 0,
    // A federated user without session policies has no permissions; a role session without them is not limited.
    sessionAllows:
      verdicts.session === undefined ? caller.kind !== "federatedUser" : verdicts.session.allows.length > 0,
  };
}

const roleTrustActions: ReadonlySet<string> = new Set(trustActions);

function isTrustOnly({ action, service, arn }: Query, policies: DecisionPolicies): boolean {
  if (policies.resource?.kind === "trust") return true;
  const isRole = arn?.service === "iam" && arn.resource.startsWith("role/");
  if (roleTrustActions.has(action)) return isRole || policies.resource !== undefined;
  return service === "kms" && arn?.service === "kms" && arn.resource.startsWith("key/");
}
