import { ChildNotFoundException, type ParentType } from "@aws-sdk/client-organizations";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { accounts, organizationalUnits } from "../records/organizations.ts";
import { describeAccount } from "./accounts.ts";
import { onTarget } from "./authorization.ts";
import { readableOrganization } from "./organization-access.ts";
import { findAccount, requireParent } from "./organization-tree.ts";
import { organizationsPage } from "./page.ts";
import { describeUnit } from "./units.ts";

const operation = operationsOf("organizations");

const listUnits = operation("ListOrganizationalUnitsForParent", {
  authorize: (call) => onTarget(call, call.input.ParentId),
  run: (call) => {
    const { input, tx } = call;
    const organization = readableOrganization(call);
    requireParent(tx, organization, input.ParentId);
    const { items, paging } = organizationsPage(
      tx.list(organizationalUnits, "parent", input.ParentId),
      input,
      ({ id }) => id,
    );
    return { OrganizationalUnits: items.map((unit) => describeUnit(tx, organization, unit)), ...paging };
  },
});

const listAccounts = operation("ListAccountsForParent", {
  authorize: (call) => onTarget(call, call.input.ParentId),
  run: (call) => {
    const { input, tx } = call;
    const organization = readableOrganization(call);
    requireParent(tx, organization, input.ParentId);
    const { items, paging } = organizationsPage(tx.list(accounts, "parent", input.ParentId), input, ({ id }) => id);
    return { Accounts: items.map((account) => describeAccount(tx, organization, account)), ...paging };
  },
});

const listChildren = operation("ListChildren", {
  authorize: (call) => onTarget(call, call.input.ParentId),
  run: (call) => {
    const { input, tx } = call;
    const { ParentId: parentId, ChildType: type } = input;
    requireParent(tx, readableOrganization(call), parentId);
    const children =
      type === "ACCOUNT" ? tx.list(accounts, "parent", parentId) : tx.list(organizationalUnits, "parent", parentId);
    const { items, paging } = organizationsPage<{ readonly id: string }>(children, input, ({ id }) => id);
    return { Children: items.map(({ id }) => ({ Id: id, Type: type })), ...paging };
  },
});

const listParents = operation("ListParents", {
  authorize: (call) => onTarget(call, call.input.ChildId),
  run: (call) => {
    const { input, tx } = call;
    const { rootId } = readableOrganization(call);
    const child = findAccount(tx, input.ChildId) ?? tx.get(organizationalUnits, input.ChildId);
    if (!child) return fail(ChildNotFoundException, "You specified a child that doesn't exist.");
    const type: ParentType = child.parentId === rootId ? "ROOT" : "ORGANIZATIONAL_UNIT";
    return { Parents: [{ Id: child.parentId, Type: type }] };
  },
});

/** Operations that walk up and down the organization's tree. */
export const childOperations = [listUnits, listAccounts, listChildren, listParents];
