import type { DecisionPolicies } from "../decide/decision-policies.ts";
import type { Decision } from "../decide/decision.ts";
import type { Condition } from "../document/policy-node.ts";
import type { DecisionFacts } from "../request/facts.ts";
import type { AuthorizationRequest, RequestContext } from "../request/request.ts";

/** A principal with the policies that speak about its requests. */
export interface ProofSide {
  /** An ARN, a service name or `anonymous`. */
  readonly principal: string;
  readonly policies: DecisionPolicies;
  /** What the facts leave out is free, except what follows from the principal itself. */
  readonly facts?: DecisionFacts;
}

/** The requests asked about; everything absent is free. */
export interface Region {
  /**
   * Patterns such as `s3:Get*`, which mean actions of the catalogue, and whole names, which may be others; all
   * actions of the catalogue when absent.
   */
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  /** ARN patterns. When absent, the resources that the catalogue knows for each action; `any` for every ARN and `*`. */
  readonly resources?: readonly string[] | "any";
  /** Owners of the resource; the principal's own account when absent. */
  readonly resourceAccounts?: readonly string[];
  /**
   * What protects KMS keys where a side gives no resource policy: nothing more than was given, so that nobody
   * reaches them (`given`, also when absent), or the policy that leaves the decision to their account (`delegating`).
   */
  readonly keyPolicies?: "given" | "delegating";
  /** Keys with known values. */
  readonly context?: RequestContext;
  /** Keys known to be absent. */
  readonly absent?: readonly string[];
  /** Keys to leave free although they follow from the principal or the facts. */
  readonly free?: readonly string[];
  /** Conditions that every request asked about fulfils. */
  readonly conditions?: readonly Condition[];
}

/** A question about all requests of a region. */
export type Question = (
  | {
      /** Nothing is allowed, or everything is. */
      readonly kind: "nothing" | "everything";
      readonly side: ProofSide;
      readonly region: Region;
    }
  | {
      /** The side allows nothing that `than` does not, or both allow the same. */
      readonly kind: "noMore" | "equal";
      readonly side: ProofSide;
      readonly than: ProofSide;
      readonly region: Region;
    }
) & {
  /** Whether to tell what holds of actions that AWS may add. */
  readonly future?: boolean;
};

/** What holds of actions that AWS may add: the answer stays, or an action such as `action` would change it. */
export type FutureProof =
  | { readonly kind: "holds" }
  | { readonly kind: "mayFail"; readonly action: string }
  | { readonly kind: "undecided"; readonly reasons: readonly string[] };

/** The request that refutes, with the decisions on it. */
export interface Refutation {
  readonly kind: "refuted";
  readonly request: AuthorizationRequest;
  /** The decision of `side`. */
  readonly decision: Decision;
  /** The decision of `than`. */
  readonly otherDecision?: Decision;
  /** How many actions differ, at least. */
  readonly actions: number;
}

/** The answer, with what was taken for known. */
export type Proof = (
  | { readonly kind: "proved" }
  | Refutation
  | { readonly kind: "undecided"; readonly reasons: readonly string[] }
) & { readonly assumed: readonly string[]; readonly future?: FutureProof };
