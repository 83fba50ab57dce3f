import {
  type AccountAssignmentOperationStatus,
  type OperationStatusFilter,
  type PermissionSetProvisioningStatus,
  ResourceNotFoundException,
} from "@aws-sdk/client-sso-admin";
import { fail } from "../frame/fault.ts";
import { newRequestId } from "../frame/ids.ts";
import type { Call } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type AssignmentRequest, assignmentRequests } from "../records/identity-center.ts";
import type { Outcome } from "./reserved-role.ts";

/** The job that does what a kind of request asks for. */
export const jobOf = {
  CREATE: "FinishAccountAssignmentCreation",
  DELETE: "FinishAccountAssignmentDeletion",
  PROVISION: "FinishPermissionSetProvisioning",
} as const satisfies Record<AssignmentRequest["kind"], string>;

/** What a job of sso-admin is given. */
export interface RequestJob {
  readonly requestId: string;
}

type RequestFacts = Pick<
  AssignmentRequest,
  "kind" | "permissionSetArn" | "accountId" | "principalType" | "principalId"
>;

/** Notes an asynchronous request and sees to it that it is done after this transaction. */
export function openRequest({ tx, now }: Pick<Call<unknown>, "tx" | "now">, facts: RequestFacts): AssignmentRequest {
  const requestId = newRequestId();
  tx.schedule({ service: "sso-admin", name: jobOf[facts.kind], payload: { requestId } satisfies RequestJob });
  return tx.put(assignmentRequests, { ...facts, requestId, status: "IN_PROGRESS", createdDate: now });
}

/** Notes how a request ended. */
export function closeRequest(tx: Transaction, request: AssignmentRequest, outcome: Outcome): void {
  const ending =
    outcome.kind === "done"
      ? { status: "SUCCEEDED" as const }
      : { status: "FAILED" as const, failureReason: outcome.reason };
  tx.put(assignmentRequests, { ...request, ...ending });
}

/** The request of that id and kind, or ResourceNotFound. */
export function requestOf(tx: Transaction, kind: AssignmentRequest["kind"], requestId: string): AssignmentRequest {
  const request = tx.get(assignmentRequests, requestId);
  return request?.kind === kind
    ? request
    : fail(ResourceNotFoundException, `Could not find request with id ${requestId}`);
}

/** Requests of a kind, those in one status if one is asked for. */
export const requestsOf = (
  tx: Transaction,
  kind: AssignmentRequest["kind"],
  filter: OperationStatusFilter | undefined,
): AssignmentRequest[] =>
  tx
    .list(assignmentRequests, "kind", kind)
    .filter(({ status }) => filter?.Status === undefined || filter.Status === status);

/** What lists tell of a request. */
export const describeMetadata = ({ status, requestId, createdDate }: AssignmentRequest) => ({
  Status: status,
  RequestId: requestId,
  CreatedDate: new Date(createdDate),
});

/** A creation or deletion in the API's words. */
export const describeAssignmentRequest = (request: AssignmentRequest): AccountAssignmentOperationStatus => ({
  ...describeMetadata(request),
  ...(request.failureReason !== undefined && { FailureReason: request.failureReason }),
  TargetId: request.accountId,
  TargetType: "AWS_ACCOUNT",
  PermissionSetArn: request.permissionSetArn,
  PrincipalType: request.principalType,
  PrincipalId: request.principalId,
});

/** A provisioning in the API's words. */
export const describeProvisioningRequest = (request: AssignmentRequest): PermissionSetProvisioningStatus => ({
  ...describeMetadata(request),
  ...(request.failureReason !== undefined && { FailureReason: request.failureReason }),
  ...(request.accountId !== undefined && { AccountId: request.accountId }),
  PermissionSetArn: request.permissionSetArn,
});
