import type { CompiledPolicy } from "../match/compiled-policy.ts";

/** The policies that may speak about a request. */
export interface DecisionPolicies {
  /** The user's own and its groups' policies, or the role's. */
  readonly identity?: readonly CompiledPolicy[];
  /** The policy of the resource: a bucket, key, queue … policy, or the trust policy of a role. */
  readonly resource?: CompiledPolicy;
  readonly boundary?: CompiledPolicy;
  /** The policies passed when the session was made, taken as one set; empty means none was passed. */
  readonly session?: readonly CompiledPolicy[];
  /** Service control policies by level, root first, account last; a level without policies blocks everything. */
  readonly scps?: readonly (readonly CompiledPolicy[])[];
  /** Resource control policies of the resource's account, in the same form. */
  readonly rcps?: readonly (readonly CompiledPolicy[])[];
  /** The policy of the VPC endpoint through which the request comes. */
  readonly vpcEndpoint?: CompiledPolicy;
}
