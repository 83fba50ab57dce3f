import { collection } from "../frame/collection.ts";
import type { Tag } from "./tag.ts";

/** What users, groups and roles have in common: policies attached to them and written into them. */
export interface PolicyHolder {
  readonly accountId: string;
  readonly path: string;
  readonly arn: string;
  readonly createDate: string;
  /** ARNs of managed policies, in order of attachment. */
  readonly attachedPolicies: readonly string[];
  /** Inline policy documents by name. */
  readonly inlinePolicies: Readonly<Record<string, string>>;
}

/** An IAM user. */
export interface IamUser extends PolicyHolder {
  readonly userName: string;
  readonly userId: string;
  /** Names of groups of the same account. */
  readonly groups: readonly string[];
  /** ARN of the permissions boundary. */
  readonly permissionsBoundary?: string;
  readonly tags: readonly Tag[];
  readonly passwordLastUsed?: string;
}

/** An IAM user group. */
export interface IamGroup extends PolicyHolder {
  readonly groupName: string;
  readonly groupId: string;
}

/** An IAM role. */
export interface IamRole extends PolicyHolder {
  readonly roleName: string;
  readonly roleId: string;
  readonly description?: string;
  readonly assumeRolePolicyDocument: string;
  readonly maxSessionDuration: number;
  readonly permissionsBoundary?: string;
  readonly tags: readonly Tag[];
  readonly lastUsed?: { readonly date: string; readonly region: string };
}

/** A customer managed policy with its versions, newest last. */
export interface IamPolicy {
  readonly accountId: string;
  readonly policyName: string;
  readonly policyId: string;
  readonly path: string;
  readonly arn: string;
  readonly description?: string;
  readonly createDate: string;
  readonly updateDate: string;
  readonly defaultVersionId: string;
  readonly versions: readonly PolicyVersion[];
  /** Number of the next version: numbers are never used again. */
  readonly nextVersion: number;
  readonly tags: readonly Tag[];
}

/** One version of a customer managed policy: `v1`, `v2` … */
export interface PolicyVersion {
  readonly versionId: string;
  readonly document: string;
  readonly createDate: string;
}

/** A long-term access key; its secret is sealed. `userName` is absent for a root key. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly userName?: string;
  readonly status: "Active" | "Inactive";
  readonly createDate: string;
  readonly sealedSecret: string;
}

/** When and where a key was last used; kept apart so that use does not count as a change of permissions. */
export interface AccessKeyUse {
  readonly accessKeyId: string;
  readonly date: string;
  readonly serviceName: string;
  readonly region: string;
}

/** A console password of an IAM user. */
export interface LoginProfile {
  readonly accountId: string;
  readonly userName: string;
  readonly passwordHash: string;
  /** Hashes of earlier passwords, newest first, as many as the password policy can forbid to use again. */
  readonly previousHashes?: readonly string[];
  readonly passwordResetRequired: boolean;
  readonly createDate: string;
}

/** A container that hands a role to EC2 instances. */
export interface InstanceProfile {
  readonly accountId: string;
  readonly instanceProfileName: string;
  readonly instanceProfileId: string;
  readonly path: string;
  readonly arn: string;
  readonly createDate: string;
  /** Name of the role in it; AWS allows one. */
  readonly roleName?: string;
  readonly tags: readonly Tag[];
}

/** A service-linked role that was deleted, by the id its deletion is asked about with. */
export interface ServiceLinkedRoleDeletion {
  readonly accountId: string;
  readonly taskId: string;
  readonly roleName: string;
}

/** IAM settings of an account. */
export interface IamAccount {
  readonly accountId: string;
  readonly alias?: string;
  readonly passwordPolicy?: PasswordPolicy;
}

/** The account password policy, in IAM's words. */
export interface PasswordPolicy {
  readonly MinimumPasswordLength: number;
  readonly RequireSymbols: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireUppercaseCharacters: boolean;
  readonly RequireLowercaseCharacters: boolean;
  readonly AllowUsersToChangePassword: boolean;
  readonly MaxPasswordAge?: number;
  readonly PasswordReusePrevention?: number;
  readonly HardExpiry?: boolean;
}

/** IAM names are unique without regard to case [IAM User Guide, reference_iam-quotas]. */
export const nameKey = (accountId: string, name: string): string => `${accountId}/${name.toLowerCase()}`;

export const iamUsers = collection<IamUser>("iam.users")({
  key: (user) => nameKey(user.accountId, user.userName),
  indexes: {
    account: (user) => user.accountId,
    group: (user) => user.groups.map((name) => nameKey(user.accountId, name)),
    policy: (user) => user.attachedPolicies,
    boundary: (user) => user.permissionsBoundary ?? [],
    id: (user) => user.userId,
  },
});

export const iamGroups = collection<IamGroup>("iam.groups")({
  key: (group) => nameKey(group.accountId, group.groupName),
  indexes: { account: (group) => group.accountId, policy: (group) => group.attachedPolicies },
});

export const iamRoles = collection<IamRole>("iam.roles")({
  key: (role) => nameKey(role.accountId, role.roleName),
  indexes: {
    account: (role) => role.accountId,
    policy: (role) => role.attachedPolicies,
    boundary: (role) => role.permissionsBoundary ?? [],
    id: (role) => role.roleId,
  },
});

export const iamPolicies = collection<IamPolicy>("iam.policies")({
  key: (policy) => nameKey(policy.accountId, policy.policyName),
  indexes: { account: (policy) => policy.accountId, arn: (policy) => policy.arn },
});

export const accessKeys = collection<AccessKey>("iam.accessKeys")({
  key: (key) => key.accessKeyId,
  indexes: {
    account: (key) => key.accountId,
    user: (key) => nameKey(key.accountId, key.userName ?? "<root>"),
  },
});

export const accessKeyUses = collection<AccessKeyUse>("iam.accessKeyUses")({
  key: (use) => use.accessKeyId,
  security: false,
});

export const loginProfiles = collection<LoginProfile>("iam.loginProfiles")({
  key: (profile) => nameKey(profile.accountId, profile.userName),
  security: false,
});

export const instanceProfiles = collection<InstanceProfile>("iam.instanceProfiles")({
  key: (profile) => nameKey(profile.accountId, profile.instanceProfileName),
  indexes: {
    account: (profile) => profile.accountId,
    role: (profile) => (profile.roleName === undefined ? [] : nameKey(profile.accountId, profile.roleName)),
  },
  security: false,
});

export const serviceLinkedRoleDeletions = collection<ServiceLinkedRoleDeletion>("iam.serviceLinkedRoleDeletions")({
  key: (deletion) => deletion.taskId,
  security: false,
});

export const iamAccounts = collection<IamAccount>("iam.accounts")({
  key: (account) => account.accountId,
  indexes: { alias: (account) => account.alias ?? [] },
  security: false,
});
