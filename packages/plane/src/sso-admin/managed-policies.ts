import { type AttachedManagedPolicy, ConflictException, ResourceNotFoundException } from "@aws-sdk/client-sso-admin";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { PermissionSet } from "../records/identity-center.ts";
import { idOf, onPermissionSet, ownedPermissionSet } from "./instance-access.ts";
import { ssoPage } from "./page.ts";
import { reviseSet } from "./permission-set-record.ts";
import { requireWithin } from "./quota.ts";

const operation = operationsOf("sso-admin");

/** Fails when the set has no room for one more managed policy, AWS's and the customer's counted together. */
export function requireRoom(set: PermissionSet): void {
  const attached = set.managedPolicies.length + set.customerManagedPolicies.length;
  requireWithin(
    "identityCenter.managedPoliciesPerPermissionSet",
    attached + 1,
    "ManagedPolicy",
    idOf(set.permissionSetArn),
  );
}

const attach = operation("AttachManagedPolicyToPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const set = ownedPermissionSet(call);
    const { ManagedPolicyArn: arn } = call.input;
    if (!call.catalog.managedPolicy(arn)) fail(ResourceNotFoundException, `Policy does not exist with ARN: ${arn}`);
    if (set.managedPolicies.includes(arn)) {
      const id = idOf(set.permissionSetArn);
      fail(
        ConflictException,
        `Permission set with id ${id} already has a typed link attachment to a manged policy with ${arn}`,
      );
    }
    requireRoom(set);
    reviseSet(call.tx, { ...set, managedPolicies: [...set.managedPolicies, arn] });
    return {};
  },
});

const detach = operation("DetachManagedPolicyFromPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const set = ownedPermissionSet(call);
    const { ManagedPolicyArn: arn } = call.input;
    if (!set.managedPolicies.includes(arn))
      fail(ResourceNotFoundException, `Could not find ManagedPolicy with arn ${arn}`);
    reviseSet(call.tx, { ...set, managedPolicies: set.managedPolicies.filter((attached) => attached !== arn) });
    return {};
  },
});

const describeAttached = (arn: string): AttachedManagedPolicy => ({ Name: idOf(arn), Arn: arn });

const list = operation("ListManagedPoliciesInPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const { items, paging } = ssoPage(ownedPermissionSet(call).managedPolicies, call.input, (arn) => arn);
    return { AttachedManagedPolicies: items.map(describeAttached), ...paging };
  },
});

/** Operations on AWS managed policies of a permission set. */
export const managedPolicyOperations = [attach, detach, list];
