import { ConflictException } from "@aws-sdk/client-identitystore";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { directoryGroups, directoryUsers, type GroupMembership, groupMemberships } from "../records/identity-center.ts";
import { createMembershipRecord } from "./group-record.ts";
import { storePage } from "./page.ts";
import {
  groupOf,
  membershipOf,
  missing,
  onStore,
  ownedStore,
  readableStore,
  type StoreCall,
  userOf,
} from "./store-access.ts";

const operation = operationsOf("identitystore");

/** Members are users; nothing else can be one yet. */
const userIdOf = (member: { readonly UserId?: string }): string => member.UserId ?? "";

/** A membership in the API's words. */
const describeMembership = (membership: GroupMembership) => ({
  IdentityStoreId: membership.identityStoreId,
  MembershipId: membership.membershipId,
  GroupId: membership.groupId,
  MemberId: { UserId: membership.userId },
  CreatedAt: new Date(membership.createdAt),
  UpdatedAt: new Date(membership.createdAt),
  CreatedBy: membership.createdBy,
  UpdatedBy: membership.createdBy,
});

const findMembership = ({ tx }: Pick<StoreCall, "tx">, groupId: string, userId: string): GroupMembership | undefined =>
  tx.list(groupMemberships, "pair", `${groupId}/${userId}`)[0];

const create = operation("CreateGroupMembership", {
  authorize: (call) => onStore(call, `group/${call.input.GroupId}`, `user/${userIdOf(call.input.MemberId)}`),
  run: (call) => {
    const { identityStoreId } = ownedStore(call);
    const { GroupId: groupId, MemberId: member } = call.input;
    const userId = userIdOf(member);
    if (!call.tx.get(directoryUsers, `${identityStoreId}/${userId}`)) missing("USER", userId, "Member does not exist");
    const group =
      call.tx.get(directoryGroups, `${identityStoreId}/${groupId}`) ??
      missing("GROUP", groupId, "Group does not exist");
    if (findMembership(call, groupId, userId)) {
      fail(ConflictException, "Member and Group relationship already exists", {
        Reason: "UNIQUENESS_CONSTRAINT_VIOLATION",
      });
    }
    const { membershipId } = createMembershipRecord(call, group, userId);
    return { MembershipId: membershipId, IdentityStoreId: identityStoreId };
  },
});

/** Asks about a membership, and about its group and user if it exists. */
function onMembership(call: StoreCall & { readonly input: { readonly MembershipId: string } }) {
  const { IdentityStoreId: storeId, MembershipId: id } = call.input;
  const membership = call.tx.get(groupMemberships, `${storeId}/${id}`);
  return onStore(call, `membership/${id}`, `group/${membership?.groupId ?? "*"}`, `user/${membership?.userId ?? "*"}`);
}

const remove = operation("DeleteGroupMembership", {
  authorize: onMembership,
  run: (call) => {
    ownedStore(call);
    call.tx.remove(groupMemberships, membershipOf(call, call.input.MembershipId));
    return {};
  },
});

const describe = operation("DescribeGroupMembership", {
  authorize: onMembership,
  run: (call) => {
    readableStore(call);
    return describeMembership(membershipOf(call, call.input.MembershipId));
  },
});

const getId = operation("GetGroupMembershipId", {
  authorize: (call) =>
    onStore(call, `group/${call.input.GroupId}`, `user/${userIdOf(call.input.MemberId)}`, "membership/*"),
  run: (call) => {
    const { identityStoreId } = readableStore(call);
    const membership =
      findMembership(call, call.input.GroupId, userIdOf(call.input.MemberId)) ?? missing("GROUP_MEMBERSHIP");
    return { MembershipId: membership.membershipId, IdentityStoreId: identityStoreId };
  },
});

const list = operation("ListGroupMemberships", {
  authorize: (call) => onStore(call, `group/${call.input.GroupId}`, "membership/*"),
  run: (call) => {
    readableStore(call);
    const { groupId } = groupOf(call, call.input.GroupId);
    const memberships = call.tx.list(groupMemberships, "group", groupId);
    const { items, paging } = storePage(memberships, call.input, ({ membershipId }) => membershipId);
    return { GroupMemberships: items.map(describeMembership), ...paging };
  },
});

const listForMember = operation("ListGroupMembershipsForMember", {
  authorize: (call) => onStore(call, `user/${userIdOf(call.input.MemberId)}`, "membership/*"),
  run: (call) => {
    readableStore(call);
    const { userId } = userOf(call, userIdOf(call.input.MemberId));
    const memberships = call.tx.list(groupMemberships, "user", userId);
    const { items, paging } = storePage(memberships, call.input, ({ membershipId }) => membershipId);
    return { GroupMemberships: items.map(describeMembership), ...paging };
  },
});

const isMember = operation("IsMemberInGroups", {
  authorize: (call) => {
    const groups = call.input.GroupIds.map((id) => `group/${id}`);
    return onStore(call, `user/${userIdOf(call.input.MemberId)}`, ...groups, "membership/*");
  },
  run: (call) => {
    readableStore(call);
    const { userId } = userOf(call, userIdOf(call.input.MemberId));
    const result = (groupId: string) => ({
      GroupId: groupId,
      MemberId: { UserId: userId },
      MembershipExists: findMembership(call, groupId, userId) !== undefined,
    });
    return { Results: call.input.GroupIds.map(result) };
  },
});

/** Operations on memberships of users in groups. */
export const membershipOperations = [create, remove, describe, getId, list, listForMember, isMember];
