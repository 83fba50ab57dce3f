import type { PermissionSet as ApiPermissionSet } from "@aws-sdk/client-sso-admin";
import { newHex } from "../frame/ids.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type Instance, type PermissionSet, permissionSets } from "../records/identity-center.ts";
import type { Tag } from "../records/tag.ts";
import { idOf } from "./instance-access.ts";
import { defaultSessionDuration } from "./session-duration.ts";

/** What a permission set is made from; what is absent is empty. */
export interface PermissionSetFacts {
  readonly name: string;
  readonly description?: string | undefined;
  readonly sessionDuration?: string | undefined;
  readonly relayState?: string | undefined;
  readonly managedPolicies?: readonly string[] | undefined;
  readonly tags?: readonly Tag[] | undefined;
}

/** Stores a new permission set. Its name is the caller's care. */
export function createPermissionSetRecord(
  tx: Transaction,
  now: string,
  instance: Instance,
  facts: PermissionSetFacts,
): PermissionSet {
  const {
    name,
    description,
    sessionDuration = defaultSessionDuration,
    relayState,
    managedPolicies = [],
    tags = [],
  } = facts;
  return tx.put(permissionSets, {
    permissionSetArn: `arn:aws:sso:::permissionSet/${idOf(instance.instanceArn)}/ps-${newHex(16)}`,
    instanceArn: instance.instanceArn,
    name,
    ...(description !== undefined && { description }),
    sessionDuration,
    ...(relayState !== undefined && { relayState }),
    createdDate: now,
    managedPolicies,
    customerManagedPolicies: [],
    tags,
    version: 1,
  });
}

/** Stores a changed permission set; accounts keep the role they have until the set is provisioned again. */
export const reviseSet = (tx: Transaction, set: PermissionSet): PermissionSet =>
  tx.put(permissionSets, { ...set, version: set.version + 1 });

/** A permission set in the API's words. */
export const describePermissionSet = (set: PermissionSet): ApiPermissionSet => ({
  Name: set.name,
  PermissionSetArn: set.permissionSetArn,
  ...(set.description !== undefined && { Description: set.description }),
  CreatedDate: new Date(set.createdDate),
  SessionDuration: set.sessionDuration,
  ...(set.relayState !== undefined && { RelayState: set.relayState }),
});
