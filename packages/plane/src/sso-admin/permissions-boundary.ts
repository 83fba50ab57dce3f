import { type PermissionsBoundary, ResourceNotFoundException, ValidationException } from "@aws-sdk/client-sso-admin";
import type { Input } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import { type Call, operationsOf } from "../frame/operation.ts";
import type { PermissionSet } from "../records/identity-center.ts";
import { describeReference, readReference } from "./customer-managed-policies.ts";
import { idOf, onPermissionSet, ownedPermissionSet } from "./instance-access.ts";
import { reviseSet } from "./permission-set-record.ts";

const operation = operationsOf("sso-admin");

type Asked = Input<"sso-admin", "PutPermissionsBoundaryToPermissionSet">["PermissionsBoundary"];
type Boundary = NonNullable<PermissionSet["boundary"]>;

function readBoundary({ catalog }: Pick<Call<unknown>, "catalog">, boundary: Asked): Boundary {
  const { CustomerManagedPolicyReference: reference, ManagedPolicyArn: managedPolicyArn } = boundary;
  if (reference && managedPolicyArn === undefined) return { customerManagedPolicy: readReference(reference) };
  if (reference || managedPolicyArn === undefined) {
    return fail(
      ValidationException,
      "PermissionsBoundary must have exactly one of CustomerManagedPolicyReference and ManagedPolicyArn",
    );
  }
  if (!catalog.managedPolicy(managedPolicyArn))
    fail(ResourceNotFoundException, `Policy does not exist with ARN: ${managedPolicyArn}`);
  return { managedPolicyArn };
}

const describeBoundary = (boundary: Boundary): PermissionsBoundary =>
  "managedPolicyArn" in boundary
    ? { ManagedPolicyArn: boundary.managedPolicyArn }
    : { CustomerManagedPolicyReference: describeReference(boundary.customerManagedPolicy) };

const put = operation("PutPermissionsBoundaryToPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const set = ownedPermissionSet(call);
    reviseSet(call.tx, { ...set, boundary: readBoundary(call, call.input.PermissionsBoundary) });
    return {};
  },
});

const get = operation("GetPermissionsBoundaryForPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const { boundary, permissionSetArn } = ownedPermissionSet(call);
    const missing = () =>
      fail(
        ResourceNotFoundException,
        `Could not find PermissionsBoundary of PermissionSet with id ${idOf(permissionSetArn)}`,
      );
    return { PermissionsBoundary: describeBoundary(boundary ?? missing()) };
  },
});

const remove = operation("DeletePermissionsBoundaryFromPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const { boundary, ...set } = ownedPermissionSet(call);
    if (boundary !== undefined) reviseSet(call.tx, set);
    return {};
  },
});

/** Operations on the permissions boundary of a permission set. */
export const permissionsBoundaryOperations = [put, get, remove];
