import {
  DuplicateOrganizationalUnitException,
  type OrganizationalUnit as ApiUnit,
  OrganizationalUnitNotEmptyException,
} from "@aws-sdk/client-organizations";
import { quotas } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";
import { newSuffix } from "../frame/ids.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import {
  accounts,
  type Organization,
  type OrganizationalUnit,
  organizationalUnits,
  policyAttachments,
} from "../records/organizations.ts";
import { attachInbornPolicies } from "./account-record.ts";
import { onCreation, onTarget } from "./authorization.ts";
import { managedOrganization, readableOrganization } from "./organization-access.ts";
import { unitArn } from "./organization-arns.ts";
import { pathTo, requireParent, unitWithId } from "./organization-tree.ts";
import { violates } from "./refusals.ts";
import { withTags } from "./tag-list.ts";

const operation = operationsOf("organizations");

/** An organizational unit in the API's words. */
export const describeUnit = (
  tx: Transaction,
  organization: Organization,
  { id, name }: OrganizationalUnit,
): ApiUnit => ({
  Id: id,
  Arn: unitArn(organization, id),
  Name: name,
  Path: `${organization.id}/${pathTo(tx, id).join("/")}/`,
});

const createUnit = operation("CreateOrganizationalUnit", {
  authorize: (call) => onCreation(onTarget(call, call.input.ParentId), call.input.Tags),
  run: (call) => {
    const { input, tx } = call;
    const { ParentId: parentId, Name: name } = input;
    const organization = managedOrganization(call);
    requireParent(tx, organization, parentId);
    requireRoom(tx, parentId);
    requireNewName(tx, parentId, name);
    const id = `ou-${organization.rootId.slice(2)}-${newSuffix(8)}`;
    const unit = tx.put(organizationalUnits, { id, name, parentId, tags: withTags([], input.Tags) });
    attachInbornPolicies(tx, organization, id);
    return { OrganizationalUnit: describeUnit(tx, organization, unit) };
  },
});

function requireRoom(tx: Transaction, parentId: string): void {
  if (pathTo(tx, parentId).length > quotas["organizations.organizationalUnitDepth"].value) {
    violates(
      "OU_DEPTH_LIMIT_EXCEEDED",
      "You cannot add an organizational unit to the specified parent because it would exceed the max depth allowed.",
    );
  }
  if (tx.count(organizationalUnits) >= quotas["organizations.organizationalUnits"].value) {
    violates(
      "OU_NUMBER_LIMIT_EXCEEDED",
      "You have exceeded the number of organizational units that you can have in an organization.",
    );
  }
}

/** Names are unique among the units of one parent. */
function requireNewName(tx: Transaction, parentId: string, name: string): void {
  if (!tx.list(organizationalUnits, "parent", parentId).some((unit) => unit.name === name)) return;
  fail(DuplicateOrganizationalUnitException, "An OU with the same name already exists.");
}

const describe = operation("DescribeOrganizationalUnit", {
  authorize: (call) => onTarget(call, call.input.OrganizationalUnitId),
  run: (call) => {
    const organization = readableOrganization(call);
    const unit = unitWithId(call.tx, call.input.OrganizationalUnitId);
    return { OrganizationalUnit: describeUnit(call.tx, organization, unit) };
  },
});

const updateUnit = operation("UpdateOrganizationalUnit", {
  authorize: (call) => onTarget(call, call.input.OrganizationalUnitId),
  run: (call) => {
    const { input, tx } = call;
    const organization = managedOrganization(call);
    const unit = unitWithId(tx, input.OrganizationalUnitId);
    const { Name: name = unit.name } = input;
    if (name !== unit.name) requireNewName(tx, unit.parentId, name);
    return { OrganizationalUnit: describeUnit(tx, organization, tx.put(organizationalUnits, { ...unit, name })) };
  },
});

const deleteUnit = operation("DeleteOrganizationalUnit", {
  authorize: (call) => onTarget(call, call.input.OrganizationalUnitId),
  run: (call) => {
    const { input, tx } = call;
    managedOrganization(call);
    const unit = unitWithId(tx, input.OrganizationalUnitId);
    if (tx.count(accounts, "parent", unit.id) + tx.count(organizationalUnits, "parent", unit.id) > 0) {
      fail(
        OrganizationalUnitNotEmptyException,
        "The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.",
      );
    }
    for (const attachment of tx.list(policyAttachments, "target", unit.id)) tx.remove(policyAttachments, attachment);
    tx.remove(organizationalUnits, unit);
    return {};
  },
});

/** Operations on organizational units. */
export const unitOperations = [createUnit, describe, updateUnit, deleteUnit];
