import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  DetachGroupPolicyCommand,
  GetGroupCommand,
  type IAMClient,
  ListGroupsCommand,
  ListGroupsForUserCommand,
  ListUsersCommand,
  PutGroupPolicyCommand,
  RemoveUserFromGroupCommand,
  UpdateGroupCommand,
} from "@aws-sdk/client-iam";
import { allow, policyText, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const groupsOf = async (iam: IAMClient, name: string) =>
  (await iam.send(new ListGroupsForUserCommand({ UserName: name }))).Groups?.map((group) => group.GroupName);

test("a group is created, shown, listed, renamed with its members and deleted", async (t) => {
  const { iam } = await testIam(t);
  const { Group: created } = await iam.send(new CreateGroupCommand({ GroupName: "Devs", Path: "/eng/" }));
  assert.equal(created?.Arn, `arn:aws:iam::${testAccount}:group/eng/Devs`);
  assert.match(created?.GroupId ?? "", /^AGPA[A-Z2-7]{17}$/);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  await iam.send(new AddUserToGroupCommand({ UserName: "ann", GroupName: "devs" }));
  await iam.send(new UpdateGroupCommand({ GroupName: "DEVS", NewGroupName: "Makers", NewPath: "/" }));
  assert.deepEqual(await groupsOf(iam, "ann"), ["Makers"]);
  const shown = await iam.send(new GetGroupCommand({ GroupName: "makers" }));
  assert.deepEqual(
    [shown.Group?.Arn, shown.Users?.map((user) => user.UserName)],
    [`arn:aws:iam::${testAccount}:group/Makers`, ["ann"]],
  );
  await iam.send(new RemoveUserFromGroupCommand({ UserName: "ann", GroupName: "Makers" }));
  await iam.send(new DeleteGroupCommand({ GroupName: "Makers" }));
  await refused(
    iam.send(new GetGroupCommand({ GroupName: "Makers" })),
    "NoSuchEntity",
    "The group with name Makers cannot be found.",
    404,
  );
  assert.deepEqual((await iam.send(new ListGroupsCommand({}))).Groups, []);
});

test("group names are unique without regard to letter case", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateGroupCommand({ GroupName: "Devs" }));
  await iam.send(new CreateGroupCommand({ GroupName: "Ops" }));
  await refused(
    iam.send(new CreateGroupCommand({ GroupName: "devs" })),
    "EntityAlreadyExists",
    "Group with name devs already exists.",
    409,
  );
  await refused(
    iam.send(new UpdateGroupCommand({ GroupName: "Ops", NewGroupName: "DEVS" })),
    "EntityAlreadyExists",
    "Group with name DEVS already exists.",
  );
});

test("the members of a group are shown in pages", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateGroupCommand({ GroupName: "devs" }));
  for (const name of ["cid", "ann", "bob"]) {
    await iam.send(new CreateUserCommand({ UserName: name }));
    await iam.send(new AddUserToGroupCommand({ UserName: name, GroupName: "devs" }));
  }
  const first = await iam.send(new GetGroupCommand({ GroupName: "devs", MaxItems: 2 }));
  assert.deepEqual([first.Users?.map((user) => user.UserName), first.IsTruncated], [["ann", "bob"], true]);
  const second = await iam.send(new GetGroupCommand({ GroupName: "devs", MaxItems: 2, Marker: first.Marker }));
  assert.deepEqual([second.Users?.map((user) => user.UserName), second.IsTruncated], [["cid"], false]);
});

test("adding a member twice and removing one who is none changes nothing", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateGroupCommand({ GroupName: "devs" }));
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  await iam.send(new RemoveUserFromGroupCommand({ UserName: "ann", GroupName: "devs" }));
  await iam.send(new AddUserToGroupCommand({ UserName: "ann", GroupName: "devs" }));
  await iam.send(new AddUserToGroupCommand({ UserName: "ANN", GroupName: "DEVS" }));
  assert.deepEqual(await groupsOf(iam, "ann"), ["devs"]);
});

test("membership needs a user and a group, and the user is looked for first", async (t) => {
  const { iam } = await testIam(t);
  const noUser = "The user with name ann cannot be found.";
  await refused(iam.send(new AddUserToGroupCommand({ UserName: "ann", GroupName: "devs" })), "NoSuchEntity", noUser);
  await refused(
    iam.send(new RemoveUserFromGroupCommand({ UserName: "ann", GroupName: "devs" })),
    "NoSuchEntity",
    noUser,
  );
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  await refused(
    iam.send(new AddUserToGroupCommand({ UserName: "ann", GroupName: "devs" })),
    "NoSuchEntity",
    "The group with name devs cannot be found.",
  );
});

test("a user is in ten groups at most", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  for (let number = 0; number <= 10; number++) await iam.send(new CreateGroupCommand({ GroupName: `g${number}` }));
  for (let number = 0; number < 10; number++)
    await iam.send(new AddUserToGroupCommand({ UserName: "ann", GroupName: `g${number}` }));
  await refused(
    iam.send(new AddUserToGroupCommand({ UserName: "ann", GroupName: "g10" })),
    "LimitExceeded",
    "Cannot exceed quota for GroupsPerUser: 10",
    409,
  );
});

test("a group that something hangs on is not deleted", async (t) => {
  const { iam } = await testIam(t);
  const attached = { GroupName: "devs", PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" };
  const conflict = async (words: string) =>
    refused(
      iam.send(new DeleteGroupCommand({ GroupName: "devs" })),
      "DeleteConflict",
      `Cannot delete entity, must ${words} first.`,
      409,
    );
  await iam.send(new CreateGroupCommand({ GroupName: "devs" }));
  await iam.send(
    new PutGroupPolicyCommand({ GroupName: "devs", PolicyName: "p", PolicyDocument: policyText(allow("s3:*")) }),
  );
  await conflict("delete policies");
  await iam.send(new AttachGroupPolicyCommand(attached));
  await conflict("detach all policies");
  await iam.send(new DetachGroupPolicyCommand(attached));
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  await iam.send(new AddUserToGroupCommand({ UserName: "ann", GroupName: "devs" }));
  await conflict("remove users from group");
});

test("a member may do what the group's policies allow, until it leaves", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "ann");
  await refused(ann.send(new ListUsersCommand({})), "AccessDenied", /iam:ListUsers/);
  await plane.iam.send(new CreateGroupCommand({ GroupName: "devs" }));
  await plane.iam.send(
    new PutGroupPolicyCommand({
      GroupName: "devs",
      PolicyName: "p",
      PolicyDocument: policyText(allow("iam:ListUsers")),
    }),
  );
  await plane.iam.send(new AddUserToGroupCommand({ UserName: "ann", GroupName: "devs" }));
  await plane.iam.send(new UpdateGroupCommand({ GroupName: "devs", NewGroupName: "makers" }));
  await ann.send(new ListUsersCommand({}));
  await plane.iam.send(new RemoveUserFromGroupCommand({ UserName: "ann", GroupName: "makers" }));
  await refused(ann.send(new ListUsersCommand({})), "AccessDenied", /iam:ListUsers/);
});
