import type { DecisionPolicies } from "../decide/decision-policies.ts";
import type { Layer } from "../decide/decision.ts";
import type { CompiledPolicy, CompiledStatement } from "../match/compiled-policy.ts";

/** Makes another policy of a policy in a layer. */
export type PolicyChange = (policy: CompiledPolicy, layer: Layer) => CompiledPolicy;

/** The same policies, each changed. */
export function mapPolicies(policies: DecisionPolicies, change: PolicyChange): DecisionPolicies {
  const { identity, resource, boundary, session, scps, rcps, vpcEndpoint } = policies;
  const all = (list: readonly CompiledPolicy[], layer: Layer) => list.map((policy) => change(policy, layer));
  return {
    ...(identity && { identity: all(identity, "identity") }),
    ...(resource && { resource: change(resource, "resource") }),
    ...(boundary && { boundary: change(boundary, "boundary") }),
    ...(session && { session: all(session, "session") }),
    ...(scps && { scps: scps.map((level) => all(level, "scp")) }),
    ...(rcps && { rcps: rcps.map((level) => all(level, "rcp")) }),
    ...(vpcEndpoint && { vpcEndpoint: change(vpcEndpoint, "vpcEndpoint") }),
  };
}

/** A policy with other statements; it remembers nothing of the old ones. */
export function withStatements(policy: CompiledPolicy, statements: readonly CompiledStatement[]): CompiledPolicy {
  return { ...policy, statements, byService: new Map(), byAction: new Map() };
}
