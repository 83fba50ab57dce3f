import { ValidationException } from "@aws-sdk/client-identitystore";
import { quotas } from "@castellan/catalog";
import type { Input } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { credentials, directoryUsers, type DirectoryUser, groupMemberships } from "../records/identity-center.ts";
import { signInSessions } from "../records/sign-in.ts";
import {
  type AttributeTable,
  isPath,
  type Json,
  type Profile,
  userAttributes,
  withAttribute,
} from "./attribute-paths.ts";
import { storePage } from "./page.ts";
import { requireWithin } from "./quota.ts";
import { refuseReserved } from "./reserved-names.ts";
import { onStore, ownedStore, readableStore, userOf } from "./store-access.ts";
import { createUserRecord, describeUser, profileOf, updateUserRecord } from "./user-record.ts";

const operation = operationsOf("identitystore");

type Operation = Input<"identitystore", "UpdateUser">["Operations"][number];

const createUser = operation("CreateUser", {
  authorize: (call) => onStore(call),
  run: (call) => {
    const { identityStoreId } = ownedStore(call);
    const { IdentityStoreId: _store, ...profile } = call.input;
    refuseReserved(profile.UserName);
    requireWithin(quotas["identityCenter.users"], call.tx.count(directoryUsers, "store", identityStoreId) + 1);
    const { userId } = createUserRecord(call, identityStoreId, profile as Profile);
    return { IdentityStoreId: identityStoreId, UserId: userId };
  },
});

const describe = operation("DescribeUser", {
  authorize: (call) => onStore(call, `user/${call.input.UserId}`),
  run: (call) => {
    readableStore(call);
    return describeUser(userOf(call, call.input.UserId), call.input.Extensions);
  },
});

/** What a list is narrowed by. */
export type Filter = NonNullable<Input<"identitystore", "ListUsers">["Filters"]>[number];

/** Users a filter lets through: by user name, whatever the letter case, or by id at an external identity provider. */
function usersMatching(tx: Transaction, identityStoreId: string, filter: Filter | undefined): DirectoryUser[] {
  if (!filter) return tx.list(directoryUsers, "store", identityStoreId);
  const { AttributePath: path, AttributeValue: value } = filter;
  if (isPath(path, "UserName")) return tx.list(directoryUsers, "name", `${identityStoreId}/${value.toLowerCase()}`);
  if (["ExternalIds", "ExternalIds.Id", "ExternalId"].some((name) => isPath(path, name))) {
    return tx.list(directoryUsers, "externalId", `${identityStoreId}/${value}`);
  }
  return fail(ValidationException, `Filtering by the attribute ${path} is not supported`);
}

const listUsers = operation("ListUsers", {
  authorize: (call) => onStore(call, "user/*"),
  run: (call) => {
    const { identityStoreId } = readableStore(call);
    const { Filters: filters, Extensions: extensions } = call.input;
    const users = usersMatching(call.tx, identityStoreId, filters?.[0]);
    const { items, paging } = storePage(users, call.input, ({ userId }) => userId);
    return { Users: items.map((user) => describeUser(user, extensions)), ...paging };
  },
});

/** The profile after the operations, in their order. */
export const afterOperations = (table: AttributeTable, profile: Profile, operations: readonly Operation[]): Profile =>
  operations.reduce(
    (changed, { AttributePath: path = "", AttributeValue: value }) =>
      withAttribute(table, changed, path, value as Json | undefined),
    profile,
  );

const updateUser = operation("UpdateUser", {
  authorize: (call) => onStore(call, `user/${call.input.UserId}`),
  run: (call) => {
    ownedStore(call);
    const user = userOf(call, call.input.UserId);
    const profile = afterOperations(userAttributes, profileOf(user), call.input.Operations);
    if (profile["UserName"] !== user.userName) refuseReserved(profile["UserName"]);
    updateUserRecord(call, user, profile);
    return {};
  },
});

/** Assignments of the user stay behind, as on AWS: they name somebody who no longer is. */
const deleteUser = operation("DeleteUser", {
  authorize: (call) => onStore(call, `user/${call.input.UserId}`),
  run: (call) => {
    ownedStore(call);
    const { tx } = call;
    const user = userOf(call, call.input.UserId);
    for (const membership of tx.list(groupMemberships, "user", user.userId)) tx.remove(groupMemberships, membership);
    for (const session of tx.list(signInSessions, "user", user.userId)) tx.remove(signInSessions, session);
    const credential = tx.get(credentials, user.userId);
    if (credential) tx.remove(credentials, credential);
    tx.remove(directoryUsers, user);
    return {};
  },
});

/** Operations on users of an identity store. */
export const userOperations = [createUser, describe, listUsers, updateUser, deleteUser];
