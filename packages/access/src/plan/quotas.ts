import type { Diagnostic } from "@castellan/policy";
import type { Estate, PermissionSet, ServiceControlPolicy } from "../estate.ts";
import { refusal } from "./refusal.ts";
import { targetText } from "./step-words.ts";

/** The limits a plan is checked against before anything is written; an account may have had some of them raised. */
export interface Quotas {
  /** Managed policies per IAM role, AWS's and customer's together; default quota, adjustable to 25. */
  readonly managedPoliciesPerPermissionSet: number;
  /** Characters without blanks in a permission set's inline policy. */
  readonly inlinePolicyCharacters: number;
  readonly permissionSetNameLength: number;
  readonly permissionSetDescriptionLength: number;
  readonly permissionSetsPerInstance: number;
  /** Characters in a service control policy's document. */
  readonly serviceControlPolicyCharacters: number;
  /** Service control policies on one root, unit or account, AWS's own FullAWSAccess among them. */
  readonly serviceControlPoliciesPerTarget: number;
  /** Characters without blanks in a customer managed policy. */
  readonly managedPolicyCharacters: number;
  readonly groupsPerIamUser: number;
  readonly managedPoliciesPerIamGroup: number;
}

/**
 * AWS's default quotas. Sources: "IAM Identity Center quotas", "IAM and AWS STS quotas", "Quotas for AWS Organizations"
 * (10 policies of 10,240 characters per node since 2026-05-15); read 2026-11-22.
 */
export const defaultQuotas: Quotas = {
  managedPoliciesPerPermissionSet: 10,
  inlinePolicyCharacters: 10_240,
  permissionSetNameLength: 32,
  permissionSetDescriptionLength: 700,
  permissionSetsPerInstance: 3_500,
  serviceControlPolicyCharacters: 10_240,
  serviceControlPoliciesPerTarget: 10,
  managedPolicyCharacters: 6_144,
  groupsPerIamUser: 10,
  managedPoliciesPerIamGroup: 10,
};

/** Everything in the file that AWS would refuse half-way for being too much, found before the first write. */
export function refuseOverQuota(desired: Estate, after: Estate, quotas: Quotas): readonly Diagnostic[] {
  return [
    ...desired.permissionSets.flatMap((set) => overInSet(set, quotas)),
    ...over("permission sets in the instance", after.permissionSets.length, quotas.permissionSetsPerInstance),
    ...desired.serviceControlPolicies.flatMap((policy) =>
      over(
        `characters in guardrail \`${policy.name}\``,
        policy.document.length,
        quotas.serviceControlPolicyCharacters,
        policy.source,
      ),
    ),
    ...overPerTarget(desired.serviceControlPolicies, after, quotas),
    ...desired.iam.flatMap((iam) => overInIam(iam, quotas)),
  ];
}

function over(what: string, count: number, limit: number, source?: PermissionSet["source"]): readonly Diagnostic[] {
  if (count <= limit) return [];
  const message = `${count.toLocaleString("en")} ${what}, AWS allows ${limit.toLocaleString("en")}`;
  return [refusal("overQuota", message, { source })];
}

function overInSet(set: PermissionSet, quotas: Quotas): readonly Diagnostic[] {
  const here = `permission set \`${set.name}\``;
  const policies = set.managedPolicies.length + set.customerManagedPolicies.length;
  return [
    ...over(`characters in the name of ${here}`, set.name.length, quotas.permissionSetNameLength, set.source),
    ...over(
      `characters in the description of ${here}`,
      set.description?.length ?? 0,
      quotas.permissionSetDescriptionLength,
      set.source,
    ),
    ...over(`managed policies in ${here}`, policies, quotas.managedPoliciesPerPermissionSet, set.source),
    ...over(
      `characters without blanks in the inline policy of ${here}`,
      withoutBlanks(set.inlinePolicy ?? ""),
      quotas.inlinePolicyCharacters,
      set.source,
    ),
  ];
}

function overPerTarget(ours: readonly ServiceControlPolicy[], after: Estate, quotas: Quotas): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  for (const target of after.serviceControlPolicies.flatMap((policy) => policy.targets)) {
    const key = targetText(target);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const targets = new Set(ours.flatMap((policy) => policy.targets).map(targetText));
  return [...targets].flatMap((target) =>
    over(`service control policies on ${target}`, counts.get(target) ?? 0, quotas.serviceControlPoliciesPerTarget),
  );
}

function overInIam(iam: Estate["iam"][number], quotas: Quotas): readonly Diagnostic[] {
  return [
    ...iam.policies.flatMap((policy) =>
      over(
        `characters without blanks in policy \`${policy.name}\``,
        withoutBlanks(policy.document),
        quotas.managedPolicyCharacters,
        policy.source,
      ),
    ),
    ...iam.users.flatMap((user) =>
      over(`groups of IAM user \`${user.name}\``, user.groups.length, quotas.groupsPerIamUser, user.source),
    ),
    ...iam.groups.flatMap((group) =>
      over(
        `managed policies in IAM group \`${group.name}\``,
        group.managedPolicies.length,
        quotas.managedPoliciesPerIamGroup,
        group.source,
      ),
    ),
  ];
}

function withoutBlanks(text: string): number {
  return text.replaceAll(/\s/g, "").length;
}
