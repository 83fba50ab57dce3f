import type { Caller, CallerKind } from "../principal/caller.ts";
import type { DecisionFacts } from "../request/facts.ts";

/** Whether nothing but the principal and the facts decides the value of a key, also when they say that it is absent. */
type IsSettled = (caller: Caller, facts: DecisionFacts) => boolean;

const settled: IsSettled = () => true;
const inOrganizations: ReadonlySet<CallerKind> = new Set<CallerKind>(["root", "user", "roleSession", "federatedUser"]);
const outsideOrganizations: IsSettled = ({ kind }) => !inOrganizations.has(kind);

/** The keys that follow from the principal [IAM User Guide, reference_policies_condition-keys, 2025], in lower case. */
const principalKeys: ReadonlyMap<string, IsSettled> = new Map<string, IsSettled>([
  ["aws:principalarn", settled],
  ["aws:principalaccount", settled],
  ["aws:principaltype", settled],
  ["aws:username", settled],
  ["aws:principalisawsservice", settled],
  ["aws:principalservicename", settled],
  ["aws:principalservicenameslist", settled],
  ["aws:assumedroot", settled],
  ["aws:userid", ({ kind }) => kind !== "user" && kind !== "roleSession"],
  ["aws:principalorgid", outsideOrganizations],
  ["aws:principalorgpaths", outsideOrganizations],
]);

/** Whether a key without known value is known to be absent for this principal. */
export function isSettled(key: string, caller: Caller, facts: DecisionFacts): boolean {
  if (key.startsWith("aws:principaltag/")) return facts.principalTags !== undefined;
  return principalKeys.get(key)?.(caller, facts) ?? false;
}
