import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  ConflictException,
  CreateGroupCommand,
  CreateGroupMembershipCommand,
  DeleteGroupCommand,
  DeleteGroupMembershipCommand,
  DescribeGroupCommand,
  DescribeGroupMembershipCommand,
  GetGroupIdCommand,
  GetGroupMembershipIdCommand,
  IsMemberInGroupsCommand,
  ListGroupMembershipsCommand,
  ListGroupMembershipsForMemberCommand,
  ListGroupsCommand,
  ResourceNotFoundException,
  UpdateGroupCommand,
  ValidationException,
} from "@aws-sdk/client-identitystore";
import { type IdentityCenterForTests, identityCenterForTests } from "../testing/identity-center-for-tests.ts";

const nobody = "00000000-0000-4000-8000-000000000000";

describe("groups of an identity store", () => {
  let center: IdentityCenterForTests;
  before(async () => void (center = await identityCenterForTests()));
  after(() => center.close());

  it("a created group is described and found by name", async () => {
    const { IdentityStoreId, store } = center;
    const { GroupId } = await store.send(
      new CreateGroupCommand({ IdentityStoreId, DisplayName: "Developers", Description: "who build" }),
    );
    const group = await store.send(new DescribeGroupCommand({ IdentityStoreId, GroupId }));
    assert.deepEqual(
      [group.DisplayName, group.Description, group.IdentityStoreId],
      ["Developers", "who build", IdentityStoreId],
    );
    const UniqueAttribute = { AttributePath: "displayName", AttributeValue: "developers" };
    const found = await store.send(
      new GetGroupIdCommand({ IdentityStoreId, AlternateIdentifier: { UniqueAttribute } }),
    );
    assert.equal(found.GroupId, GroupId);
    const Filters = [{ AttributePath: "DisplayName", AttributeValue: "Developers" }];
    const { Groups = [] } = await store.send(new ListGroupsCommand({ IdentityStoreId, Filters }));
    assert.deepEqual(
      Groups.map((listed) => listed.GroupId),
      [GroupId],
    );
  });

  it("a display name is taken whatever its letter case", async () => {
    const { IdentityStoreId, store } = center;
    await center.group("Testers");
    await assert.rejects(
      store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: "testers" })),
      (error: unknown) => {
        assert.ok(error instanceof ConflictException);
        assert.deepEqual(
          [error.message, error.Reason],
          ["Duplicate GroupDisplayName", "UNIQUENESS_CONSTRAINT_VIOLATION"],
        );
        return true;
      },
    );
    await assert.rejects(store.send(new CreateGroupCommand({ IdentityStoreId })), ValidationException);
  });

  it("an update renames a group and takes its description away", async () => {
    const { IdentityStoreId, store } = center;
    const { GroupId } = await store.send(
      new CreateGroupCommand({ IdentityStoreId, DisplayName: "Old", Description: "old" }),
    );
    const Operations = [{ AttributePath: "displayName", AttributeValue: "New" }, { AttributePath: "description" }];
    await store.send(new UpdateGroupCommand({ IdentityStoreId, GroupId, Operations }));
    const group = await store.send(new DescribeGroupCommand({ IdentityStoreId, GroupId }));
    assert.deepEqual([group.DisplayName, group.Description], ["New", undefined]);
    await center.group("Taken");
    const taken = [{ AttributePath: "displayName", AttributeValue: "TAKEN" }];
    await assert.rejects(
      store.send(new UpdateGroupCommand({ IdentityStoreId, GroupId, Operations: taken })),
      ConflictException,
    );
  });

  it("groups are listed in pages", async () => {
    const { IdentityStoreId, store } = center;
    const { Groups: all = [] } = await store.send(new ListGroupsCommand({ IdentityStoreId }));
    const first = await store.send(new ListGroupsCommand({ IdentityStoreId, MaxResults: 1 }));
    const rest = await store.send(new ListGroupsCommand({ IdentityStoreId, NextToken: first.NextToken }));
    assert.deepEqual([...(first.Groups ?? []), ...(rest.Groups ?? [])], all);
    assert.equal(rest.NextToken, undefined);
  });

  it("a membership is made once, described, found and taken back", async () => {
    const { IdentityStoreId, store } = center;
    const UserId = await center.user("sam");
    const GroupId = await center.group("Auditors");
    const MemberId = { UserId };
    const { MembershipId } = await store.send(new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId }));
    await assert.rejects(store.send(new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId })), {
      name: "ConflictException",
      message: "Member and Group relationship already exists",
    });
    const described = await store.send(new DescribeGroupMembershipCommand({ IdentityStoreId, MembershipId }));
    assert.deepEqual([described.GroupId, described.MemberId], [GroupId, MemberId]);
    assert.equal(
      (await store.send(new GetGroupMembershipIdCommand({ IdentityStoreId, GroupId, MemberId }))).MembershipId,
      MembershipId,
    );
    const { GroupMemberships: ofGroup = [] } = await store.send(
      new ListGroupMembershipsCommand({ IdentityStoreId, GroupId }),
    );
    const { GroupMemberships: ofUser } = await store.send(
      new ListGroupMembershipsForMemberCommand({ IdentityStoreId, MemberId }),
    );
    assert.deepEqual(
      ofGroup.map((m) => m.MembershipId),
      [MembershipId],
    );
    assert.deepEqual(ofUser, ofGroup);
    await store.send(new DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
    await assert.rejects(
      store.send(new GetGroupMembershipIdCommand({ IdentityStoreId, GroupId, MemberId })),
      (error: unknown) => {
        return error instanceof ResourceNotFoundException && error.ResourceType === "GROUP_MEMBERSHIP";
      },
    );
  });

  it("membership needs a user and a group that exist", async () => {
    const { IdentityStoreId, store } = center;
    const UserId = await center.user("alone");
    const GroupId = await center.group("Empty");
    const join = (group: string, user: string) =>
      store.send(new CreateGroupMembershipCommand({ IdentityStoreId, GroupId: group, MemberId: { UserId: user } }));
    await assert.rejects(join(GroupId, nobody), {
      name: "ResourceNotFoundException",
      ResourceType: "USER",
      ResourceId: nobody,
    });
    await assert.rejects(join(nobody, UserId), {
      name: "ResourceNotFoundException",
      ResourceType: "GROUP",
      ResourceId: nobody,
    });
  });

  it("membership in several groups is told group by group", async () => {
    const { IdentityStoreId, store } = center;
    const UserId = await center.user("member");
    const inside = await center.group("Inside", UserId);
    const outside = await center.group("Outside");
    const GroupIds = [outside, inside];
    const { Results = [] } = await store.send(
      new IsMemberInGroupsCommand({ IdentityStoreId, MemberId: { UserId }, GroupIds }),
    );
    assert.deepEqual(
      Results.map(({ GroupId, MembershipExists }) => [GroupId, MembershipExists]),
      [
        [outside, false],
        [inside, true],
      ],
    );
  });

  it("a deleted group takes its memberships along", async () => {
    const { IdentityStoreId, store } = center;
    const UserId = await center.user("left");
    const GroupId = await center.group("Gone", UserId);
    await store.send(new DeleteGroupCommand({ IdentityStoreId, GroupId }));
    await assert.rejects(store.send(new DescribeGroupCommand({ IdentityStoreId, GroupId })), ResourceNotFoundException);
    const { GroupMemberships } = await store.send(
      new ListGroupMembershipsForMemberCommand({ IdentityStoreId, MemberId: { UserId } }),
    );
    assert.deepEqual(GroupMemberships, []);
  });
});
