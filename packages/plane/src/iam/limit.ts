import { LimitExceededException } from "@aws-sdk/client-iam";
import { type QuotaName, quotas } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";

/** What IAM calls its quotas in LimitExceeded messages; undocumented, as reported by users of AWS. */
const quotaWords = {
  "iam.accessKeysPerUser": "AccessKeysPerUser",
  "iam.customerManagedPolicies": "PoliciesPerAccount",
  "iam.groups": "GroupsPerAccount",
  "iam.groupsPerUser": "GroupsPerUser",
  "iam.instanceProfiles": "InstanceProfilesPerAccount",
  "iam.managedPoliciesPerGroup": "PoliciesPerGroup",
  "iam.managedPoliciesPerRole": "PoliciesPerRole",
  "iam.managedPoliciesPerUser": "PoliciesPerUser",
  "iam.managedPolicySize": "PolicySize",
  "iam.roles": "RolesPerAccount",
  "iam.rolesPerInstanceProfile": "InstanceSessionsPerInstanceProfile",
  "iam.roleTrustPolicySize": "ACLSizePerRole",
  "iam.tagsPerResource": "TagsPerResource",
  "iam.users": "UsersPerAccount",
} as const satisfies Partial<Record<QuotaName, string>>;

/** A quota whose LimitExceeded message has the common form. */
export type LimitedQuota = keyof typeof quotaWords;

/** Fails with LimitExceeded when `amount` is more than the quota allows. */
export function requireWithin(quota: LimitedQuota, amount: number): void {
  const { value } = quotas[quota];
  if (amount > value) fail(LimitExceededException, `Cannot exceed quota for ${quotaWords[quota]}: ${value}`);
}
