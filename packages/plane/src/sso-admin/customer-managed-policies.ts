import {
  ConflictException,
  type CustomerManagedPolicyReference,
  ResourceNotFoundException,
} from "@aws-sdk/client-sso-admin";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { PolicyReference } from "../records/identity-center.ts";
import { onPermissionSet, ownedPermissionSet } from "./instance-access.ts";
import { requireRoom } from "./managed-policies.ts";
import { ssoPage } from "./page.ts";
import { reviseSet } from "./permission-set-record.ts";

const operation = operationsOf("sso-admin");

/** A reference as the plane keeps it: the path is `/` when none is named. */
export const readReference = ({
  Name: name,
  Path: path = "/",
}: {
  readonly Name: string;
  readonly Path?: string | undefined;
}): PolicyReference => ({
  name,
  path,
});

/** A reference in the API's words. */
export const describeReference = ({ name, path }: PolicyReference): CustomerManagedPolicyReference => ({
  Name: name,
  Path: path,
});

const same = (left: PolicyReference) => (right: PolicyReference) =>
  left.name === right.name && left.path === right.path;

const attach = operation("AttachCustomerManagedPolicyReferenceToPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const set = ownedPermissionSet(call);
    const reference = readReference(call.input.CustomerManagedPolicyReference);
    if (set.customerManagedPolicies.some(same(reference))) {
      const { name, path } = reference;
      fail(ConflictException, `Given customer managed policy with name: ${name}  and path ${path} already attached`);
    }
    requireRoom(set);
    reviseSet(call.tx, { ...set, customerManagedPolicies: [...set.customerManagedPolicies, reference] });
    return {};
  },
});

const detach = operation("DetachCustomerManagedPolicyReferenceFromPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const set = ownedPermissionSet(call);
    const reference = readReference(call.input.CustomerManagedPolicyReference);
    const isReference = same(reference);
    if (!set.customerManagedPolicies.some(isReference)) {
      const { name, path } = reference;
      fail(
        ResourceNotFoundException,
        `Given managed policy with name: ${name}  and path ${path} does not exist on PermissionSet`,
      );
    }
    const customerManagedPolicies = set.customerManagedPolicies.filter((attached) => !isReference(attached));
    reviseSet(call.tx, { ...set, customerManagedPolicies });
    return {};
  },
});

const list = operation("ListCustomerManagedPolicyReferencesInPermissionSet", {
  authorize: onPermissionSet,
  run: (call) => {
    const { customerManagedPolicies } = ownedPermissionSet(call);
    const { items, paging } = ssoPage(customerManagedPolicies, call.input, ({ name, path }) => `${path}${name}`);
    return { CustomerManagedPolicyReferences: items.map(describeReference), ...paging };
  },
});

/** Operations on references to customer managed policies; the policies are looked up in each account when it is provisioned. */
export const customerManagedPolicyOperations = [attach, detach, list];
