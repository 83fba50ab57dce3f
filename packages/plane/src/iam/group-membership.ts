import { operationsOf } from "../frame/operation.ts";
import { iamUsers } from "../records/iam.ts";
import { onGroup, onUser } from "./authorization.ts";
import { describeGroup, groupNamed } from "./groups.ts";
import { requireWithin } from "./limit.ts";
import { iamPage, sortedBy } from "./page.ts";
import { userNamed } from "./users.ts";

const operation = operationsOf("iam");

const addUserToGroup = operation("AddUserToGroup", {
  authorize: (call) => onGroup(call, call.input.GroupName),
  run: ({ input, tx, accountId }) => {
    const user = userNamed(tx, accountId, input.UserName);
    const { groupName } = groupNamed(tx, accountId, input.GroupName);
    if (user.groups.includes(groupName)) return {};
    requireWithin("iam.groupsPerUser", user.groups.length + 1);
    tx.put(iamUsers, { ...user, groups: [...user.groups, groupName] });
    return {};
  },
});

const removeUserFromGroup = operation("RemoveUserFromGroup", {
  authorize: (call) => onGroup(call, call.input.GroupName),
  run: ({ input, tx, accountId }) => {
    const user = userNamed(tx, accountId, input.UserName);
    const { groupName } = groupNamed(tx, accountId, input.GroupName);
    if (user.groups.includes(groupName))
      tx.put(iamUsers, { ...user, groups: user.groups.filter((name) => name !== groupName) });
    return {};
  },
});

const listGroupsForUser = operation("ListGroupsForUser", {
  authorize: (call) => onUser(call, call.input.UserName),
  run: ({ input, tx, accountId }) => {
    const keyOf = (name: string) => name.toLowerCase();
    const { groups } = userNamed(tx, accountId, input.UserName);
    const { items, paging } = iamPage(sortedBy(groups, keyOf), input, keyOf);
    return { Groups: items.map((name) => describeGroup(groupNamed(tx, accountId, name))), ...paging };
  },
});

/** Operations on the membership of users in groups. */
export const groupMembershipOperations = [addUserToGroup, removeUserFromGroup, listGroupsForUser];
