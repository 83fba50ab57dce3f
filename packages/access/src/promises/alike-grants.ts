import { controlPolicyLevels } from "../questions/control-policy-levels.ts";
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
    const kind = kindOf(probe) ?? JSON.stringify(probe.grant);
    if (!kinds.has(kind)) kinds.set(kind, probe);
  }
  return [...kinds.values()];
}

function kindOf({ view, grant, problems }: GrantProbe): string | undefined {
  const { estate } = view;
  const set =
    grant.kind === "permissionSet" ? estate.permissionSets.find(({ name }) => name === grant.permissionSet) : undefined;
  const boundary =
    set?.boundary?.kind === "customer"
      ? boundaryDocument(set.boundary.policy.name, grant.account, view)
      : set?.boundary;
  const levels = controlPolicyLevels(estate, grant.account).map((level) => level.map(({ document }) => document));
  const text = JSON.stringify([view.documentsOf(grant), boundary, levels]);
  return local.test(text) || problems.length > 0
    ? undefined
    : JSON.stringify([text, isManagement(estate, grant.account), grant.kind]);
}

function boundaryDocument(name: string, account: string, { estate }: GrantProbe["view"]): string | undefined {
  return estate.iam.find((iam) => iam.account === account)?.policies.find((policy) => policy.name === name)?.document;
}
