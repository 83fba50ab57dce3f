import type { AssignmentKey, ProvisionScope } from "./step.ts";
import { accountLock, named, type StepRows } from "./step-row.ts";
import { assignmentText, lastPart, referenceText } from "./step-words.ts";

type Kinds =
  | "createPermissionSet"
  | "updatePermissionSet"
  | "tagPermissionSet"
  | "putBoundary"
  | "deleteBoundary"
  | "putInlinePolicy"
  | "deleteInlinePolicy"
  | "attachManagedPolicy"
  | "detachManagedPolicy"
  | "attachCustomerManagedPolicy"
  | "detachCustomerManagedPolicy"
  | "provisionPermissionSet"
  | "deletePermissionSet"
  | "createAssignment"
  | "deleteAssignment";

const set = named<{ permissionSet: string }>("permission set", (body) => body.permissionSet);
const assignment = named<{ assignment: AssignmentKey }>("assignment", (body) => assignmentText(body.assignment));
const assignmentKey = (row: AssignmentKey): readonly string[] => [
  row.permissionSet,
  row.principal.kind,
  row.principal.name,
  row.account,
];
const whereText = (where: ProvisionScope): string =>
  where.kind === "account" ? where.account : "every account that has it";

/** Steps on permission sets, and on assignments. */
export const permissionSetRows: StepRows<Kinds> = {
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
  provisionPermissionSet: {
    phase: 51,
    change: "change",
    ...set,
    key: (body) => [body.permissionSet, body.where.kind, whereText(body.where)],
    text: (body) =>
      `provision ${body.permissionSet} in ${whereText(body.where)}${body.canary ? " (canary, before the rest)" : ""}`,
    lock: (body) => accountLock(body.where.kind === "account" ? body.where.account : "*"),
  },
  deletePermissionSet: {
    phase: 102,
    change: "remove",
    ...set,
    key: (body) => [body.permissionSet],
    text: (body) => `delete permission set ${body.permissionSet}`,
  },
  createAssignment: {
    phase: 50,
    change: "add",
    ...assignment,
    key: (body) => assignmentKey(body.assignment),
    text: (body) => `assign ${assignmentText(body.assignment)}`,
    lock: (body) => accountLock(body.assignment.account),
  },
  deleteAssignment: {
    phase: 100,
    change: "remove",
    ...assignment,
    key: (body) => assignmentKey(body.assignment),
    text: (body) => `unassign ${assignmentText(body.assignment)}`,
    lock: (body) => accountLock(body.assignment.account),
  },
};
