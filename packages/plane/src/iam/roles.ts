import {
  DeleteConflictException,
  EntityAlreadyExistsException,
  InvalidInputException,
  NoSuchEntityException,
  type Role,
  UnmodifiableEntityException,
} from "@aws-sdk/client-iam";
import { arns } from "../frame/arns.ts";
import { fail } from "../frame/fault.ts";
import { type Call, operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type IamRole, iamRoles, instanceProfiles, nameKey } from "../records/iam.ts";
import { boundaryContext, onBoundedRole, onCreation } from "./authorization.ts";
import { requireWithin } from "./limit.ts";
import { iamPage } from "./page.ts";
import { describeBoundary, requireBoundary } from "./permissions-boundary.ts";
import { encodeDocument } from "./policy-document.ts";
import { createRoleRecord, deleteRoleRecord, findRole, isProtected, putRole } from "./role-record.ts";
import { principalTagKeys, tagsIfAny, withTags } from "./tag-list.ts";
import { requireTrustPolicy } from "./trust-policy.ts";

const operation = operationsOf("iam");

/** The role of that name in the account, or NoSuchEntity. */
export const roleNamed = (tx: Transaction, accountId: string, name: string): IamRole =>
  findRole(tx, accountId, name) ?? fail(NoSuchEntityException, `The role with name ${name} cannot be found.`);

/** The role of that name if the caller may change it at all: protected roles are changed by the plane itself only. */
export function modifiableRole(
  { tx, accountId, caller }: Pick<Call<unknown>, "tx" | "accountId" | "caller">,
  name: string,
): IamRole {
  const role = roleNamed(tx, accountId, name);
  if (!isProtected(role) || caller.kind === "plane") return role;
  const message = `Cannot perform the operation on the protected role '${role.roleName}' - this role is only modifiable by AWS`;
  return fail(UnmodifiableEntityException, message);
}

/** A role as operations show it that show least of it: CreateRole, instance profiles. */
export const describeRole = (role: IamRole): Role => ({
  Path: role.path,
  RoleName: role.roleName,
  RoleId: role.roleId,
  Arn: role.arn,
  CreateDate: new Date(role.createDate),
  AssumeRolePolicyDocument: encodeDocument(role.assumeRolePolicyDocument),
});

/** A role as lists show it. */
const describeListedRole = (role: IamRole): Role => ({
  ...describeRole(role),
  ...(role.description !== undefined && { Description: role.description }),
  MaxSessionDuration: role.maxSessionDuration,
});

/** The `RoleLastUsed` member: empty for a role nobody has used. */
export const describeLastUse = ({ lastUsed }: IamRole): Required<Pick<Role, "RoleLastUsed">> => ({
  RoleLastUsed: lastUsed === undefined ? {} : { LastUsedDate: new Date(lastUsed.date), Region: lastUsed.region },
});

const createRole = operation("CreateRole", {
  authorize: ({ input, accountId }) => {
    const resource = arns.role(accountId, input.Path ?? "/", input.RoleName);
    return onCreation(resource, "iam:TagRole", input.Tags, boundaryContext(input.PermissionsBoundary));
  },
  run: (call) => {
    const { input, tx, accountId, now } = call;
    const { RoleName: roleName, Path: path = "/", AssumeRolePolicyDocument: trust } = input;
    const { PermissionsBoundary: permissionsBoundary, MaxSessionDuration: maxSessionDuration } = input;
    const tags = withTags([], input.Tags, principalTagKeys);
    requireOpenPath(path);
    requireTrustPolicy(tx, trust);
    if (permissionsBoundary !== undefined) requireBoundary(call, permissionsBoundary);
    if (findRole(tx, accountId, roleName))
      fail(EntityAlreadyExistsException, `Role with name ${roleName} already exists.`);
    requireWithin("iam.roles", tx.count(iamRoles, "account", accountId) + 1);
    const facts = {
      accountId,
      roleName,
      path,
      assumeRolePolicyDocument: trust,
      maxSessionDuration,
      permissionsBoundary,
      tags,
    };
    const role = createRoleRecord(tx, now, { ...facts, description: input.Description });
    return { Role: { ...describeRole(role), ...describeBoundary(permissionsBoundary), ...tagsIfAny(tags) } };
  },
});

