import type { LimitedQuota } from "./limit.ts";
import type { QuotaName } from "@castellan/catalog";
import type { Collection } from "../frame/collection.ts";
import {
  type IamGroup,
  iamGroups,
  type IamRole,
  iamRoles,
  type IamUser,
  iamUsers,
  type PolicyHolder,
} from "../records/iam.ts";

/** What differs between users, groups and roles when policies are attached to them or written into them. */
export interface HolderKind<Holder extends PolicyHolder> {
  readonly word: "user" | "group" | "role";
  readonly collection: Collection<Holder>;
  readonly nameOf: (holder: Holder) => string;
  /** How many managed policies may be attached. */
  readonly attachmentQuota: LimitedQuota;
  /** How large all inline policies together may be. */
  readonly inlineQuota: QuotaName;
}

export const userHolder: HolderKind<IamUser> = {
  word: "user",
  collection: iamUsers,
  nameOf: (user) => user.userName,
  attachmentQuota: "iam.managedPoliciesPerUser",
  inlineQuota: "iam.userInlinePolicySize",
};

export const groupHolder: HolderKind<IamGroup> = {
  word: "group",
  collection: iamGroups,
  nameOf: (group) => group.groupName,
  attachmentQuota: "iam.managedPoliciesPerGroup",
  inlineQuota: "iam.groupInlinePolicySize",
};

export const roleHolder: HolderKind<IamRole> = {
  word: "role",
  collection: iamRoles,
  nameOf: (role) => role.roleName,
  attachmentQuota: "iam.managedPoliciesPerRole",
  inlineQuota: "iam.roleInlinePolicySize",
};
