import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteUserCommand,
  GetLoginProfileCommand,
  GetUserCommand,
  ListAccessKeysCommand,
  ListUsersCommand,
  PutUserPolicyCommand,
  UpdateUserCommand,
} from "@aws-sdk/client-iam";
import { allow, policyText, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const arn = (name: string) => `arn:aws:iam::${testAccount}:user${name}`;

test("a user is created, shown, listed, renamed and deleted", async (t) => {
  const { iam } = await testIam(t);
  const created = await iam.send(
    new CreateUserCommand({ UserName: "Ann", Path: "/team/", Tags: [{ Key: "b", Value: "2" }] }),
  );
  assert.equal(created.User?.Arn, arn("/team/Ann"));
  assert.match(created.User?.UserId ?? "", /^AIDA[A-Z2-7]{17}$/);
  assert.deepEqual(created.User?.Tags, [{ Key: "b", Value: "2" }]);

  const listed = await iam.send(new ListUsersCommand({ PathPrefix: "/te" }));
  assert.deepEqual(
    listed.Users?.map(({ UserName, Tags }) => ({ UserName, Tags })),
    [{ UserName: "Ann", Tags: undefined }],
  );
  assert.equal(listed.IsTruncated, false);

  await iam.send(new UpdateUserCommand({ UserName: "ann", NewUserName: "Anna", NewPath: "/" }));
  const { User: renamed } = await iam.send(new GetUserCommand({ UserName: "anna" }));
  assert.deepEqual([renamed?.Arn, renamed?.UserId], [arn("/Anna"), created.User?.UserId]);

  await iam.send(new DeleteUserCommand({ UserName: "ANNA" }));
  await refused(
    iam.send(new GetUserCommand({ UserName: "Anna" })),
    "NoSuchEntity",
    "The user with name Anna cannot be found.",
    404,
  );
});

test("user names are unique without regard to letter case", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "Ann" }));
  await refused(
    iam.send(new CreateUserCommand({ UserName: "aNN" })),
    "EntityAlreadyExists",
    "User with name aNN already exists.",
    409,
  );
  await iam.send(new CreateUserCommand({ UserName: "Bob" }));
  await refused(
    iam.send(new UpdateUserCommand({ UserName: "Bob", NewUserName: "ann" })),
    "EntityAlreadyExists",
    "User with name ann already exists.",
  );
});

test("a renamed user keeps its keys and its password", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "Ann" }));
  const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName: "Ann" }));
  await iam.send(new CreateLoginProfileCommand({ UserName: "Ann", Password: "correct-Horse-7" }));
  await iam.send(new UpdateUserCommand({ UserName: "Ann", NewUserName: "Bea" }));
  const { AccessKeyMetadata: keys } = await iam.send(new ListAccessKeysCommand({ UserName: "Bea" }));
  assert.deepEqual(
    keys?.map(({ AccessKeyId, UserName }) => [AccessKeyId, UserName]),
    [[key?.AccessKeyId, "Bea"]],
  );
  assert.equal((await iam.send(new GetLoginProfileCommand({ UserName: "Bea" }))).LoginProfile?.UserName, "Bea");
});

