import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CreateGroupCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteGroupPolicyCommand,
  DeleteRolePolicyCommand,
  DeleteUserPolicyCommand,
  GetGroupPolicyCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  ListGroupPoliciesCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { allow, ec2Trust, policyText, refused, testIam } from "../testing/iam-for-tests.ts";

const document = policyText(allow("s3:GetObject"));
const write = { PolicyName: "Read", PolicyDocument: document };

test("policies are written into users, shown, listed and taken out", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  await iam.send(new PutUserPolicyCommand({ UserName: "ann", ...write }));
  await iam.send(new PutUserPolicyCommand({ UserName: "ann", ...write, PolicyName: "another" }));
  const shown = await iam.send(new GetUserPolicyCommand({ UserName: "ann", PolicyName: "READ" }));
  assert.deepEqual(
    [shown.UserName, shown.PolicyName, decodeURIComponent(shown.PolicyDocument ?? "")],
    ["ann", "Read", document],
  );
  const first = await iam.send(new ListUserPoliciesCommand({ UserName: "ann", MaxItems: 1 }));
  assert.deepEqual([first.PolicyNames, first.IsTruncated], [["another"], true]);
  const second = await iam.send(new ListUserPoliciesCommand({ UserName: "ann", Marker: first.Marker }));
  assert.deepEqual(second.PolicyNames, ["Read"]);
  await iam.send(new DeleteUserPolicyCommand({ UserName: "ann", PolicyName: "Read" }));
  const gone = iam.send(new GetUserPolicyCommand({ UserName: "ann", PolicyName: "Read" }));
  await refused(gone, "NoSuchEntity", "The user policy with name Read cannot be found.", 404);
});

test("policies are written into groups, shown, listed and taken out", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateGroupCommand({ GroupName: "devs" }));
  await iam.send(new PutGroupPolicyCommand({ GroupName: "devs", ...write }));
  assert.equal(
    (await iam.send(new GetGroupPolicyCommand({ GroupName: "devs", PolicyName: "Read" }))).GroupName,
    "devs",
  );
  assert.deepEqual((await iam.send(new ListGroupPoliciesCommand({ GroupName: "devs" }))).PolicyNames, ["Read"]);
  await iam.send(new DeleteGroupPolicyCommand({ GroupName: "devs", PolicyName: "Read" }));
  const again = iam.send(new DeleteGroupPolicyCommand({ GroupName: "devs", PolicyName: "Read" }));
  await refused(again, "NoSuchEntity", "The group policy with name Read cannot be found.");
});

test("policies are written into roles, shown, listed and taken out", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust }));
  await iam.send(new PutRolePolicyCommand({ RoleName: "r", ...write }));
  assert.equal((await iam.send(new GetRolePolicyCommand({ RoleName: "r", PolicyName: "Read" }))).RoleName, "r");
  assert.deepEqual((await iam.send(new ListRolePoliciesCommand({ RoleName: "r" }))).PolicyNames, ["Read"]);
  await iam.send(new DeleteRolePolicyCommand({ RoleName: "r", PolicyName: "Read" }));
  const again = iam.send(new DeleteRolePolicyCommand({ RoleName: "r", PolicyName: "Read" }));
  await refused(again, "NoSuchEntity", "The role policy with name Read cannot be found.");
});

test("all inline policies of a user together have a limited size", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  const long = policyText(allow(...Array.from({ length: 80 }, (_, number) => `s3:GetObject${number}`)));
  await iam.send(new PutUserPolicyCommand({ UserName: "ann", PolicyName: "a", PolicyDocument: long }));
  await iam.send(new PutUserPolicyCommand({ UserName: "ann", PolicyName: "A", PolicyDocument: long }));
  const over = iam.send(new PutUserPolicyCommand({ UserName: "ann", PolicyName: "b", PolicyDocument: long }));
  await refused(over, "LimitExceeded", "Maximum policy size of 2048 bytes exceeded for user ann", 409);
});

test("a malformed inline policy is refused", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  const put = (text: string) =>
    iam.send(new PutUserPolicyCommand({ UserName: "ann", PolicyName: "p", PolicyDocument: text }));
  await refused(put("{}"), "MalformedPolicyDocument", "Syntax errors in policy.", 400);
  await refused(
    put(policyText({ Effect: "Allow", Action: "s3:*" })),
    "MalformedPolicyDocument",
    "Policy statement must contain resources.",
  );
});
