import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  GetAccessKeyLastUsedCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListUsersCommand,
  UpdateAccessKeyCommand,
} from "@aws-sdk/client-iam";
import { allow, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

test("a key signs requests until it is made inactive", async (t) => {
  const { iam, clients } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "Ann" }));
  const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName: "ann" }));
  assert.match(key?.AccessKeyId ?? "", /^AKIA[A-Z2-7]{16}$/);
  assert.equal(key?.SecretAccessKey?.length, 40);
  assert.deepEqual([key?.UserName, key?.Status], ["Ann", "Active"]);
  const [accessKeyId, secretAccessKey] = [key?.AccessKeyId ?? "", key?.SecretAccessKey ?? ""];
  const ann = clients(IAMClient, { credentials: { accessKeyId, secretAccessKey } });
  await refused(ann.send(new ListUsersCommand({})), "AccessDenied", /iam:ListUsers/);
  await iam.send(new UpdateAccessKeyCommand({ UserName: "Ann", AccessKeyId: accessKeyId, Status: "Inactive" }));
  await refused(
    ann.send(new ListUsersCommand({})),
    "InvalidClientTokenId",
    "The security token included in the request is invalid.",
    403,
  );
  const { AccessKeyMetadata: listed } = await iam.send(new ListAccessKeysCommand({ UserName: "Ann" }));
  assert.deepEqual(
    listed?.map(({ AccessKeyId, Status, UserName }) => [AccessKeyId, Status, UserName]),
    [[accessKeyId, "Inactive", "Ann"]],
  );
  await iam.send(new DeleteAccessKeyCommand({ UserName: "Ann", AccessKeyId: accessKeyId }));
  assert.deepEqual((await iam.send(new ListAccessKeysCommand({ UserName: "Ann" }))).AccessKeyMetadata, []);
});

test("a secret is kept sealed", async (t) => {
  const { iam, plane } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName: "ann" }));
  const kept = JSON.stringify(plane.core.ledger.store.dump());
  assert.ok(kept.includes(key?.AccessKeyId ?? "?"));
  assert.ok(!kept.includes(key?.SecretAccessKey ?? ""));
});

test("a user has two keys at most", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  const create = () => iam.send(new CreateAccessKeyCommand({ UserName: "ann" }));
  await create();
  await create();
  await refused(create(), "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2", 409);
  const first = await iam.send(new ListAccessKeysCommand({ UserName: "ann", MaxItems: 1 }));
  const second = await iam.send(new ListAccessKeysCommand({ UserName: "ann", MaxItems: 1, Marker: first.Marker }));
  assert.deepEqual([first.IsTruncated, second.IsTruncated, second.AccessKeyMetadata?.length], [true, false, 1]);
});

test("without a name the caller's own keys are meant", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "ann", allow("iam:*"));
  const { AccessKey: second } = await ann.send(new CreateAccessKeyCommand({}));
  assert.equal(second?.UserName, "ann");
  assert.equal((await ann.send(new ListAccessKeysCommand({}))).AccessKeyMetadata?.length, 2);
  await ann.send(new DeleteAccessKeyCommand({ AccessKeyId: second?.AccessKeyId }));
  const { AccessKey: root } = await plane.iam.send(new CreateAccessKeyCommand({}));
  assert.equal(root?.UserName, undefined);
  await plane.iam.send(new DeleteAccessKeyCommand({ AccessKeyId: root?.AccessKeyId }));
});

test("a key is found with its own user only", async (t) => {
  const plane = await testIam(t);
  await userClient(plane, "ann");
  await plane.iam.send(new CreateUserCommand({ UserName: "bob" }));
  const { AccessKeyMetadata: [key] = [] } = await plane.iam.send(new ListAccessKeysCommand({ UserName: "ann" }));
  const AccessKeyId = key?.AccessKeyId ?? "";
  const missing = `The Access Key with id ${AccessKeyId} cannot be found.`;
  const update = plane.iam.send(new UpdateAccessKeyCommand({ UserName: "bob", AccessKeyId, Status: "Inactive" }));
  await refused(update, "NoSuchEntity", missing, 404);
  await refused(plane.iam.send(new DeleteAccessKeyCommand({ UserName: "bob", AccessKeyId })), "NoSuchEntity", missing);
  await refused(
    plane.iam.send(new CreateAccessKeyCommand({ UserName: "cid" })),
    "NoSuchEntity",
    "The user with name cid cannot be found.",
  );
});

test("the last use of a key is told", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "ann", allow("iam:ListUsers"));
  const { AccessKeyMetadata: [key] = [] } = await plane.iam.send(new ListAccessKeysCommand({ UserName: "ann" }));
  const lastUse = () => plane.iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: key?.AccessKeyId }));
  assert.deepEqual((await lastUse()).AccessKeyLastUsed, { ServiceName: "N/A", Region: "N/A" });
  await ann.send(new ListUsersCommand({}));
  const used = await lastUse();
  assert.deepEqual([used.UserName, used.AccessKeyLastUsed?.ServiceName], ["ann", "iam"]);
  assert.ok(used.AccessKeyLastUsed?.LastUsedDate instanceof Date);
  const unknown = "AKIAIOSFODNN7EXAMPLE";
  const words = `User: arn:aws:iam::${testAccount}:root is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key ${unknown}`;
  await refused(plane.iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: unknown })), "AccessDenied", words, 403);
});

test("a user who may manage own keys may not manage those of others", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "ann", {
    Effect: "Allow",
    Action: "iam:*AccessKey*",
    Resource: "arn:aws:iam::*:user/${aws:username}",
  });
  await plane.iam.send(new CreateUserCommand({ UserName: "bob" }));
  await ann.send(new CreateAccessKeyCommand({}));
  await refused(ann.send(new CreateAccessKeyCommand({ UserName: "bob" })), "AccessDenied", /iam:CreateAccessKey/, 403);
});
