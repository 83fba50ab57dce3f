import { type Call, operationsOf } from "../frame/operation.ts";
import {
  type AccountAssignment,
  accountAssignments,
  type AssignmentRequest,
  provisionings,
} from "../records/identity-center.ts";
import { assignmentsReaching } from "./instance-record.ts";
import {
  onAccount,
  onInstance,
  onPermissionSet,
  ownedInstance,
  ownedPermissionSet,
  type PermissionSetCall,
} from "./instance-access.ts";
import { ssoPage } from "./page.ts";
import { requireWithin } from "./quota.ts";
import { describeAssignmentRequest, openRequest } from "./requests.ts";

const operation = operationsOf("sso-admin");

/** What creation and deletion are asked with. */
interface AssignmentInput {
  readonly InstanceArn: string;
  readonly PermissionSetArn: string;
  readonly TargetId: string;
  readonly PrincipalType: "USER" | "GROUP";
  readonly PrincipalId: string;
}

type AssignmentCall = Pick<Call<AssignmentInput>, "input" | "tx" | "now" | "accountId">;

const onTarget = (call: PermissionSetCall & AssignmentCall) => onAccount(call.input.TargetId, onPermissionSet(call));

function open(call: AssignmentCall, kind: AssignmentRequest["kind"]): AssignmentRequest {
  const { permissionSetArn } = ownedPermissionSet(call);
  const { TargetId: accountId, PrincipalType: principalType, PrincipalId: principalId } = call.input;
  return openRequest(call, { kind, permissionSetArn, accountId, principalType, principalId });
}

const create = operation("CreateAccountAssignment", {
  authorize: onTarget,
  run: (call) => {
    const { permissionSetArn } = ownedPermissionSet(call);
    const { TargetId: accountId } = call.input;
    if (!call.tx.get(provisionings, `${accountId}/${permissionSetArn}`)) {
      const provisioned = call.tx.count(provisionings, "account", accountId);
      requireWithin("identityCenter.permissionSetsPerAccount", provisioned + 1, "PermissionSet", accountId);
    }
    return { AccountAssignmentCreationStatus: describeAssignmentRequest(open(call, "CREATE")) };
  },
});

const remove = operation("DeleteAccountAssignment", {
  authorize: onTarget,
  run: (call) => ({ AccountAssignmentDeletionStatus: describeAssignmentRequest(open(call, "DELETE")) }),
});

const describeAssignment = ({ accountId, permissionSetArn, principalType, principalId }: AccountAssignment) => ({
  AccountId: accountId,
  PermissionSetArn: permissionSetArn,
  PrincipalType: principalType,
  PrincipalId: principalId,
});

const list = operation("ListAccountAssignments", {
  authorize: (call) => onAccount(call.input.AccountId, onPermissionSet(call)),
  run: (call) => {
    const { permissionSetArn } = ownedPermissionSet(call);
    const assignments = call.tx.list(accountAssignments, "set", `${call.input.AccountId}/${permissionSetArn}`);
    const { items, paging } = ssoPage(assignments, call.input, accountAssignments.keyOf);
    return { AccountAssignments: items.map(describeAssignment), ...paging };
  },
});

/** The principal's own assignments, and for a user those of the groups too: each names the principal it was made for. */
const listForPrincipal = operation("ListAccountAssignmentsForPrincipal", {
  authorize: onInstance,
  run: (call) => {
    ownedInstance(call);
    const { PrincipalType: type, PrincipalId: id, Filter: filter } = call.input;
    const reaching =
      type === "USER" ? assignmentsReaching(call.tx, id) : call.tx.list(accountAssignments, "principal", id);
    const wanted = reaching.filter(
      ({ accountId }) => filter?.AccountId === undefined || filter.AccountId === accountId,
    );
    const { items, paging } = ssoPage(wanted, call.input, accountAssignments.keyOf);
    return { AccountAssignments: items.map(describeAssignment), ...paging };
  },
});

/** Operations on account assignments; creation and deletion are done later, by jobs. */
export const assignmentOperations = [create, remove, list, listForPrincipal];
