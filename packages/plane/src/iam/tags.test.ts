import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetRoleCommand,
  ListInstanceProfileTagsCommand,
  ListPolicyTagsCommand,
  ListRoleTagsCommand,
  ListUserTagsCommand,
  TagInstanceProfileCommand,
  TagPolicyCommand,
  TagRoleCommand,
  TagUserCommand,
  UntagInstanceProfileCommand,
  UntagPolicyCommand,
  UntagRoleCommand,
  UntagUserCommand,
} from "@aws-sdk/client-iam";
import { allow, ec2Trust, policyText, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const tag = (Key: string, Value: string) => ({ Key, Value });

test("users are tagged and untagged; the tags are listed by key and page", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann", Tags: [tag("b", "1")] }));
  await iam.send(new TagUserCommand({ UserName: "ann", Tags: [tag("a", "2"), tag("B", "3"), tag("c", "")] }));
  assert.deepEqual((await iam.send(new ListUserTagsCommand({ UserName: "ann" }))).Tags, [
    tag("B", "3"),
    tag("a", "2"),
    tag("c", ""),
  ]);
  await iam.send(new UntagUserCommand({ UserName: "ann", TagKeys: ["b", "none"] }));
  const first = await iam.send(new ListUserTagsCommand({ UserName: "ann", MaxItems: 1 }));
  const second = await iam.send(new ListUserTagsCommand({ UserName: "ann", MaxItems: 1, Marker: first.Marker }));
  assert.deepEqual(
    [first.Tags, first.IsTruncated, second.Tags, second.IsTruncated],
    [[tag("a", "2")], true, [tag("c", "")], false],
  );
  await refused(
    iam.send(new ListUserTagsCommand({ UserName: "bob" })),
    "NoSuchEntity",
    "The user with name bob cannot be found.",
    404,
  );
});

test("roles are tagged and untagged", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust }));
  await iam.send(new TagRoleCommand({ RoleName: "r", Tags: [tag("a", "1"), tag("b", "2")] }));
  assert.deepEqual((await iam.send(new GetRoleCommand({ RoleName: "r" }))).Role?.Tags, [tag("a", "1"), tag("b", "2")]);
  await iam.send(new UntagRoleCommand({ RoleName: "r", TagKeys: ["A"] }));
  assert.deepEqual((await iam.send(new ListRoleTagsCommand({ RoleName: "r" }))).Tags, [tag("b", "2")]);
});

test("tag keys of users and roles know no case, those of policies and instance profiles do", async (t) => {
  const { iam } = await testIam(t);
  const Tags = [tag("a", "1"), tag("A", "2")];
  const words = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
  await refused(iam.send(new CreateUserCommand({ UserName: "ann", Tags })), "InvalidInput", words, 400);
  await refused(
    iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust, Tags })),
    "InvalidInput",
    words,
  );
  const PolicyArn = `arn:aws:iam::${testAccount}:policy/p`;
  await iam.send(new CreatePolicyCommand({ PolicyName: "p", PolicyDocument: policyText(allow("s3:*")), Tags }));
  assert.deepEqual((await iam.send(new ListPolicyTagsCommand({ PolicyArn }))).Tags, [tag("A", "2"), tag("a", "1")]);
  const twice = iam.send(new TagPolicyCommand({ PolicyArn, Tags: [tag("x", "1"), tag("x", "2")] }));
  await refused(twice, "InvalidInput", "Duplicate tag keys found.", 400);
  await iam.send(new UntagPolicyCommand({ PolicyArn, TagKeys: ["a"] }));
  assert.deepEqual((await iam.send(new ListPolicyTagsCommand({ PolicyArn }))).Tags, [tag("A", "2")]);
  const missing = `Policy ${PolicyArn}x was not found.`;
  await refused(iam.send(new TagPolicyCommand({ PolicyArn: `${PolicyArn}x`, Tags })), "NoSuchEntity", missing, 404);
});

test("instance profiles are tagged and untagged", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: "web", Tags: [tag("a", "1")] }));
  await iam.send(new TagInstanceProfileCommand({ InstanceProfileName: "web", Tags: [tag("b", "2")] }));
  await iam.send(new UntagInstanceProfileCommand({ InstanceProfileName: "web", TagKeys: ["a"] }));
  assert.deepEqual((await iam.send(new ListInstanceProfileTagsCommand({ InstanceProfileName: "web" }))).Tags, [
    tag("b", "2"),
  ]);
});

test("a resource has fifty tags at most", async (t) => {
  const { iam } = await testIam(t);
  const many = (from: number) => Array.from({ length: 30 }, (_, number) => tag(`k${from + number}`, "v"));
  await iam.send(new CreateUserCommand({ UserName: "ann", Tags: many(0) }));
  await refused(iam.send(new TagUserCommand({ UserName: "ann", Tags: many(30) })), "LimitExceeded", /: 50$/, 409);
});

test("who may tag can be limited to certain tags", async (t) => {
  const plane = await testIam(t);
  const condition = {
    StringEquals: { "aws:RequestTag/team": "red" },
    "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] },
  };
  const ann = await userClient(plane, "ann", {
    Effect: "Allow",
    Action: "iam:TagUser",
    Resource: "*",
    Condition: condition,
  });
  await ann.send(new TagUserCommand({ UserName: "ann", Tags: [tag("team", "red")] }));
  for (const Tags of [[tag("team", "blue")], [tag("team", "red"), tag("other", "1")]]) {
    await refused(ann.send(new TagUserCommand({ UserName: "ann", Tags })), "AccessDenied", /iam:TagUser/, 403);
  }
});

test("to create something with tags one must be allowed to tag it", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "ann", allow("iam:CreateUser"));
  await ann.send(new CreateUserCommand({ UserName: "plain" }));
  const tagged = ann.send(new CreateUserCommand({ UserName: "tagged", Tags: [tag("a", "1")] }));
  await refused(tagged, "AccessDenied", /iam:TagUser on resource: .*user\/tagged/, 403);
});
