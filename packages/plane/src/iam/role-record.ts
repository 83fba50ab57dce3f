import { arns } from "../frame/arns.ts";
import { newUniqueId } from "../frame/ids.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type IamRole, iamRoles, nameKey } from "../records/iam.ts";
import type { Tag } from "../records/tag.ts";
import { replaceTrusted } from "./trusted-principal.ts";

/** Session length of a role that names none, in seconds [IAM API Reference, CreateRole]. */
export const defaultMaxSessionDuration = 3600;

/** What a role is made from; what is absent is empty. Documents were checked by the caller. */
export interface RoleFacts {
  readonly accountId: string;
  readonly roleName: string;
  readonly path: string;
  readonly assumeRolePolicyDocument: string;
  readonly maxSessionDuration?: number | undefined;
  readonly description?: string | undefined;
  readonly attachedPolicies?: readonly string[] | undefined;
  readonly inlinePolicies?: Readonly<Record<string, string>> | undefined;
  readonly permissionsBoundary?: string | undefined;
  readonly tags?: readonly Tag[] | undefined;
}

/** Stores a new role with an id and ARN of its own. Names are the caller's care: a role of that name would be replaced. */
export function createRoleRecord(tx: Transaction, now: string, facts: RoleFacts): IamRole {
  const { accountId, roleName, path, assumeRolePolicyDocument, description, permissionsBoundary } = facts;
  return putRole(tx, {
    accountId,
    roleName,
    path,
    roleId: newUniqueId("AROA"),
    arn: arns.role(accountId, path, roleName),
    createDate: now,
    assumeRolePolicyDocument,
    maxSessionDuration: facts.maxSessionDuration ?? defaultMaxSessionDuration,
    attachedPolicies: facts.attachedPolicies ?? [],
    inlinePolicies: facts.inlinePolicies ?? {},
    tags: facts.tags ?? [],
    ...(description !== undefined && { description }),
    ...(permissionsBoundary !== undefined && { permissionsBoundary }),
  });
}

/** Stores a role anew, after a change to it. */
export const putRole = (tx: Transaction, role: IamRole): IamRole => tx.put(iamRoles, role);

/** The role of that name in the account, whatever the letter case, or undefined. */
export const findRole = (tx: Transaction, accountId: string, roleName: string): IamRole | undefined =>
  tx.get(iamRoles, nameKey(accountId, roleName));

/** Removes a role with everything attached to it and written into it; sessions of it end at once. */
export function deleteRoleRecord(tx: Transaction, role: IamRole): void {
  tx.remove(iamRoles, role);
  replaceTrusted(tx, role.arn, role.roleId);
}

/** Paths under which roles belong to AWS: made by Identity Center, or linked to a service. */
const protectedPaths = ["/aws-reserved/", "/aws-service-role/"];

/** Whether only AWS, here the plane itself, may change the role. */
export const isProtected = (role: Pick<IamRole, "path">): boolean =>
  protectedPaths.some((path) => role.path.startsWith(path));
