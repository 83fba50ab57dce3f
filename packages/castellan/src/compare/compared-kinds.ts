import type { CompiledPolicy, DecisionPolicies, Layer, PolicyKind } from "@castellan/policy";
import { resourceStandpoints } from "./resource-standpoints.ts";
import { everything, principalStandpoints, type Standpoint } from "./standpoints.ts";

/** The kinds of policies that can be compared. */
export type ComparedKind = Extract<PolicyKind, "identity" | "boundary" | "session" | "scp" | "resource">;

interface KindFacts {
  /** Where the policies stand in a decision. */
  readonly layer: Layer;
  readonly policiesOf: (policies: readonly CompiledPolicy[]) => DecisionPolicies;
  /** From where the policies of both sides are compared. */
  readonly standpointsOf: (policies: readonly CompiledPolicy[]) => readonly Standpoint[];
  /** What the standpoints take for known. */
  readonly assumed: string;
  /** There can be only one such policy. */
  readonly alone: boolean;
}

const ofPrincipals = {
  standpointsOf: principalStandpoints,
  assumed: "the policies of resources, keys and roles leave every decision to the policies compared",
  alone: false,
} as const;

/** How policies of each kind are compared; the layers that are not compared allow everything. */
export const comparedKinds: Record<ComparedKind, KindFacts> = {
  identity: { ...ofPrincipals, layer: "identity", policiesOf: (identity) => ({ identity }) },
  // What a boundary lets through is what it would allow as an identity policy.
  boundary: { ...ofPrincipals, layer: "identity", alone: true, policiesOf: (identity) => ({ identity }) },
  session: { ...ofPrincipals, layer: "session", policiesOf: (session) => ({ identity: everything, session }) },
  scp: { ...ofPrincipals, layer: "scp", policiesOf: (level) => ({ identity: everything, scps: [level] }) },
  resource: {
    layer: "resource",
    policiesOf: ([resource]) => (resource === undefined ? {} : { resource }),
    standpointsOf: resourceStandpoints,
    assumed:
      "identity policies allow a principal everything, or nothing; principals of identity providers and canonical user ids are not asked about",
    alone: true,
  },
};

/** The kind that a word names. */
export function comparedKind(word: string): ComparedKind | undefined {
  return Object.keys(comparedKinds).find((kind): kind is ComparedKind => kind === word);
}
