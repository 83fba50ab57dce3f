import { AccessDeniedException, ResourceNotFoundException, type ResourceType } from "@aws-sdk/client-identitystore";
import { fail } from "../frame/fault.ts";
import type { Authorization, Call } from "../frame/operation.ts";
import {
  directoryGroups,
  type DirectoryGroup,
  directoryUsers,
  type DirectoryUser,
  groupMemberships,
  type GroupMembership,
  type Instance,
  instances,
} from "../records/identity-center.ts";
import { accounts } from "../records/organizations.ts";

/** A call about an identity store. */
export type StoreCall = Pick<Call<{ readonly IdentityStoreId: string }>, "input" | "tx" | "accountId">;

/** Fails as AWS does for what is not there; the words are AWS's. */
export const missing = (type: ResourceType, id?: string, message = `${type} not found.`): never =>
  fail(ResourceNotFoundException, message, { ResourceType: type, ...(id !== undefined && { ResourceId: id }) });

/** The instance whose identity store a call reads: every account of its organization may, as far as its policies go. */
export function readableStore({ input, tx, accountId }: StoreCall): Instance {
  const { IdentityStoreId: id } = input;
  const [instance] = tx.list(instances, "store", id);
  const member = tx.get(accounts, accountId)?.parentId !== undefined;
  return instance && (member || instance.ownerAccountId === accountId) ? instance : missing("IDENTITY_STORE", id);
}

/** The instance whose identity store a call changes, which only its owner may. */
export function ownedStore(call: StoreCall): Instance {
  const instance = readableStore(call);
  return instance.ownerAccountId === call.accountId
    ? instance
    : fail(AccessDeniedException, "You do not have sufficient access to perform this action.");
}

/** The user of that id, or ResourceNotFound. */
export const userOf = ({ tx, input }: Pick<StoreCall, "tx" | "input">, userId: string): DirectoryUser =>
  tx.get(directoryUsers, `${input.IdentityStoreId}/${userId}`) ?? missing("USER", userId);

/** The group of that id, or ResourceNotFound. */
export const groupOf = ({ tx, input }: Pick<StoreCall, "tx" | "input">, groupId: string): DirectoryGroup =>
  tx.get(directoryGroups, `${input.IdentityStoreId}/${groupId}`) ?? missing("GROUP", groupId);

/** The membership of that id, or ResourceNotFound. */
export const membershipOf = ({ tx, input }: Pick<StoreCall, "tx" | "input">, membershipId: string): GroupMembership =>
  tx.get(groupMemberships, `${input.IdentityStoreId}/${membershipId}`) ?? missing("GROUP_MEMBERSHIP", membershipId);

/** Asks about the store and the things in it, named `user/ID`, `group/*` … [Service Authorization Reference, AWS Identity Store]. */
export function onStore({ tx, input, accountId }: StoreCall, ...things: readonly string[]): readonly Authorization[] {
  const [instance] = tx.list(instances, "store", input.IdentityStoreId);
  const store = `arn:aws:identitystore::${instance?.ownerAccountId ?? accountId}:identitystore/${input.IdentityStoreId}`;
  const context = instance ? { "identitystore:PrimaryRegion": instance.region } : {};
  return [...things.map((thing) => `arn:aws:identitystore:::${thing}`), store].map((resource) => ({
    resource,
    context,
  }));
}
