import type { Transaction } from "../frame/transaction.ts";
import {
  type AccountAssignment,
  accountAssignments,
  directoryGroups,
  directoryUsers,
  type Instance,
  type PermissionSet,
  provisionings,
} from "../records/identity-center.ts";
import { deprovision, done, notFound, type Outcome, provision } from "./reserved-role.ts";
import { idOf } from "./instance-access.ts";

/** Assigns a principal a permission set in an account and provisions the set there; assigning twice changes nothing. */
export function assign(
  tx: Transaction,
  now: string,
  instance: Instance,
  set: PermissionSet,
  assignment: AccountAssignment,
): Outcome {
  const { principalType, principalId, accountId } = assignment;
  const key = `${instance.identityStoreId}/${principalId}`;
  if (!(principalType === "USER" ? tx.get(directoryUsers, key) : tx.get(directoryGroups, key))) {
    return notFound(
      `the ${principalType} assignee ${principalId} was not found in directory ${instance.identityStoreId}.`,
    );
  }
  const outcome = provision(tx, now, instance, set, accountId);
  if (outcome.kind === "done") tx.put(accountAssignments, assignment);
  return outcome;
}

/** Takes an assignment back; with the last one of its set in the account the role goes too. */
export function unassign(tx: Transaction, instance: Instance, assignment: AccountAssignment): Outcome {
  const present = tx.get(accountAssignments, accountAssignments.keyOf(assignment));
  if (!present)
    return notFound(
      `EntitlementItem doesn't exist with the given entitlement key ${entitlementKey(instance, assignment)}`,
    );
  tx.remove(accountAssignments, present);
  const place = `${assignment.accountId}/${assignment.permissionSetArn}`;
  const provisioning = tx.get(provisionings, place);
  if (provisioning && tx.count(accountAssignments, "set", place) === 0) deprovision(tx, provisioning);
  return done;
}

/** AWS prints its inner key; which id stands where is not documented. */
function entitlementKey(instance: Instance, { principalId, accountId, permissionSetArn }: AccountAssignment): string {
  const parts = [
    `accessorId=AccessorId{value=${principalId}}`,
    `resourceId=ResourceId{value=${accountId}}`,
    `auxiliaryResourceId=AuxiliaryResourceId{value=${idOf(permissionSetArn)}}`,
    `containerId=ContainerId{value=${idOf(instance.instanceArn)}}`,
  ];
  return `EntitlementKey{${parts.join(", ")}}`;
}
