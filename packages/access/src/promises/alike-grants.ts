import { isManagement } from "../questions/estate-view.ts";
import type { GrantProbe } from "./grant-probe.ts";

/** What makes a policy's answer depend on the account it is asked in, or on who asks. */
const local =
  /\d{12}|\$\{|aws:PrincipalAccount|aws:ResourceAccount|aws:PrincipalOrgPaths|aws:ResourceOrgPaths|aws:userid|aws:username/i;

/**
 * One of each kind of grant: two that have the same policies in every layer, none of which speaks of an account, answer
 * alike to requests that differ in the account only, so asking one of them is enough.
 */
export function unlikeGrants(probes: readonly GrantProbe[]): readonly GrantProbe[] {
  const kinds = new Map<string, GrantProbe>();
  for (const probe of probes) {
    const kind = kindOf(probe);
    if (!kinds.has(kind)) kinds.set(kind, probe);
  }
  return [...kinds.values()];
}

function kindOf({ view, grant, problems }: GrantProbe): string {
  const documents = JSON.stringify(view.documentsOf(grant));
  if (problems.length > 0 || local.test(documents)) return JSON.stringify(grant);
  return JSON.stringify([grant.kind, isManagement(view.estate, grant.account), documents]);
}
