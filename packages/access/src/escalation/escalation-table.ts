import type { EscalationSet } from "./escalation-set.ts";
import { existingResourceSets } from "./existing-resource-sets.ts";
import { graphEdges } from "./graph-edges.ts";
import { iamSets } from "./iam-sets.ts";
import { ownSets } from "./own-sets.ts";
import { passRoleSets } from "./pass-role-sets.ts";
import { signInSets } from "./sign-in-sets.ts";

/** The action sets of six public lists, merged: each set once, however many lists have it. */
export const publicSets: readonly EscalationSet[] = [
  ...iamSets,
  ...signInSets,
  ...existingResourceSets,
  ...passRoleSets,
];

/** Every known set: the public ones, the edges that only PMapper's graph knows, and our own. */
export const escalationTable: readonly EscalationSet[] = [...publicSets, ...graphEdges, ...ownSets];
