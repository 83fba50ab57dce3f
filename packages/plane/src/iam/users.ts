import {
  DeleteConflictException,
  EntityAlreadyExistsException,
  NoSuchEntityException,
  type User,
} from "@aws-sdk/client-iam";
import { arns } from "../frame/arns.ts";
import { fail } from "../frame/fault.ts";
import { newUniqueId } from "../frame/ids.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { accessKeys, iamAccounts, type IamUser, iamUsers, loginProfiles, nameKey } from "../records/iam.ts";
import { accounts } from "../records/organizations.ts";
import { boundaryContext, onCreation, onUser } from "./authorization.ts";
import { userNameOrCaller } from "./calling-user.ts";
import { requireWithin } from "./limit.ts";
import { iamPage } from "./page.ts";
import { describeBoundary, requireBoundary } from "./permissions-boundary.ts";
import { principalTagKeys, tagsIfAny, withTags } from "./tag-list.ts";
import { replaceTrusted } from "./trusted-principal.ts";

const operation = operationsOf("iam");

/** The user of that name in the account, or NoSuchEntity. */
export function userNamed(tx: Transaction, accountId: string, name: string): IamUser {
  const user = tx.get(iamUsers, nameKey(accountId, name));
  return user ?? fail(NoSuchEntityException, `The user with name ${name} cannot be found.`);
}

/** A user as lists show it. */
export const describeUser = (user: IamUser): User => ({
  Path: user.path,
  UserName: user.userName,
  UserId: user.userId,
  Arn: user.arn,
  CreateDate: new Date(user.createDate),
  ...(user.passwordLastUsed !== undefined && { PasswordLastUsed: new Date(user.passwordLastUsed) }),
});

/** A user with what only CreateUser and GetUser show. */
const describeWholeUser = (user: IamUser): User => ({
  ...describeUser(user),
  ...describeBoundary(user.permissionsBoundary),
  ...tagsIfAny(user.tags),
});

/** The root user as GetUser shows it: its name is the account alias, if there is one. */
function describeRoot(tx: Transaction, accountId: string): User {
  const joined = tx.get(accounts, accountId)?.joinedTimestamp;
  return {
    Path: undefined,
    UserName: tx.get(iamAccounts, accountId)?.alias,
    UserId: accountId,
    Arn: arns.root(accountId),
    CreateDate: joined === undefined ? undefined : new Date(joined),
  };
}

function requireNewName(tx: Transaction, accountId: string, name: string): void {
  if (tx.get(iamUsers, nameKey(accountId, name)))
    fail(EntityAlreadyExistsException, `User with name ${name} already exists.`);
}

const createUser = operation("CreateUser", {
  authorize: ({ input, accountId }) => {
    const resource = arns.user(accountId, input.Path ?? "/", input.UserName);
    return onCreation(resource, "iam:TagUser", input.Tags, boundaryContext(input.PermissionsBoundary));
  },
  run: (call) => {
    const { input, tx, accountId, now } = call;
    const { UserName: userName, Path: path = "/", PermissionsBoundary: permissionsBoundary } = input;
    const tags = withTags([], input.Tags, principalTagKeys);
    requireNewName(tx, accountId, userName);
    requireWithin("iam.users", tx.count(iamUsers, "account", accountId) + 1);
    if (permissionsBoundary !== undefined) requireBoundary(call, permissionsBoundary);
    const identity = {
      accountId,
      userName,
      path,
      userId: newUniqueId("AIDA"),
      arn: arns.user(accountId, path, userName),
    };
    const empty = { groups: [], attachedPolicies: [], inlinePolicies: {} };
    const user = {
      ...identity,
      ...empty,
      createDate: now,
      tags,
      ...(permissionsBoundary !== undefined && { permissionsBoundary }),
    };
    return { User: describeWholeUser(tx.put(iamUsers, user)) };
  },
});

const getUser = operation("GetUser", {
  authorize: (call) => {
    const userName = userNameOrCaller(call.caller, call.input.UserName);
    return userName === undefined ? { resource: arns.root(call.accountId) } : onUser(call, userName);
  },
  run: ({ input, caller, tx, accountId }) => {
    const userName = userNameOrCaller(caller, input.UserName);
    return {
      User:
        userName === undefined ? describeRoot(tx, accountId) : describeWholeUser(userNamed(tx, accountId, userName)),
    };
  },
});

const listUsers = operation("ListUsers", {
  authorize: ({ input, accountId }) => ({ resource: arns.user(accountId, input.PathPrefix ?? "/", "") }),
  run: ({ input, tx, accountId }) => {
    const users = tx.list(iamUsers, "account", accountId);
    const { PathPrefix: prefix = "/" } = input;
    const chosen = prefix === "/" ? users : users.filter((user) => user.path.startsWith(prefix));
    const { items, paging } = iamPage(chosen, input, (user) => nameKey(accountId, user.userName));
    return { Users: items.map(describeUser), ...paging };
  },
});

const updateUser = operation("UpdateUser", {
  authorize: (call) => {
    const { UserName: userName, NewUserName: newName = userName, NewPath: newPath } = call.input;
    const path = newPath ?? call.tx.get(iamUsers, nameKey(call.accountId, userName))?.path ?? "/";
    return [onUser(call, userName), { resource: arns.user(call.accountId, path, newName) }];
  },
  run: ({ input, tx, accountId }) => {
    const user = userNamed(tx, accountId, input.UserName);
    const { NewUserName: userName = user.userName, NewPath: path = user.path } = input;
    if (userName.toLowerCase() !== user.userName.toLowerCase()) requireNewName(tx, accountId, userName);
    tx.remove(iamUsers, user);
    const { arn } = tx.put(iamUsers, { ...user, userName, path, arn: arns.user(accountId, path, userName) });
    if (arn !== user.arn) replaceTrusted(tx, user.arn, arn);
    if (userName !== user.userName) renameCredentials(tx, user, userName);
    return {};
  },
});

/** Keys and password stay with the person when the user is given another name. */
function renameCredentials(tx: Transaction, user: IamUser, userName: string): void {
  const key = nameKey(user.accountId, user.userName);
  for (const accessKey of tx.list(accessKeys, "user", key)) tx.put(accessKeys, { ...accessKey, userName });
  const profile = tx.get(loginProfiles, key);
  if (!profile) return;
  tx.remove(loginProfiles, profile);
  tx.put(loginProfiles, { ...profile, userName });
}

const deleteUser = operation("DeleteUser", {
  authorize: (call) => onUser(call, call.input.UserName),
  run: ({ input, tx, accountId }) => {
    const user = userNamed(tx, accountId, input.UserName);
    const conflict = conflictOf(tx, user);
    if (conflict !== undefined) fail(DeleteConflictException, `Cannot delete entity, must ${conflict} first.`);
    tx.remove(iamUsers, user);
    replaceTrusted(tx, user.arn, user.userId);
    return {};
  },
});

/** What keeps a user from being deleted, in AWS's words. */
function conflictOf(tx: Transaction, user: IamUser): string | undefined {
  const key = nameKey(user.accountId, user.userName);
  if (user.attachedPolicies.length > 0) return "detach all policies";
  if (Object.keys(user.inlinePolicies).length > 0) return "delete policies";
  if (user.groups.length > 0) return "remove users from group";
  if (tx.count(accessKeys, "user", key) > 0) return "delete access keys";
  return tx.get(loginProfiles, key) && "delete login profile";
}

/** Operations on IAM users. */
export const userOperations = [createUser, getUser, listUsers, updateUser, deleteUser];
