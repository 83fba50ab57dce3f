import { randomUUID } from "node:crypto";
import type { Group } from "@aws-sdk/client-identitystore";
import type { Call } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import {
  type DirectoryGroup,
  directoryGroups,
  type GroupMembership,
  groupMemberships,
} from "../records/identity-center.ts";
import { duplicate } from "./user-record.ts";

type Changing = Pick<Call<unknown>, "tx" | "now" | "caller">;

/** Stores a new group of an identity store; its display name must be free, whatever the letter case. */
export function createGroupRecord(
  { tx, now, caller }: Changing,
  identityStoreId: string,
  { displayName, description }: Pick<DirectoryGroup, "displayName"> & { readonly description?: string | undefined },
): DirectoryGroup {
  requireFree(tx, identityStoreId, displayName);
  return tx.put(directoryGroups, {
    identityStoreId,
    groupId: randomUUID(),
    displayName,
    ...(description !== undefined && { description }),
    externalIds: [],
    createdAt: now,
    updatedAt: now,
    createdBy: caller.arn,
    updatedBy: caller.arn,
  });
}

/** Fails if another group has the display name. */
export function requireFree(tx: Transaction, identityStoreId: string, displayName: string, ownId?: string): void {
  const others = tx.list(directoryGroups, "name", `${identityStoreId}/${displayName.toLowerCase()}`);
  if (others.some(({ groupId }) => groupId !== ownId)) duplicate("GroupDisplayName");
}

/** Makes a user a member of a group. Both must exist, and the user must not be a member yet: the caller's care. */
export function createMembershipRecord(
  { tx, now, caller }: Changing,
  group: DirectoryGroup,
  userId: string,
): GroupMembership {
  const { identityStoreId, groupId } = group;
  return tx.put(groupMemberships, {
    identityStoreId,
    membershipId: randomUUID(),
    groupId,
    userId,
    createdAt: now,
    createdBy: caller.arn,
  });
}

/** A group in the API's words. */
export const describeGroup = (group: DirectoryGroup): Group => ({
  IdentityStoreId: group.identityStoreId,
  GroupId: group.groupId,
  DisplayName: group.displayName,
  ...(group.description !== undefined && { Description: group.description }),
  ...(group.externalIds.length > 0 && { ExternalIds: [...group.externalIds] }),
  CreatedAt: new Date(group.createdAt),
  UpdatedAt: new Date(group.updatedAt),
  CreatedBy: group.createdBy,
  UpdatedBy: group.updatedBy,
});
