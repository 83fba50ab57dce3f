import { operationsOf } from "../frame/operation.ts";
import { iamPolicies, iamUsers, instanceProfiles } from "../records/iam.ts";
import { onInstanceProfile, onPolicy, onRole, onUser, requestTags, tagKeys, withContext } from "./authorization.ts";
import { instanceProfileNamed } from "./instance-profiles.ts";
import { managedPolicyWithArn, ownPolicyWithArn } from "./policy-record.ts";
import { putRole } from "./role-record.ts";
import { modifiableRole, roleNamed } from "./roles.ts";
import { principalTagKeys, resourceTagKeys, tagPage, withoutTags, withTags } from "./tag-list.ts";
import { userNamed } from "./users.ts";

const operation = operationsOf("iam");

const tagUser = operation("TagUser", {
  authorize: (call) => withContext(onUser(call, call.input.UserName), requestTags(call.input.Tags)),
  run: ({ input, tx, accountId }) => {
    const user = userNamed(tx, accountId, input.UserName);
    tx.put(iamUsers, { ...user, tags: withTags(user.tags, input.Tags, principalTagKeys) });
    return {};
  },
});

const untagUser = operation("UntagUser", {
  authorize: (call) => withContext(onUser(call, call.input.UserName), tagKeys(call.input.TagKeys)),
  run: ({ input, tx, accountId }) => {
    const user = userNamed(tx, accountId, input.UserName);
    tx.put(iamUsers, { ...user, tags: withoutTags(user.tags, input.TagKeys, principalTagKeys) });
    return {};
  },
});

const listUserTags = operation("ListUserTags", {
  authorize: (call) => onUser(call, call.input.UserName),
  run: ({ input, tx, accountId }) => tagPage(userNamed(tx, accountId, input.UserName).tags, input),
});

const tagRole = operation("TagRole", {
  authorize: (call) => withContext(onRole(call, call.input.RoleName), requestTags(call.input.Tags)),
  run: (call) => {
    const role = modifiableRole(call, call.input.RoleName);
    putRole(call.tx, { ...role, tags: withTags(role.tags, call.input.Tags, principalTagKeys) });
    return {};
  },
});

const untagRole = operation("UntagRole", {
  authorize: (call) => withContext(onRole(call, call.input.RoleName), tagKeys(call.input.TagKeys)),
  run: (call) => {
    const role = modifiableRole(call, call.input.RoleName);
    putRole(call.tx, { ...role, tags: withoutTags(role.tags, call.input.TagKeys, principalTagKeys) });
    return {};
  },
});

const listRoleTags = operation("ListRoleTags", {
  authorize: (call) => onRole(call, call.input.RoleName),
  run: ({ input, tx, accountId }) => tagPage(roleNamed(tx, accountId, input.RoleName).tags, input),
});

const tagPolicy = operation("TagPolicy", {
  authorize: (call) => withContext(onPolicy(call, call.input.PolicyArn), requestTags(call.input.Tags)),
  run: (call) => {
    const policy = ownPolicyWithArn(call, call.input.PolicyArn);
    call.tx.put(iamPolicies, { ...policy, tags: withTags(policy.tags, call.input.Tags, resourceTagKeys) });
    return {};
  },
});

const untagPolicy = operation("UntagPolicy", {
  authorize: (call) => withContext(onPolicy(call, call.input.PolicyArn), tagKeys(call.input.TagKeys)),
  run: (call) => {
    const policy = ownPolicyWithArn(call, call.input.PolicyArn);
    call.tx.put(iamPolicies, { ...policy, tags: withoutTags(policy.tags, call.input.TagKeys, resourceTagKeys) });
    return {};
  },
});

const listPolicyTags = operation("ListPolicyTags", {
  authorize: (call) => onPolicy(call, call.input.PolicyArn),
  run: (call) => tagPage(managedPolicyWithArn(call, call.input.PolicyArn).tags, call.input),
});

const tagInstanceProfile = operation("TagInstanceProfile", {
  authorize: (call) =>
    withContext(onInstanceProfile(call, call.input.InstanceProfileName), requestTags(call.input.Tags)),
  run: ({ input, tx, accountId }) => {
    const profile = instanceProfileNamed(tx, accountId, input.InstanceProfileName);
    tx.put(instanceProfiles, { ...profile, tags: withTags(profile.tags, input.Tags, resourceTagKeys) });
    return {};
  },
});

const untagInstanceProfile = operation("UntagInstanceProfile", {
  authorize: (call) =>
    withContext(onInstanceProfile(call, call.input.InstanceProfileName), tagKeys(call.input.TagKeys)),
  run: ({ input, tx, accountId }) => {
    const profile = instanceProfileNamed(tx, accountId, input.InstanceProfileName);
    tx.put(instanceProfiles, { ...profile, tags: withoutTags(profile.tags, input.TagKeys, resourceTagKeys) });
    return {};
  },
});

const listInstanceProfileTags = operation("ListInstanceProfileTags", {
  authorize: (call) => onInstanceProfile(call, call.input.InstanceProfileName),
  run: ({ input, tx, accountId }) =>
    tagPage(instanceProfileNamed(tx, accountId, input.InstanceProfileName).tags, input),
});

/** Operations on the tags of users, roles, managed policies and instance profiles. */
export const tagOperations = [
  tagUser,
  untagUser,
  listUserTags,
  tagRole,
  untagRole,
  listRoleTags,
  tagPolicy,
  untagPolicy,
  listPolicyTags,
  tagInstanceProfile,
  untagInstanceProfile,
  listInstanceProfileTags,
];
