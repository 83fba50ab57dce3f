import { operationsOf } from "../frame/operation.ts";
import { onInstance, ownedInstance } from "./instance-access.ts";
import { ssoPage } from "./page.ts";
import {
  describeAssignmentRequest,
  describeMetadata,
  describeProvisioningRequest,
  requestOf,
  requestsOf,
} from "./requests.ts";

const operation = operationsOf("sso-admin");

const describeCreation = operation("DescribeAccountAssignmentCreationStatus", {
  authorize: onInstance,
  run: (call) => {
    ownedInstance(call);
    const request = requestOf(call.tx, "CREATE", call.input.AccountAssignmentCreationRequestId);
    return { AccountAssignmentCreationStatus: describeAssignmentRequest(request) };
  },
});

const describeDeletion = operation("DescribeAccountAssignmentDeletionStatus", {
  authorize: onInstance,
  run: (call) => {
    ownedInstance(call);
    const request = requestOf(call.tx, "DELETE", call.input.AccountAssignmentDeletionRequestId);
    return { AccountAssignmentDeletionStatus: describeAssignmentRequest(request) };
  },
});

const describeProvisioning = operation("DescribePermissionSetProvisioningStatus", {
  authorize: onInstance,
  run: (call) => {
    ownedInstance(call);
    const request = requestOf(call.tx, "PROVISION", call.input.ProvisionPermissionSetRequestId);
    return { PermissionSetProvisioningStatus: describeProvisioningRequest(request) };
  },
});

const listCreations = operation("ListAccountAssignmentCreationStatus", {
  authorize: onInstance,
  run: (call) => {
    ownedInstance(call);
    const requests = requestsOf(call.tx, "CREATE", call.input.Filter);
    const { items, paging } = ssoPage(requests, call.input, ({ requestId }) => requestId);
    return { AccountAssignmentsCreationStatus: items.map(describeMetadata), ...paging };
  },
});

const listDeletions = operation("ListAccountAssignmentDeletionStatus", {
  authorize: onInstance,
  run: (call) => {
    ownedInstance(call);
    const requests = requestsOf(call.tx, "DELETE", call.input.Filter);
    const { items, paging } = ssoPage(requests, call.input, ({ requestId }) => requestId);
    return { AccountAssignmentsDeletionStatus: items.map(describeMetadata), ...paging };
  },
});

const listProvisionings = operation("ListPermissionSetProvisioningStatus", {
  authorize: onInstance,
  run: (call) => {
    ownedInstance(call);
    const requests = requestsOf(call.tx, "PROVISION", call.input.Filter);
    const { items, paging } = ssoPage(requests, call.input, ({ requestId }) => requestId);
    return { PermissionSetsProvisioningStatus: items.map(describeMetadata), ...paging };
  },
});

/** Operations that tell how asynchronous requests stand. */
export const requestStatusOperations = [
  describeCreation,
  describeDeletion,
  describeProvisioning,
  listCreations,
  listDeletions,
  listProvisionings,
];
