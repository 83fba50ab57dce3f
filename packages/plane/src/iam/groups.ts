import {
  DeleteConflictException,
  EntityAlreadyExistsException,
  type Group,
  NoSuchEntityException,
} from "@aws-sdk/client-iam";
import { arns } from "../frame/arns.ts";
import { fail } from "../frame/fault.ts";
import { newUniqueId } from "../frame/ids.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type IamGroup, iamGroups, iamUsers, nameKey } from "../records/iam.ts";
import { onGroup } from "./authorization.ts";
import { requireWithin } from "./limit.ts";
import { iamPage } from "./page.ts";
import { describeUser } from "./users.ts";

const operation = operationsOf("iam");

/** The group of that name in the account, or NoSuchEntity. */
export function groupNamed(tx: Transaction, accountId: string, name: string): IamGroup {
  const group = tx.get(iamGroups, nameKey(accountId, name));
  return group ?? fail(NoSuchEntityException, `The group with name ${name} cannot be found.`);
}

/** A group in the API's words. */
export const describeGroup = (group: IamGroup): Group => ({
  Path: group.path,
  GroupName: group.groupName,
  GroupId: group.groupId,
  Arn: group.arn,
  CreateDate: new Date(group.createDate),
});

function requireNewName(tx: Transaction, accountId: string, name: string): void {
  if (tx.get(iamGroups, nameKey(accountId, name)))
    fail(EntityAlreadyExistsException, `Group with name ${name} already exists.`);
}

const createGroup = operation("CreateGroup", {
  authorize: ({ input, accountId }) => ({ resource: arns.group(accountId, input.Path ?? "/", input.GroupName) }),
  run: ({ input: { GroupName: groupName, Path: path = "/" }, tx, accountId, now }) => {
    requireNewName(tx, accountId, groupName);
    requireWithin("iam.groups", tx.count(iamGroups, "account", accountId) + 1);
    const identity = {
      accountId,
      groupName,
      path,
      groupId: newUniqueId("AGPA"),
      arn: arns.group(accountId, path, groupName),
    };
    const group = tx.put(iamGroups, { ...identity, createDate: now, attachedPolicies: [], inlinePolicies: {} });
    return { Group: describeGroup(group) };
  },
});

const getGroup = operation("GetGroup", {
  authorize: (call) => onGroup(call, call.input.GroupName),
  run: ({ input, tx, accountId }) => {
    const group = groupNamed(tx, accountId, input.GroupName);
    const users = tx.list(iamUsers, "group", nameKey(accountId, group.groupName));
    const { items, paging } = iamPage(users, input, (user) => nameKey(accountId, user.userName));
    return { Group: describeGroup(group), Users: items.map(describeUser), ...paging };
  },
});

const listGroups = operation("ListGroups", {
  authorize: ({ input, accountId }) => ({ resource: arns.group(accountId, input.PathPrefix ?? "/", "") }),
  run: ({ input, tx, accountId }) => {
    const { PathPrefix: prefix = "/" } = input;
    const groups = tx.list(iamGroups, "account", accountId).filter((group) => group.path.startsWith(prefix));
    const { items, paging } = iamPage(groups, input, (group) => nameKey(accountId, group.groupName));
    return { Groups: items.map(describeGroup), ...paging };
  },
});

const updateGroup = operation("UpdateGroup", {
  authorize: (call) => {
    const { GroupName: groupName, NewGroupName: newName = groupName, NewPath: newPath } = call.input;
    const path = newPath ?? call.tx.get(iamGroups, nameKey(call.accountId, groupName))?.path ?? "/";
    return [onGroup(call, groupName), { resource: arns.group(call.accountId, path, newName) }];
  },
  run: ({ input, tx, accountId }) => {
    const group = groupNamed(tx, accountId, input.GroupName);
    const { NewGroupName: groupName = group.groupName, NewPath: path = group.path } = input;
    if (groupName.toLowerCase() !== group.groupName.toLowerCase()) requireNewName(tx, accountId, groupName);
    const members = tx.list(iamUsers, "group", nameKey(accountId, group.groupName));
    tx.remove(iamGroups, group);
    tx.put(iamGroups, { ...group, groupName, path, arn: arns.group(accountId, path, groupName) });
    if (groupName === group.groupName) return {};
    for (const user of members) {
      tx.put(iamUsers, { ...user, groups: user.groups.map((name) => (name === group.groupName ? groupName : name)) });
    }
    return {};
  },
});

const deleteGroup = operation("DeleteGroup", {
  authorize: (call) => onGroup(call, call.input.GroupName),
  run: ({ input, tx, accountId }) => {
    const group = groupNamed(tx, accountId, input.GroupName);
    const conflict = conflictOf(tx, group);
    if (conflict !== undefined) fail(DeleteConflictException, `Cannot delete entity, must ${conflict} first.`);
    tx.remove(iamGroups, group);
    return {};
  },
});

/** What keeps a group from being deleted, in AWS's words. */
function conflictOf(tx: Transaction, group: IamGroup): string | undefined {
  if (tx.count(iamUsers, "group", nameKey(group.accountId, group.groupName)) > 0) return "remove users from group";
  if (group.attachedPolicies.length > 0) return "detach all policies";
  return Object.keys(group.inlinePolicies).length > 0 ? "delete policies" : undefined;
}

/** Operations on IAM groups. */
export const groupOperations = [createGroup, getGroup, listGroups, updateGroup, deleteGroup];
