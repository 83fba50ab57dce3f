import type { EntityType, GroupDetail, ManagedPolicyDetail, RoleDetail, UserDetail } from "@aws-sdk/client-iam";
import { type Call, operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import {
  type IamGroup,
  iamGroups,
  iamPolicies,
  type IamRole,
  iamRoles,
  type IamUser,
  iamUsers,
  instanceProfiles,
  nameKey,
} from "../records/iam.ts";
import { describeGroup } from "./groups.ts";
import { describeInlinePolicies } from "./inline-policy.ts";
import { describeInstanceProfile } from "./instance-profiles.ts";
import { iamPage, sortedBy } from "./page.ts";
import { describeBoundary } from "./permissions-boundary.ts";
import { describePolicy } from "./policies.ts";
import { describeAttachment } from "./policy-attachment.ts";
import { awsPolicyFacts, type ManagedPolicyFacts, versionsOf } from "./policy-record.ts";
import { type PolicyUsage, usageByPolicy } from "./policy-usage.ts";
import { describeWholeVersion } from "./policy-versions.ts";
import { describeLastUse, describeRole } from "./roles.ts";
import { describeTags } from "./tag-list.ts";
import { describeUser } from "./users.ts";

const operation = operationsOf("iam");

/** One entity of the account, in the order of the report. */
type Entity =
  | { readonly kind: "User"; readonly name: string; readonly user: IamUser }
  | { readonly kind: "Group"; readonly name: string; readonly group: IamGroup }
  | { readonly kind: "Role"; readonly name: string; readonly role: IamRole }
  | {
      readonly kind: "LocalManagedPolicy" | "AWSManagedPolicy";
      readonly name: string;
      readonly policy: ManagedPolicyFacts;
    };

const places: Record<EntityType, number> = { User: 1, Group: 2, Role: 3, LocalManagedPolicy: 4, AWSManagedPolicy: 5 };

const placeOf = ({ kind, name }: Entity): string => `${places[kind]}/${name.toLowerCase()}`;

/** Everything in the account, and of AWS's managed policies those the account uses. */
function entitiesOf({ tx, catalog, accountId }: Call<unknown>, usage: (arn: string) => PolicyUsage): Entity[] {
  const used = catalog.managedPolicyIndex().filter(({ arn }) => usage(arn).attachments + usage(arn).boundaries > 0);
  return [
    ...tx.list(iamUsers, "account", accountId).map((user) => ({ kind: "User", name: user.userName, user }) as const),
    ...tx
      .list(iamGroups, "account", accountId)
      .map((group) => ({ kind: "Group", name: group.groupName, group }) as const),
    ...tx.list(iamRoles, "account", accountId).map((role) => ({ kind: "Role", name: role.roleName, role }) as const),
    ...tx
      .list(iamPolicies, "account", accountId)
      .map((policy) => ({ kind: "LocalManagedPolicy", name: policy.policyName, policy }) as const),
    ...used.map((policy) => ({ kind: "AWSManagedPolicy", name: policy.name, policy: awsPolicyFacts(policy) }) as const),
  ];
}

const getAccountAuthorizationDetails = operation("GetAccountAuthorizationDetails", {
  run: (call) => {
    const { input, tx, accountId } = call;
    const usage = usageByPolicy(tx, accountId);
    const wanted = new Set(input.Filter ?? []);
    const entities = entitiesOf(call, usage).filter(({ kind }) => wanted.size === 0 || wanted.has(kind));
    const { items, paging } = iamPage(sortedBy(entities, placeOf), input, placeOf);
    return {
      UserDetailList: items.flatMap((entity) => (entity.kind === "User" ? [describeUserDetail(entity.user)] : [])),
      GroupDetailList: items.flatMap((entity) => (entity.kind === "Group" ? [describeGroupDetail(entity.group)] : [])),
      RoleDetailList: items.flatMap((entity) => (entity.kind === "Role" ? [describeRoleDetail(tx, entity.role)] : [])),
      Policies: items.flatMap((entity) =>
        "policy" in entity ? [describePolicyDetail(call, entity.policy, usage)] : [],
      ),
      ...paging,
    };
  },
});

function describeUserDetail(user: IamUser): UserDetail {
  const { PasswordLastUsed: _, ...described } = describeUser(user);
  const inline = describeInlinePolicies(user);
  return {
    ...described,
    // AWS leaves the member out for users, but not for groups and roles, when there is no inline policy.
    ...(inline.length > 0 && { UserPolicyList: inline }),
    GroupList: [...user.groups],
    AttachedManagedPolicies: user.attachedPolicies.map(describeAttachment),
    ...describeBoundary(user.permissionsBoundary),
    Tags: describeTags(user.tags),
  };
}

const describeGroupDetail = (group: IamGroup): GroupDetail => ({
  ...describeGroup(group),
  GroupPolicyList: describeInlinePolicies(group),
  AttachedManagedPolicies: group.attachedPolicies.map(describeAttachment),
});

function describeRoleDetail(tx: Transaction, role: IamRole): RoleDetail {
  const profiles = tx.list(instanceProfiles, "role", nameKey(role.accountId, role.roleName));
  return {
    ...describeRole(role),
    InstanceProfileList: profiles.map((profile) => describeInstanceProfile(tx, profile)),
    RolePolicyList: describeInlinePolicies(role),
    AttachedManagedPolicies: role.attachedPolicies.map(describeAttachment),
    ...describeBoundary(role.permissionsBoundary),
    Tags: describeTags(role.tags),
    ...describeLastUse(role),
  };
}

const describePolicyDetail = (
  call: Call<unknown>,
  policy: ManagedPolicyFacts,
  usage: (arn: string) => PolicyUsage,
): ManagedPolicyDetail => ({
  ...describePolicy(policy, usage(policy.arn)),
  PolicyVersionList: versionsOf(call, policy.arn).map((version) =>
    describeWholeVersion(version, policy.defaultVersionId),
  ),
});

/** The operation that reports all of the account's IAM. */
export const accountAuthorizationDetailsOperations = [getAccountAuthorizationDetails];
