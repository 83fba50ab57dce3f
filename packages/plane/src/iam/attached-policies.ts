import { operationsOf } from "../frame/operation.ts";
import { onBoundedRole, onBoundedUser, onGroup, onRole, onUser, withContext } from "./authorization.ts";
import { groupNamed } from "./groups.ts";
import { attachedPolicyPage, attachPolicy, detachPolicy } from "./policy-attachment.ts";
import { groupHolder, roleHolder, userHolder } from "./policy-holder.ts";
import { modifiableRole, roleNamed } from "./roles.ts";
import { userNamed } from "./users.ts";

const operation = operationsOf("iam");

const policyContext = (policyArn: string) => ({ "iam:PolicyARN": policyArn });

const attachUserPolicy = operation("AttachUserPolicy", {
  authorize: (call) => withContext(onBoundedUser(call, call.input.UserName), policyContext(call.input.PolicyArn)),
  run: (call) =>
    attachPolicy(call, userHolder, userNamed(call.tx, call.accountId, call.input.UserName), call.input.PolicyArn),
});

const detachUserPolicy = operation("DetachUserPolicy", {
  authorize: (call) => withContext(onBoundedUser(call, call.input.UserName), policyContext(call.input.PolicyArn)),
  run: ({ input, tx, accountId }) =>
    detachPolicy(tx, userHolder, userNamed(tx, accountId, input.UserName), input.PolicyArn),
});

const listAttachedUserPolicies = operation("ListAttachedUserPolicies", {
  authorize: (call) => onUser(call, call.input.UserName),
  run: ({ input, tx, accountId }) => attachedPolicyPage(userNamed(tx, accountId, input.UserName), input),
});

const attachGroupPolicy = operation("AttachGroupPolicy", {
  authorize: (call) => withContext(onGroup(call, call.input.GroupName), policyContext(call.input.PolicyArn)),
  run: (call) =>
    attachPolicy(call, groupHolder, groupNamed(call.tx, call.accountId, call.input.GroupName), call.input.PolicyArn),
});

const detachGroupPolicy = operation("DetachGroupPolicy", {
  authorize: (call) => withContext(onGroup(call, call.input.GroupName), policyContext(call.input.PolicyArn)),
  run: ({ input, tx, accountId }) =>
    detachPolicy(tx, groupHolder, groupNamed(tx, accountId, input.GroupName), input.PolicyArn),
});

const listAttachedGroupPolicies = operation("ListAttachedGroupPolicies", {
  authorize: (call) => onGroup(call, call.input.GroupName),
  run: ({ input, tx, accountId }) => attachedPolicyPage(groupNamed(tx, accountId, input.GroupName), input),
});

const attachRolePolicy = operation("AttachRolePolicy", {
  authorize: (call) => withContext(onBoundedRole(call, call.input.RoleName), policyContext(call.input.PolicyArn)),
  run: (call) => attachPolicy(call, roleHolder, modifiableRole(call, call.input.RoleName), call.input.PolicyArn),
});

const detachRolePolicy = operation("DetachRolePolicy", {
  authorize: (call) => withContext(onBoundedRole(call, call.input.RoleName), policyContext(call.input.PolicyArn)),
  run: (call) => detachPolicy(call.tx, roleHolder, modifiableRole(call, call.input.RoleName), call.input.PolicyArn),
});

const listAttachedRolePolicies = operation("ListAttachedRolePolicies", {
  authorize: (call) => onRole(call, call.input.RoleName),
  run: ({ input, tx, accountId }) => attachedPolicyPage(roleNamed(tx, accountId, input.RoleName), input),
});

/** Operations that attach managed policies to users, groups and roles. */
export const attachedPolicyOperations = [
  attachUserPolicy,
  detachUserPolicy,
  listAttachedUserPolicies,
  attachGroupPolicy,
  detachGroupPolicy,
  listAttachedGroupPolicies,
  attachRolePolicy,
  detachRolePolicy,
  listAttachedRolePolicies,
];
