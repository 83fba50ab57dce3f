import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { iamGroups, iamRoles, iamUsers } from "../records/iam.ts";
import { onPolicy } from "./authorization.ts";
import { iamPage, sortedBy } from "./page.ts";
import { managedPolicyWithArn } from "./policy-record.ts";

const operation = operationsOf("iam");

/** A user, group or role that uses a policy. */
interface Entity {
  readonly kind: "Group" | "User" | "Role";
  readonly name: string;
  readonly id: string;
  readonly path: string;
  readonly accountId: string;
  readonly use: "PermissionsPolicy" | "PermissionsBoundary";
}

/** Who uses a policy; who uses it as permissions policy and boundary is there twice. */
function entitiesOf(tx: Transaction, arn: string): Entity[] {
  const user = (use: Entity["use"], index: "policy" | "boundary") =>
    tx
      .list(iamUsers, index, arn)
      .map((doc) => ({ ...doc, kind: "User" as const, name: doc.userName, id: doc.userId, use }));
  const role = (use: Entity["use"], index: "policy" | "boundary") =>
    tx
      .list(iamRoles, index, arn)
      .map((doc) => ({ ...doc, kind: "Role" as const, name: doc.roleName, id: doc.roleId, use }));
  const groups = tx.list(iamGroups, "policy", arn);
  return [
    ...groups.map((doc) => ({
      ...doc,
      kind: "Group" as const,
      name: doc.groupName,
      id: doc.groupId,
      use: "PermissionsPolicy" as const,
    })),
    ...user("PermissionsPolicy", "policy"),
    ...user("PermissionsBoundary", "boundary"),
    ...role("PermissionsPolicy", "policy"),
    ...role("PermissionsBoundary", "boundary"),
  ];
}

const listEntitiesForPolicy = operation("ListEntitiesForPolicy", {
  authorize: (call) => onPolicy(call, call.input.PolicyArn),
  run: (call) => {
    const { input, tx, accountId } = call;
    const { EntityFilter: kind, PathPrefix: prefix = "/", PolicyUsageFilter: use } = input;
    const { arn } = managedPolicyWithArn(call, input.PolicyArn);
    const wanted = entitiesOf(tx, arn)
      .filter((entity) => entity.accountId === accountId && entity.path.startsWith(prefix))
      .filter((entity) => (kind === undefined || entity.kind === kind) && (use === undefined || entity.use === use));
    const once = [...new Map(wanted.map((entity) => [placeOf(entity), entity])).values()];
    const { items, paging } = iamPage(sortedBy(once, placeOf), input, placeOf);
    const only = (of: Entity["kind"]) => items.filter((entity) => entity.kind === of);
    return {
      PolicyGroups: only("Group").map(({ name, id }) => ({ GroupName: name, GroupId: id })),
      PolicyUsers: only("User").map(({ name, id }) => ({ UserName: name, UserId: id })),
      PolicyRoles: only("Role").map(({ name, id }) => ({ RoleName: name, RoleId: id })),
      ...paging,
    };
  },
});

const placeOf = ({ kind, name }: Entity): string => `${kind}/${name.toLowerCase()}`;

/** The operation that tells who uses a managed policy. */
export const policyEntityOperations = [listEntitiesForPolicy];
