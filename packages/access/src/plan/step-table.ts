import type { PolicyReference, PolicyTarget } from "../estate.ts";
import type { AssignmentKey, BodyOf, Change, ObjectKind, PlannedObject, ProvisionScope, StepKind } from "./step.ts";

/** What the rest of the code needs to know about one kind of step. */
export interface StepRow<Body> {
  /** Place in the order of creation (and of removal) that AWS demands; equal phases may run side by side. */
  readonly phase: number;
  readonly change: Change;
  readonly object: (body: Body) => PlannedObject;
  /** What tells this step from others of its kind. */
  readonly key: (body: Body) => readonly string[];
  readonly text: (body: Body) => string;
  /** Steps with the same lock never run at the same time; `account:*` excludes every `account:…`. */
  readonly lock?: (body: Body) => string;
}

type StepTable = { readonly [Kind in StepKind]: StepRow<BodyOf<Kind>> };

/** The words for a guardrail's target. */
export function targetText(target: PolicyTarget): string {
  switch (target.kind) {
    case "root":
      return "root";
    case "unit":
      return target.path;
    case "account":
      return `account ${target.name}`;
  }
}

/** A customer managed policy as path and name. */
export function referenceText(policy: PolicyReference): string {
  return `${policy.path}${policy.name}`;
}

/** An assignment in words: `AWS-Admins @ production: AdminAccess`. */
export function assignmentText(row: AssignmentKey): string {
  return `${row.principal.name} @ ${row.account}: ${row.permissionSet}`;
}

const assignmentKey = (row: AssignmentKey): readonly string[] => [
  row.permissionSet,
  row.principal.kind,
  row.principal.name,
  row.account,
];

const whereText = (where: ProvisionScope): string =>
  where.kind === "account" ? where.account : "every account that has it";

const organizationLock = (): string => "organization";
const accountLock = (account: string): string => `account:${account}`;
const named = <Body>(kind: ObjectKind, name: (body: Body) => string) => ({
  object: (body: Body): PlannedObject => ({ kind, name: name(body) }),
});
const unit = named<{ path: string }>("organizational unit", (body) => body.path);
const account = named<{ account: string }>("account", (body) => body.account);
const guardrail = named<{ policy: string }>("guardrail", (body) => body.policy);
const managedPolicy = named<{ account: string; policy: PolicyReference }>(
  "managed policy",
  (body) => `${referenceText(body.policy)} @ ${body.account}`,
);
const user = named<{ user: string }>("user", (body) => body.user);
const group = named<{ group: string }>("group", (body) => body.group);
const membership = named<{ group: string; user: string }>("membership", (body) => `${body.user} in ${body.group}`);
const set = named<{ permissionSet: string }>("permission set", (body) => body.permissionSet);
const assignment = named<{ assignment: AssignmentKey }>("assignment", (body) => assignmentText(body.assignment));
const settings = named<{ account: string }>("account settings", (body) => body.account);
const iamGroup = named<{ account: string; group: string }>("iam group", (body) => `${body.group} @ ${body.account}`);
const iamUser = named<{ account: string; user: string }>("iam user", (body) => `${body.user} @ ${body.account}`);
const iamMembership = named<{ account: string; user: string; group: string }>(
  "iam membership",
  (body) => `${body.user} in ${body.group} @ ${body.account}`,
);

/**
 * Every kind of step, once. Phases 10 to 99 build in AWS's order of creation; 100 and up take away in AWS's order of
 * deletion. Within a permission set the planner chains the steps itself (narrowing before widening).
 */
