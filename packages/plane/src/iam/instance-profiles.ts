import {
  DeleteConflictException,
  EntityAlreadyExistsException,
  type InstanceProfile as ApiProfile,
  NoSuchEntityException,
} from "@aws-sdk/client-iam";
import { arns } from "../frame/arns.ts";
import { fail } from "../frame/fault.ts";
import { newUniqueId } from "../frame/ids.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type InstanceProfile, instanceProfiles, nameKey } from "../records/iam.ts";
import { onCreation, onInstanceProfile, onRole } from "./authorization.ts";
import { requireWithin } from "./limit.ts";
import { iamPage } from "./page.ts";
import { findRole } from "./role-record.ts";
import { describeRole, modifiableRole, roleNamed } from "./roles.ts";
import { describeTags, resourceTagKeys, tagsIfAny, withTags } from "./tag-list.ts";

const operation = operationsOf("iam");

/** The instance profile of that name in the account, or NoSuchEntity. */
export function instanceProfileNamed(tx: Transaction, accountId: string, name: string): InstanceProfile {
  const profile = tx.get(instanceProfiles, nameKey(accountId, name));
  return profile ?? fail(NoSuchEntityException, `Instance Profile ${name} cannot be found.`);
}

/** An instance profile as lists show it. */
export function describeInstanceProfile(tx: Transaction, profile: InstanceProfile): ApiProfile {
  const role = profile.roleName === undefined ? undefined : findRole(tx, profile.accountId, profile.roleName);
  return {
    Path: profile.path,
    InstanceProfileName: profile.instanceProfileName,
    InstanceProfileId: profile.instanceProfileId,
    Arn: profile.arn,
    CreateDate: new Date(profile.createDate),
    Roles: role ? [describeRole(role)] : [],
  };
}

const createInstanceProfile = operation("CreateInstanceProfile", {
  authorize: ({ input, accountId }) => {
    const resource = arns.instanceProfile(accountId, input.Path ?? "/", input.InstanceProfileName);
    return onCreation(resource, "iam:TagInstanceProfile", input.Tags);
  },
  run: ({ input, tx, accountId, now: createDate }) => {
    const { InstanceProfileName: instanceProfileName, Path: path = "/" } = input;
    const tags = withTags([], input.Tags, resourceTagKeys);
    if (tx.get(instanceProfiles, nameKey(accountId, instanceProfileName))) {
      fail(EntityAlreadyExistsException, `Instance Profile ${instanceProfileName} already exists.`);
    }
    requireWithin("iam.instanceProfiles", tx.count(instanceProfiles, "account", accountId) + 1);
    const identity = {
      accountId,
      instanceProfileName,
      path,
      arn: arns.instanceProfile(accountId, path, instanceProfileName),
    };
    const profile = tx.put(instanceProfiles, { ...identity, instanceProfileId: newUniqueId("AIPA"), createDate, tags });
    return { InstanceProfile: { ...describeInstanceProfile(tx, profile), ...tagsIfAny(tags) } };
  },
});

const getInstanceProfile = operation("GetInstanceProfile", {
  authorize: (call) => onInstanceProfile(call, call.input.InstanceProfileName),
  run: ({ input, tx, accountId }) => {
    const profile = instanceProfileNamed(tx, accountId, input.InstanceProfileName);
    return { InstanceProfile: { ...describeInstanceProfile(tx, profile), Tags: describeTags(profile.tags) } };
  },
});

const listInstanceProfiles = operation("ListInstanceProfiles", {
  authorize: ({ input, accountId }) => ({ resource: arns.instanceProfile(accountId, input.PathPrefix ?? "/", "") }),
  run: ({ input, tx, accountId }) => {
    const { PathPrefix: prefix = "/" } = input;
    const profiles = tx
      .list(instanceProfiles, "account", accountId)
      .filter((profile) => profile.path.startsWith(prefix));
    const { items, paging } = iamPage(profiles, input, keyOf);
    return { InstanceProfiles: items.map((profile) => describeInstanceProfile(tx, profile)), ...paging };
  },
});

const listInstanceProfilesForRole = operation("ListInstanceProfilesForRole", {
  authorize: (call) => onRole(call, call.input.RoleName),
  run: ({ input, tx, accountId }) => {
    const { roleName } = roleNamed(tx, accountId, input.RoleName);
    const { items, paging } = iamPage(tx.list(instanceProfiles, "role", nameKey(accountId, roleName)), input, keyOf);
    return { InstanceProfiles: items.map((profile) => describeInstanceProfile(tx, profile)), ...paging };
  },
});

const keyOf = (profile: InstanceProfile): string => nameKey(profile.accountId, profile.instanceProfileName);

const deleteInstanceProfile = operation("DeleteInstanceProfile", {
  authorize: (call) => onInstanceProfile(call, call.input.InstanceProfileName),
  run: ({ input, tx, accountId }) => {
    const profile = instanceProfileNamed(tx, accountId, input.InstanceProfileName);
    if (profile.roleName !== undefined) {
      fail(DeleteConflictException, "Cannot delete entity, must remove roles from instance profile first.");
    }
    tx.remove(instanceProfiles, profile);
    return {};
  },
});

const addRoleToInstanceProfile = operation("AddRoleToInstanceProfile", {
  authorize: (call) => [
    onInstanceProfile(call, call.input.InstanceProfileName),
    // Whoever puts a role into a profile hands it to EC2 [IAM API Reference, AddRoleToInstanceProfile].
    { ...onRole(call, call.input.RoleName), action: "iam:PassRole" },
  ],
  run: (call) => {
    const { InstanceProfileName: name, RoleName: role } = call.input;
    const profile = instanceProfileNamed(call.tx, call.accountId, name);
    const { roleName } = modifiableRole(call, role);
    requireWithin("iam.rolesPerInstanceProfile", profile.roleName === undefined ? 1 : 2);
    call.tx.put(instanceProfiles, { ...profile, roleName });
    return {};
  },
});

const removeRoleFromInstanceProfile = operation("RemoveRoleFromInstanceProfile", {
  authorize: (call) => onInstanceProfile(call, call.input.InstanceProfileName),
  run: (call) => {
    const { InstanceProfileName: name, RoleName: role } = call.input;
    const { roleName, ...profile } = instanceProfileNamed(call.tx, call.accountId, name);
    if (modifiableRole(call, role).roleName !== roleName) {
      fail(NoSuchEntityException, `Role ${role} in Instance Profile ${name} cannot be found.`);
    }
    call.tx.put(instanceProfiles, profile);
    return {};
  },
});

/** Operations on instance profiles. */
export const instanceProfileOperations = [
  createInstanceProfile,
  getInstanceProfile,
  listInstanceProfiles,
  listInstanceProfilesForRole,
  deleteInstanceProfile,
  addRoleToInstanceProfile,
  removeRoleFromInstanceProfile,
];
