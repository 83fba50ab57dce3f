import { operationsOf } from "../frame/operation.ts";
import { onBoundedRole, onBoundedUser, onGroup, onRole, onUser } from "./authorization.ts";
import { groupNamed } from "./groups.ts";
import { deleteInlinePolicy, inlinePolicyNamed, inlinePolicyPage, putInlinePolicy } from "./inline-policy.ts";
import { groupHolder, roleHolder, userHolder } from "./policy-holder.ts";
import { modifiableRole, roleNamed } from "./roles.ts";
import { userNamed } from "./users.ts";

const operation = operationsOf("iam");

const putUserPolicy = operation("PutUserPolicy", {
  authorize: (call) => onBoundedUser(call, call.input.UserName),
  run: ({ input, tx, accountId }) => putInlinePolicy(tx, userHolder, userNamed(tx, accountId, input.UserName), input),
});

const getUserPolicy = operation("GetUserPolicy", {
  authorize: (call) => onUser(call, call.input.UserName),
  run: ({ input, tx, accountId }) => {
    const user = userNamed(tx, accountId, input.UserName);
    return { UserName: user.userName, ...inlinePolicyNamed(userHolder, user, input.PolicyName) };
  },
});

const deleteUserPolicy = operation("DeleteUserPolicy", {
  authorize: (call) => onBoundedUser(call, call.input.UserName),
  run: ({ input, tx, accountId }) =>
    deleteInlinePolicy(tx, userHolder, userNamed(tx, accountId, input.UserName), input.PolicyName),
});

const listUserPolicies = operation("ListUserPolicies", {
  authorize: (call) => onUser(call, call.input.UserName),
  run: ({ input, tx, accountId }) => inlinePolicyPage(userNamed(tx, accountId, input.UserName), input),
});

const putGroupPolicy = operation("PutGroupPolicy", {
  authorize: (call) => onGroup(call, call.input.GroupName),
  run: ({ input, tx, accountId }) =>
    putInlinePolicy(tx, groupHolder, groupNamed(tx, accountId, input.GroupName), input),
});

const getGroupPolicy = operation("GetGroupPolicy", {
  authorize: (call) => onGroup(call, call.input.GroupName),
  run: ({ input, tx, accountId }) => {
    const group = groupNamed(tx, accountId, input.GroupName);
    return { GroupName: group.groupName, ...inlinePolicyNamed(groupHolder, group, input.PolicyName) };
  },
});

const deleteGroupPolicy = operation("DeleteGroupPolicy", {
  authorize: (call) => onGroup(call, call.input.GroupName),
  run: ({ input, tx, accountId }) =>
    deleteInlinePolicy(tx, groupHolder, groupNamed(tx, accountId, input.GroupName), input.PolicyName),
});

const listGroupPolicies = operation("ListGroupPolicies", {
  authorize: (call) => onGroup(call, call.input.GroupName),
  run: ({ input, tx, accountId }) => inlinePolicyPage(groupNamed(tx, accountId, input.GroupName), input),
});

const putRolePolicy = operation("PutRolePolicy", {
  authorize: (call) => onBoundedRole(call, call.input.RoleName),
  run: (call) => putInlinePolicy(call.tx, roleHolder, modifiableRole(call, call.input.RoleName), call.input),
});

const getRolePolicy = operation("GetRolePolicy", {
  authorize: (call) => onRole(call, call.input.RoleName),
  run: ({ input, tx, accountId }) => {
    const role = roleNamed(tx, accountId, input.RoleName);
    return { RoleName: role.roleName, ...inlinePolicyNamed(roleHolder, role, input.PolicyName) };
  },
});

const deleteRolePolicy = operation("DeleteRolePolicy", {
  authorize: (call) => onBoundedRole(call, call.input.RoleName),
  run: (call) =>
    deleteInlinePolicy(call.tx, roleHolder, modifiableRole(call, call.input.RoleName), call.input.PolicyName),
});

const listRolePolicies = operation("ListRolePolicies", {
  authorize: (call) => onRole(call, call.input.RoleName),
  run: ({ input, tx, accountId }) => inlinePolicyPage(roleNamed(tx, accountId, input.RoleName), input),
});

/** Operations on the policies written into users, groups and roles. */
export const inlinePolicyOperations = [
  putUserPolicy,
  getUserPolicy,
  deleteUserPolicy,
  listUserPolicies,
  putGroupPolicy,
  getGroupPolicy,
  deleteGroupPolicy,
  listGroupPolicies,
  putRolePolicy,
  getRolePolicy,
  deleteRolePolicy,
  listRolePolicies,
];