export const stepTable: StepTable = {
  createOrganization: {
    phase: 10,
    change: "add",
    object: () => ({ kind: "organization", name: "organization" }),
    key: () => [],
    text: () => "create the organization with all features",
    lock: organizationLock,
  },
  enableServiceControlPolicies: {
    phase: 11,
    change: "change",
    object: () => ({ kind: "organization", name: "organization" }),
    key: () => [],
    text: () => "enable service control policies",
    lock: organizationLock,
  },
  createOrganizationalUnit: {
    phase: 12,
    change: "add",
    ...unit,
    key: (body) => [body.path],
    text: (body) => `create organizational unit ${body.path}`,
    lock: organizationLock,
  },
  createServiceControlPolicy: {
    phase: 13,
    change: "add",
    ...guardrail,
    key: (body) => [body.policy],
    text: (body) => `create guardrail ${body.policy}`,
    lock: organizationLock,
  },
  updateServiceControlPolicy: {
    phase: 13,
    change: "change",
    ...guardrail,
    key: (body) => [body.policy],
    text: (body) => `update guardrail ${body.policy}`,
    lock: organizationLock,
  },
  tagServiceControlPolicy: {
    phase: 13,
    change: "change",
    ...guardrail,
    key: (body) => [body.policy],
    text: (body) => `tag guardrail ${body.policy}`,
    lock: organizationLock,
  },
  createAccount: {
    phase: 14,
    change: "add",
    ...account,
    key: (body) => [body.account],
    text: (body) => `create account ${body.account}`,
    lock: organizationLock,
  },
  attachServiceControlPolicy: {
    phase: 15,
    change: "change",
    ...guardrail,
    key: (body) => [body.policy, body.target.kind, targetText(body.target)],
    text: (body) => `attach guardrail ${body.policy} to ${targetText(body.target)}`,
    lock: organizationLock,
  },
  moveAccount: {
    phase: 16,
    change: "change",
    ...account,
    key: (body) => [body.account],
    text: (body) => `move account ${body.account} from ${body.from} to ${body.to}`,
    lock: organizationLock,
  },
  tagAccount: {
    phase: 17,
    change: "change",
    ...account,
    key: (body) => [body.account],
    text: (body) => `tag account ${body.account}`,
    lock: organizationLock,
  },
  setAccountAlias: {
    phase: 20,
    change: "change",
    ...settings,
    key: (body) => [body.account],
    text: (body) => `set the alias of ${body.account} to ${body.alias}`,
  },
  setPasswordPolicy: {
    phase: 20,
    change: "change",
    ...settings,
    key: (body) => [body.account],
    text: (body) => `set the password policy of ${body.account}`,
  },
  createManagedPolicy: {
    phase: 21,
    change: "add",
    ...managedPolicy,
    key: (body) => [body.policy.name, referenceText(body.policy), body.account],
    text: (body) => `create policy ${referenceText(body.policy)} in ${body.account}`,
  },
  updateManagedPolicy: {
    phase: 21,
    change: "change",
    ...managedPolicy,
    key: (body) => [body.policy.name, referenceText(body.policy), body.account],
    text: (body) => `make a new version of policy ${referenceText(body.policy)} in ${body.account}`,
  },
  tagManagedPolicy: {
    phase: 21,
    change: "change",
    ...managedPolicy,
    key: (body) => [body.policy.name, referenceText(body.policy), body.account],
    text: (body) => `tag policy ${referenceText(body.policy)} in ${body.account}`,
  },
  createUser: {
    phase: 30,
    change: "add",
    ...user,
    key: (body) => [body.user],
    text: (body) => `create user ${body.user}`,
  },
  updateUser: {
    phase: 30,
    change: "change",
    ...user,
    key: (body) => [body.user],
    text: (body) => `update user ${body.user}`,
  },
  createGroup: {
    phase: 30,
    change: "add",
    ...group,
    key: (body) => [body.group],
    text: (body) => `create group ${body.group}`,
  },
  updateGroup: {
    phase: 30,
    change: "change",
    ...group,
    key: (body) => [body.group],
    text: (body) => `update group ${body.group}`,
  },
  createMembership: {
    phase: 31,
    change: "add",
    ...membership,
    key: (body) => [body.group, body.user],
    text: (body) => `put ${body.user} into ${body.group}`,
  },
  createPermissionSet: {
    phase: 40,
    change: "add",
    ...set,
    key: (body) => [body.permissionSet],
    text: (body) => `create permission set ${body.permissionSet}`,
  },
  updatePermissionSet: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet],
    text: (body) => `update permission set ${body.permissionSet}`,
  },
  tagPermissionSet: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet],
    text: (body) => `tag permission set ${body.permissionSet}`,
  },
  putBoundary: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet],
    text: (body) => `put the boundary on ${body.permissionSet}`,
  },
  deleteBoundary: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet],
    text: (body) => `take the boundary off ${body.permissionSet}`,
  },
  putInlinePolicy: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet],
    text: (body) => `put the inline policy into ${body.permissionSet}`,
  },
  deleteInlinePolicy: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet],
    text: (body) => `delete the inline policy of ${body.permissionSet}`,
  },
  attachManagedPolicy: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet, body.policyArn],
    text: (body) => `attach ${lastPart(body.policyArn)} to ${body.permissionSet}`,
  },
  detachManagedPolicy: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet, body.policyArn],
    text: (body) => `detach ${lastPart(body.policyArn)} from ${body.permissionSet}`,
  },
  attachCustomerManagedPolicy: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet, referenceText(body.policy)],
    text: (body) => `attach customer managed ${referenceText(body.policy)} to ${body.permissionSet}`,
  },
  detachCustomerManagedPolicy: {
    phase: 40,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet, referenceText(body.policy)],
    text: (body) => `detach customer managed ${referenceText(body.policy)} from ${body.permissionSet}`,
  },
  createAssignment: {
    phase: 50,
    change: "add",
    ...assignment,
    key: (body) => assignmentKey(body.assignment),
    text: (body) => `assign ${assignmentText(body.assignment)}`,
    lock: (body) => accountLock(body.assignment.account),
  },
  provisionPermissionSet: {
    phase: 51,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet, body.where.kind, whereText(body.where)],
    text: (body) =>
      `provision ${body.permissionSet} in ${whereText(body.where)}${body.canary ? " (canary, before the rest)" : ""}`,
    lock: (body) => accountLock(body.where.kind === "account" ? body.where.account : "*"),
  },
  createIamGroup: {
    phase: 60,
    change: "add",
    ...iamGroup,
    key: (body) => [body.group, body.account],
    text: (body) => `create IAM group ${body.group} in ${body.account}`,
  },
  deleteIamGroupPolicy: {
    phase: 61,
    change: "change",
    ...iamGroup,
    key: (body) => [body.group, body.policy, body.account],
    text: (body) => `delete inline policy ${body.policy} of IAM group ${body.group} in ${body.account}`,
  },
  putIamGroupPolicy: {
    phase: 61,
    change: "change",
    ...iamGroup,
    key: (body) => [body.group, body.policy, body.account],
    text: (body) => `put inline policy ${body.policy} into IAM group ${body.group} in ${body.account}`,
  },
  detachIamGroupPolicy: {
    phase: 62,
    change: "change",
    ...iamGroup,
    key: (body) => [body.group, body.policyArn, body.account],
    text: (body) => `detach ${lastPart(body.policyArn)} from IAM group ${body.group} in ${body.account}`,
  },
  attachIamGroupPolicy: {
    phase: 63,
    change: "change",
    ...iamGroup,
    key: (body) => [body.group, body.policyArn, body.account],
    text: (body) => `attach ${lastPart(body.policyArn)} to IAM group ${body.group} in ${body.account}`,
  },
  createIamUser: {
    phase: 64,
    change: "add",
    ...iamUser,
    key: (body) => [body.user, body.account],
    text: (body) => `create IAM user ${body.user} in ${body.account}`,
  },
  putIamUserBoundary: {
    phase: 64,
    change: "change",
    ...iamUser,
    key: (body) => [body.user, body.account],
    text: (body) => `put the boundary on IAM user ${body.user} in ${body.account}`,
  },
  tagIamUser: {
    phase: 64,
    change: "change",
    ...iamUser,
    key: (body) => [body.user, body.account],
    text: (body) => `tag IAM user ${body.user} in ${body.account}`,
  },
  addIamUserToGroup: {
    phase: 65,
    change: "add",
    ...iamMembership,
    key: (body) => [body.user, body.group, body.account],
    text: (body) => `put IAM user ${body.user} into ${body.group} in ${body.account}`,
  },
  deleteAssignment: {
    phase: 100,
    change: "remove",
    ...assignment,
    key: (body) => assignmentKey(body.assignment),
    text: (body) => `unassign ${assignmentText(body.assignment)}`,
    lock: (body) => accountLock(body.assignment.account),
  },
  deleteMembership: {
    phase: 101,
    change: "remove",
    ...membership,
    key: (body) => [body.group, body.user],
    text: (body) => `take ${body.user} out of ${body.group}`,
  },
  deletePermissionSet: {
    phase: 102,
    change: "remove",
    ...set,
    key: (body) => [body.permissionSet],
    text: (body) => `delete permission set ${body.permissionSet}`,
  },
  deleteUser: {
    phase: 103,
    change: "remove",
    ...user,
    key: (body) => [body.user],
    text: (body) => `delete user ${body.user}`,
  },
  deleteGroup: {
    phase: 103,
    change: "remove",
    ...group,
    key: (body) => [body.group],
    text: (body) => `delete group ${body.group}`,
  },
  removeIamUserFromGroup: {
    phase: 104,
    change: "remove",
    ...iamMembership,
    key: (body) => [body.user, body.group, body.account],
    text: (body) => `take IAM user ${body.user} out of ${body.group} in ${body.account}`,
  },
  deleteIamUser: {
    phase: 105,
    change: "remove",
    ...iamUser,
    key: (body) => [body.user, body.account],
    text: (body) => `delete IAM user ${body.user} in ${body.account} with its password, keys and devices`,
  },
  detachServiceControlPolicy: {
    phase: 106,
    change: "change",
    ...guardrail,
    key: (body) => [body.policy, body.target.kind, targetText(body.target)],
    text: (body) => `detach guardrail ${body.policy} from ${targetText(body.target)}`,
    lock: organizationLock,
  },
  deleteServiceControlPolicy: {
    phase: 107,
    change: "remove",
    ...guardrail,
    key: (body) => [body.policy],
    text: (body) => `delete guardrail ${body.policy}`,
    lock: organizationLock,
  },
};

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
