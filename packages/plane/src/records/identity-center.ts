import { collection } from "../frame/collection.ts";
import type { Tag } from "./tag.ts";

/** The Identity Center instance; the plane holds one organization instance, made at bootstrap as AWS's console does. */
export interface Instance {
  readonly instanceArn: string;
  readonly identityStoreId: string;
  readonly ownerAccountId: string;
  /** The Region it was enabled in; reserved roles carry it in their path. */
  readonly region: string;
  readonly name?: string;
  readonly createdDate: string;
  readonly tags: readonly Tag[];
  /** Attributes for access control, in the API's words; absent while the feature is off. */
  readonly accessControlAttributes?: readonly { readonly Key: string; readonly Source: readonly string[] }[];
}

/** A customer managed policy as a permission set names it: looked up in each account. */
export interface PolicyReference {
  readonly name: string;
  readonly path: string;
}

/** A permission set with everything that is in it. */
export interface PermissionSet {
  readonly permissionSetArn: string;
  readonly instanceArn: string;
  readonly name: string;
  readonly description?: string;
  /** ISO 8601 duration. */
  readonly sessionDuration: string;
  readonly relayState?: string;
  readonly createdDate: string;
  /** ARNs of AWS managed policies. */
  readonly managedPolicies: readonly string[];
  readonly customerManagedPolicies: readonly PolicyReference[];
  readonly inlinePolicy?: string;
  readonly boundary?: { readonly managedPolicyArn: string } | { readonly customerManagedPolicy: PolicyReference };
  readonly tags: readonly Tag[];
  /** Grows with every change that has to be provisioned. */
  readonly version: number;
}

/** A permission set provisioned to an account: the reserved role there and the version it was made from. */
export interface Provisioning {
  readonly permissionSetArn: string;
  readonly accountId: string;
  readonly roleName: string;
  readonly version: number;
}

/** A principal's permission set in an account. */
export interface AccountAssignment {
  readonly permissionSetArn: string;
  readonly accountId: string;
  readonly principalType: "USER" | "GROUP";
  readonly principalId: string;
}

/** An asynchronous request of sso-admin and what became of it. */
export interface AssignmentRequest {
  readonly requestId: string;
  readonly kind: "CREATE" | "DELETE" | "PROVISION";
  readonly status: "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
  readonly createdDate: string;
  readonly permissionSetArn: string;
  /** Absent when all provisioned accounts are meant. */
  readonly accountId?: string;
  readonly principalType?: "USER" | "GROUP";
  readonly principalId?: string;
  readonly failureReason?: string;
}

/** A person in the directory. */
export interface DirectoryUser {
  readonly identityStoreId: string;
  readonly userId: string;
  readonly userName: string;
  /** What the identity store API keeps, in its own words (Name, DisplayName, Emails …). */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly createdBy: string;
  readonly updatedBy: string;
}

/** How a person signs in; kept apart from what the API shows. */
export interface Credential {
  readonly userId: string;
  readonly passwordHash: string;
  /** True for a one-time password that has to be replaced. */
  readonly oneTime: boolean;
  readonly setAt: string;
  readonly failedAttempts: number;
  readonly lockedUntil?: string;
}

/** A group in the directory. */
export interface DirectoryGroup {
  readonly identityStoreId: string;
  readonly groupId: string;
  readonly displayName: string;
  readonly description?: string;
  readonly externalIds: readonly { readonly Issuer: string; readonly Id: string }[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly createdBy: string;
  readonly updatedBy: string;
}

/** A person's membership in a group. */
export interface GroupMembership {
  readonly identityStoreId: string;
  readonly membershipId: string;
  readonly groupId: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

export const instances = collection<Instance>("identityCenter.instances")({
  key: (instance) => instance.instanceArn,
  indexes: { store: (instance) => instance.identityStoreId },
});

export const permissionSets = collection<PermissionSet>("identityCenter.permissionSets")({
  key: (set) => set.permissionSetArn,
  indexes: { instance: (set) => set.instanceArn, name: (set) => set.name },
});

export const provisionings = collection<Provisioning>("identityCenter.provisionings")({
  key: (p) => `${p.accountId}/${p.permissionSetArn}`,
  indexes: {
    account: (p) => p.accountId,
    permissionSet: (p) => p.permissionSetArn,
    role: (p) => `${p.accountId}/${p.roleName}`,
  },
});

export const accountAssignments = collection<AccountAssignment>("identityCenter.assignments")({
  key: (a) => `${a.accountId}/${a.permissionSetArn}/${a.principalType}/${a.principalId}`,
  indexes: {
    principal: (a) => a.principalId,
    permissionSet: (a) => a.permissionSetArn,
    account: (a) => a.accountId,
    set: (a) => `${a.accountId}/${a.permissionSetArn}`,
  },
});

export const assignmentRequests = collection<AssignmentRequest>("identityCenter.requests")({
  key: (request) => request.requestId,
  indexes: { kind: (request) => request.kind },
  security: false,
});

/** One member of every item of a list attribute, as far as it is text. */
const valuesOf = (user: DirectoryUser, attribute: string, member: string): string[] =>
  ((user.attributes[attribute] ?? []) as readonly Readonly<Record<string, unknown>>[])
    .map((item) => item[member])
    .filter((value) => typeof value === "string");

export const directoryUsers = collection<DirectoryUser>("identityStore.users")({
  key: (user) => `${user.identityStoreId}/${user.userId}`,
  indexes: {
    store: (user) => user.identityStoreId,
    name: (user) => `${user.identityStoreId}/${user.userName.toLowerCase()}`,
    id: (user) => user.userId,
    email: (user) => valuesOf(user, "Emails", "Value").map((value) => `${user.identityStoreId}/${value.toLowerCase()}`),
    externalId: (user) => valuesOf(user, "ExternalIds", "Id").map((id) => `${user.identityStoreId}/${id}`),
  },
});

export const credentials = collection<Credential>("identityStore.credentials")({
  key: (credential) => credential.userId,
  security: false,
});

export const directoryGroups = collection<DirectoryGroup>("identityStore.groups")({
  key: (group) => `${group.identityStoreId}/${group.groupId}`,
  indexes: {
    store: (group) => group.identityStoreId,
    name: (group) => `${group.identityStoreId}/${group.displayName.toLowerCase()}`,
    externalId: (group) => group.externalIds.map(({ Id }) => `${group.identityStoreId}/${Id}`),
  },
});

export const groupMemberships = collection<GroupMembership>("identityStore.memberships")({
  key: (m) => `${m.identityStoreId}/${m.membershipId}`,
  indexes: {
    store: (m) => m.identityStoreId,
    group: (m) => m.groupId,
    user: (m) => m.userId,
    pair: (m) => `${m.groupId}/${m.userId}`,
  },
});
