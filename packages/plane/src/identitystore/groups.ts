import { ValidationException } from "@aws-sdk/client-identitystore";
import { quotas } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type DirectoryGroup, directoryGroups, groupMemberships } from "../records/identity-center.ts";
import { groupAttributes, isPath, type Profile } from "./attribute-paths.ts";
import { createGroupRecord, describeGroup, requireFree } from "./group-record.ts";
import { storePage } from "./page.ts";
import { requireWithin } from "./quota.ts";
import { refuseReserved } from "./reserved-names.ts";
import { groupOf, onStore, ownedStore, readableStore } from "./store-access.ts";
import { afterOperations, type Filter } from "./users.ts";

const operation = operationsOf("identitystore");

const nameMissing = (): never => fail(ValidationException, "displayname: The attribute displayname is required");

const createGroup = operation("CreateGroup", {
  authorize: (call) => onStore(call),
  run: (call) => {
    const { identityStoreId } = ownedStore(call);
    const { DisplayName: displayName = nameMissing(), Description: description } = call.input;
    refuseReserved(displayName);
    requireWithin(quotas["identityCenter.groups"], call.tx.count(directoryGroups, "store", identityStoreId) + 1);
    const { groupId } = createGroupRecord(call, identityStoreId, { displayName, description });
    return { GroupId: groupId, IdentityStoreId: identityStoreId };
  },
});

const describe = operation("DescribeGroup", {
  authorize: (call) => onStore(call, `group/${call.input.GroupId}`),
  run: (call) => {
    readableStore(call);
    return describeGroup(groupOf(call, call.input.GroupId));
  },
});

function groupsMatching(tx: Transaction, identityStoreId: string, filter: Filter | undefined): DirectoryGroup[] {
  if (!filter) return tx.list(directoryGroups, "store", identityStoreId);
  const { AttributePath: path, AttributeValue: value } = filter;
  return isPath(path, "DisplayName")
    ? tx.list(directoryGroups, "name", `${identityStoreId}/${value.toLowerCase()}`)
    : fail(ValidationException, `Filtering by the attribute ${path} is not supported`);
}

const listGroups = operation("ListGroups", {
  authorize: (call) => onStore(call, "group/*"),
  run: (call) => {
    const { identityStoreId } = readableStore(call);
    const groups = groupsMatching(call.tx, identityStoreId, call.input.Filters?.[0]);
    const { items, paging } = storePage(groups, call.input, ({ groupId }) => groupId);
    return { Groups: items.map(describeGroup), ...paging };
  },
});

function updated(
  group: DirectoryGroup,
  { DisplayName: displayName, Description: description }: Profile,
): DirectoryGroup {
  const { description: _before, ...others } = group;
  if (typeof displayName !== "string") return nameMissing();
  return { ...others, displayName, ...(typeof description === "string" && { description }) };
}

const updateGroup = operation("UpdateGroup", {
  authorize: (call) => onStore(call, `group/${call.input.GroupId}`),
  run: (call) => {
    const { identityStoreId } = ownedStore(call);
    const group = groupOf(call, call.input.GroupId);
    const profile: Profile = { DisplayName: group.displayName, Description: group.description };
    const next = updated(group, afterOperations(groupAttributes, profile, call.input.Operations));
    refuseReserved(next.displayName);
    requireFree(call.tx, identityStoreId, next.displayName, group.groupId);
    call.tx.put(directoryGroups, { ...next, updatedAt: call.now, updatedBy: call.caller.arn });
    return {};
  },
});

/** Its memberships go with it; assignments of the group stay behind, as on AWS. */
const deleteGroup = operation("DeleteGroup", {
  authorize: (call) => onStore(call, `group/${call.input.GroupId}`),
  run: (call) => {
    ownedStore(call);
    const group = groupOf(call, call.input.GroupId);
    for (const membership of call.tx.list(groupMemberships, "group", group.groupId))
      call.tx.remove(groupMemberships, membership);
    call.tx.remove(directoryGroups, group);
    return {};
  },
});

/** Operations on groups of an identity store. */
export const groupOperations = [createGroup, describe, listGroups, updateGroup, deleteGroup];