/** Undocumented but for service-linked roles, as reported by users of AWS; `/aws-reserved/` is refused in the same words. */
function requireOpenPath(path: string): void {
  if (path.startsWith("/aws-service-role/")) {
    fail(InvalidInputException, "Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles");
  }
  if (path.startsWith("/aws-reserved/"))
    fail(InvalidInputException, "Path prefix '/aws-reserved/' can only be used for AWS reserved Roles");
}

const getRole = operation("GetRole", {
  authorize: (call) => onBoundedRole(call, call.input.RoleName),
  run: ({ input, tx, accountId }) => {
    const role = roleNamed(tx, accountId, input.RoleName);
    const whole = {
      ...describeListedRole(role),
      ...describeBoundary(role.permissionsBoundary),
      ...tagsIfAny(role.tags),
    };
    return { Role: { ...whole, ...describeLastUse(role) } };
  },
});

const listRoles = operation("ListRoles", {
  authorize: ({ input, accountId }) => ({ resource: arns.role(accountId, input.PathPrefix ?? "/", "") }),
  run: ({ input, tx, accountId }) => {
    const { PathPrefix: prefix = "/" } = input;
    const roles = tx.list(iamRoles, "account", accountId).filter((role) => role.path.startsWith(prefix));
    const { items, paging } = iamPage(roles, input, (role) => nameKey(accountId, role.roleName));
    return { Roles: items.map(describeListedRole), ...paging };
  },
});

const updateRole = operation("UpdateRole", {
  authorize: (call) => onBoundedRole(call, call.input.RoleName),
  run: (call) => {
    const role = modifiableRole(call, call.input.RoleName);
    const { Description: description, MaxSessionDuration: maxSessionDuration = role.maxSessionDuration } = call.input;
    putRole(call.tx, { ...role, maxSessionDuration, ...(description !== undefined && { description }) });
    return {};
  },
});

const updateRoleDescription = operation("UpdateRoleDescription", {
  authorize: (call) => onBoundedRole(call, call.input.RoleName),
  run: (call) => {
    const { RoleName: roleName, Description: description } = call.input;
    const role = putRole(call.tx, { ...modifiableRole(call, roleName), description });
    return { Role: { ...describeRole(role), Description: description } };
  },
});

const updateAssumeRolePolicy = operation("UpdateAssumeRolePolicy", {
  authorize: (call) => onBoundedRole(call, call.input.RoleName),
  run: (call) => {
    const { RoleName: roleName, PolicyDocument: assumeRolePolicyDocument } = call.input;
    const role = modifiableRole(call, roleName);
    requireTrustPolicy(call.tx, assumeRolePolicyDocument);
    putRole(call.tx, { ...role, assumeRolePolicyDocument });
    return {};
  },
});

const deleteRole = operation("DeleteRole", {
  authorize: (call) => onBoundedRole(call, call.input.RoleName),
  run: (call) => {
    const role = modifiableRole(call, call.input.RoleName);
    const conflict = conflictOf(call.tx, role);
    if (conflict !== undefined) fail(DeleteConflictException, `Cannot delete entity, must ${conflict} first.`);
    deleteRoleRecord(call.tx, role);
    return {};
  },
});

/** What keeps a role from being deleted, in AWS's words. */
function conflictOf(tx: Transaction, role: IamRole): string | undefined {
  const key = nameKey(role.accountId, role.roleName);
  if (tx.count(instanceProfiles, "role", key) > 0) return "remove roles from instance profile";
  if (role.attachedPolicies.length > 0) return "detach all policies";
  return Object.keys(role.inlinePolicies).length > 0 ? "delete policies" : undefined;
}

/** Operations on IAM roles. */
export const roleOperations = [
  createRole,
  getRole,
  listRoles,
  updateRole,
  updateRoleDescription,
  updateAssumeRolePolicy,
  deleteRole,
];
