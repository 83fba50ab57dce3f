import type { SSOAdmin } from "@aws-sdk/client-sso-admin";
import type { AssignmentKey } from "../../plan/step.ts";
import { everyPage, present } from "../reading.ts";
import { pollUntilDone, put, removeOnce, type PerformerTable, type Workbench } from "./performer.ts";
import { idIn, instanceOf } from "./registry.ts";

/** Assignments: both calls only start something; what counts is the status that they are asked for afterwards. */
export const performAssignment: PerformerTable<"createAssignment" | "deleteAssignment"> = {
  createAssignment: async ({ assignment }, bench) => {
    const admin = await bench.clients.ssoAdmin();
    const request = assignmentMembers(bench, assignment);
    const { InstanceArn } = request;
    let requestId = "";
    await put(bench, async () => {
      const answer = await admin.createAccountAssignment(request);
      requestId = present(answer.AccountAssignmentCreationStatus?.RequestId, "the assignment's request id");
    });
    await bench.accepted(requestId);
    const look = { InstanceArn, AccountAssignmentCreationRequestId: requestId };
    await pollUntilDone(bench, `assigning ${assignment.permissionSet} in ${assignment.account}`, async () => {
      const answer = await admin.describeAccountAssignmentCreationStatus(look);
      const status = answer.AccountAssignmentCreationStatus;
      return { state: status?.Status, reason: status?.FailureReason };
    });
  },
  deleteAssignment: async ({ assignment }, bench) => {
    const admin = await bench.clients.ssoAdmin();
    const request = assignmentMembers(bench, assignment);
    const { InstanceArn } = request;
    let requestId: string | undefined;
    await removeOnce(bench, async () => {
      const answer = await admin.deleteAccountAssignment(request);
      requestId = present(answer.AccountAssignmentDeletionStatus?.RequestId, "the removal's request id");
    });
    if (requestId === undefined) return;
    await bench.accepted(requestId);
    const look = { InstanceArn, AccountAssignmentDeletionRequestId: requestId };
    await pollUntilDone(bench, `unassigning ${assignment.permissionSet} in ${assignment.account}`, async () => {
      const answer = await admin.describeAccountAssignmentDeletionStatus(look);
      const status = answer.AccountAssignmentDeletionStatus;
      const gone = status?.Status === "FAILED" && !(await isAssigned(admin, request));
      return gone ? { state: "SUCCEEDED" } : { state: status?.Status, reason: status?.FailureReason };
    });
  },
};

function assignmentMembers(bench: Workbench, row: AssignmentKey) {
  const { principal } = row;
  const isUser = principal.kind === "user";
  const principals = isUser ? bench.registry.users : bench.registry.groups;
  return {
    InstanceArn: instanceOf(bench.registry),
    PermissionSetArn: idIn(bench.registry.permissionSets, row.permissionSet),
    TargetType: "AWS_ACCOUNT" as const,
    TargetId: idIn(bench.registry.accounts, row.account),
    PrincipalType: isUser ? ("USER" as const) : ("GROUP" as const),
    // A principal that is no longer in the directory goes by its id.
    PrincipalId: principals.get(principal.name) ?? principal.name,
  };
}

/** True while the row is there; a removal that fails because it was done before has not failed. */
async function isAssigned(admin: SSOAdmin, row: ReturnType<typeof assignmentMembers>): Promise<boolean> {
  const { InstanceArn, PermissionSetArn, TargetId: AccountId } = row;
  const rows = await everyPage(
    (NextToken) => admin.listAccountAssignments({ InstanceArn, AccountId, PermissionSetArn, NextToken }),
    (page) => page.AccountAssignments,
    (page) => page.NextToken,
  );
  return rows.some(
    ({ PrincipalId, PrincipalType }) => PrincipalId === row.PrincipalId && PrincipalType === row.PrincipalType,
  );
}