test("a user that something hangs on is not deleted", async (t) => {
  const { iam } = await testIam(t);
  const conflict = async (name: string, words: string) =>
    refused(
      iam.send(new DeleteUserCommand({ UserName: name })),
      "DeleteConflict",
      `Cannot delete entity, must ${words} first.`,
      409,
    );
  const create = async (name: string) => iam.send(new CreateUserCommand({ UserName: name }));

  await create("a");
  await iam.send(new AttachUserPolicyCommand({ UserName: "a", PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
  await conflict("a", "detach all policies");
  await create("b");
  await iam.send(
    new PutUserPolicyCommand({ UserName: "b", PolicyName: "p", PolicyDocument: policyText(allow("s3:*")) }),
  );
  await conflict("b", "delete policies");
  await create("c");
  await iam.send(new CreateGroupCommand({ GroupName: "g" }));
  await iam.send(new AddUserToGroupCommand({ UserName: "c", GroupName: "g" }));
  await conflict("c", "remove users from group");
  await create("d");
  await iam.send(new CreateAccessKeyCommand({ UserName: "d" }));
  await conflict("d", "delete access keys");
  await create("e");
  await iam.send(new CreateLoginProfileCommand({ UserName: "e", Password: "correct-Horse-7" }));
  await conflict("e", "delete login profile");
});

test("users are listed in pages, and a marker of another making is refused", async (t) => {
  const { iam } = await testIam(t);
  for (const name of ["bob", "Ann", "cid"]) await iam.send(new CreateUserCommand({ UserName: name }));
  const first = await iam.send(new ListUsersCommand({ MaxItems: 2 }));
  assert.deepEqual([first.Users?.map((user) => user.UserName), first.IsTruncated], [["Ann", "bob"], true]);
  const second = await iam.send(new ListUsersCommand({ MaxItems: 2, Marker: first.Marker }));
  assert.deepEqual(
    [second.Users?.map((user) => user.UserName), second.IsTruncated, second.Marker],
    [["cid"], false, undefined],
  );
  await refused(iam.send(new ListUsersCommand({ Marker: "nonsense" })), "ValidationError", "Invalid Marker.", 400);
});

test("GetUser without a name shows the caller", async (t) => {
  const plane = await testIam(t);
  assert.equal((await plane.iam.send(new GetUserCommand({}))).User?.Arn, `arn:aws:iam::${testAccount}:root`);
  const ann = await userClient(plane, "Ann", allow("iam:GetUser"));
  assert.equal((await ann.send(new GetUserCommand({}))).User?.UserName, "Ann");
});

test("a caller without permission is refused, whether or not the user exists", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "Ann", allow("iam:ListUsers"));
  await ann.send(new ListUsersCommand({}));
  const denied = (name: string) =>
    `User: ${arn("/Ann")} is not authorized to perform: iam:DeleteUser on resource: ${arn(name)} because no identity-based policy allows the iam:DeleteUser action`;
  await refused(ann.send(new DeleteUserCommand({ UserName: "Ann" })), "AccessDenied", denied("/Ann"), 403);
  await refused(ann.send(new DeleteUserCommand({ UserName: "nobody" })), "AccessDenied", denied("/nobody"), 403);
});

test("the path, the tags and the boundary of a user decide what may be done to it", async (t) => {
  const plane = await testIam(t);
  const boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  const ann = await userClient(
    plane,
    "Ann",
    { Effect: "Allow", Action: "iam:DeleteUser", Resource: arn("/team/*") },
    {
      Effect: "Allow",
      Action: "iam:DeleteUser",
      Resource: "*",
      Condition: { StringEquals: { "aws:ResourceTag/team": "red" } },
    },
    {
      Effect: "Allow",
      Action: "iam:CreateUser",
      Resource: "*",
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundary } },
    },
  );
  await plane.iam.send(new CreateUserCommand({ UserName: "in-team", Path: "/team/" }));
  await plane.iam.send(new CreateUserCommand({ UserName: "red", Tags: [{ Key: "team", Value: "red" }] }));
  await plane.iam.send(new CreateUserCommand({ UserName: "blue", Tags: [{ Key: "team", Value: "blue" }] }));
  await ann.send(new DeleteUserCommand({ UserName: "in-team" }));
  await ann.send(new DeleteUserCommand({ UserName: "red" }));
  await refused(ann.send(new DeleteUserCommand({ UserName: "blue" })), "AccessDenied", /iam:DeleteUser/);
  await refused(ann.send(new CreateUserCommand({ UserName: "new" })), "AccessDenied", /iam:CreateUser/);
  const { User: bounded } = await ann.send(new CreateUserCommand({ UserName: "new", PermissionsBoundary: boundary }));
  assert.deepEqual(bounded?.PermissionsBoundary, {
    PermissionsBoundaryType: "Policy",
    PermissionsBoundaryArn: boundary,
  });
});
