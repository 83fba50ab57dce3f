import type { Estate, PermissionSet } from "../estate.ts";
import { makeStep } from "./make-step.ts";
import { policyStepIds } from "./set-step-ids.ts";
import { managementName } from "./scope.ts";
import type { ProvisionScope, Step } from "./step.ts";

/**
 * A changed set takes effect in an account only when it is provisioned there: one canary account first, then the rest
 * in one call. A set that was changed earlier but not provisioned (an interrupted apply) is provisioned where it lags.
 */
export function provisionSteps(
  set: PermissionSet,
  found: PermissionSet,
  changed: readonly Step[],
  desired: Estate,
  actual: Estate,
): readonly Step[] {
  const inUse = accountsWith(set.name, actual);
  const touched = changed.some((step) => step.kind !== "tagPermissionSet");
  const lagging = touched ? inUse : inUse.filter((account) => found.outdatedIn?.includes(account) === true);
  const canary = canaryOf(lagging, set.name, actual);
  if (canary === undefined) return [];
  const last = changed.at(-1);
  const after = last ? [last.id] : [];
  const first = provisionStep(set, { kind: "account", account: canary }, lagging.length > 1, [
    ...after,
    ...policyStepIds(set, canary),
  ]);
  const rest = lagging.filter((account) => account !== canary);
  if (rest.length === 0) return [first];
  const policies = accountsWith(set.name, desired).flatMap((account) => policyStepIds(set, account));
  return [first, provisionStep(set, { kind: "everywhere" }, false, [first.id, ...policies])];
}

function provisionStep(set: PermissionSet, where: ProvisionScope, canary: boolean, dependsOn: readonly string[]): Step {
  const body = { kind: "provisionPermissionSet" as const, permissionSet: set.name, where, canary };
  return makeStep(body, { source: set.source, dependsOn });
}

/** Names of the accounts that a set is assigned in, sorted. */
export function accountsWith(permissionSet: string, estate: Estate): readonly string[] {
  const rows = estate.assignments.filter((row) => row.permissionSet === permissionSet);
  return [...new Set(rows.map((row) => row.account))].toSorted();
}

/** The account to try a change in first: the fewest principals hold the set there, and not the management account. */
function canaryOf(accounts: readonly string[], permissionSet: string, actual: Estate): string | undefined {
  const management = managementName(actual);
  const weight = (account: string) =>
    actual.assignments.filter((row) => row.account === account && row.permissionSet === permissionSet).length +
    (account === management ? Number.MAX_SAFE_INTEGER / 2 : 0);
  return accounts.toSorted((left, right) => weight(left) - weight(right) || (left < right ? -1 : 1))[0];
}
