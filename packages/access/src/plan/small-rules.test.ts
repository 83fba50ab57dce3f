import assert from "node:assert/strict";
import { test } from "node:test";
import { administratorsOf, isAdministrative } from "./administrators.ts";
import { callerPath } from "./caller.ts";
import { sameDocument } from "./canonical-json.ts";
import { eightEnvironments, iamUsersOnly } from "./testing/example-estates.ts";
import { localArn, withAccount } from "./local-arn.ts";
import { stepId } from "./make-step.ts";
import { durationSeconds, sameDuration } from "./session-duration.ts";
import { targetsAbove, unitsAbove } from "./unit-paths.ts";

test("documents are the same whatever their spacing and key order", () => {
  assert.ok(sameDocument('{"b":1, "a":[1,2]}', '{"a":[1,2],"b":1}'));
  assert.ok(!sameDocument('{"a":[1,2]}', '{"a":[2,1]}'));
  assert.ok(!sameDocument("{}", undefined));
});

test("durations are the same when they are equally long", () => {
  assert.ok(sameDuration("PT1H", "PT60M"));
  assert.equal(durationSeconds("PT1H30M"), 5400);
  assert.equal(durationSeconds("P1D"), undefined);
});

test("a policy's ARN is the same in every account, AWS's own stays as it is", () => {
  assert.equal(withAccount("arn:aws:iam:::policy/a/b", "123456789012"), "arn:aws:iam::123456789012:policy/a/b");
  assert.equal(localArn("arn:aws:iam::123456789012:policy/a/b"), "arn:aws:iam:::policy/a/b");
  assert.equal(withAccount("arn:aws:iam::aws:policy/X", "123456789012"), "arn:aws:iam::aws:policy/X");
});

test("the units above an account are listed from the root", () => {
  assert.deepEqual(unitsAbove("/A/B"), ["/A", "/A/B"]);
  assert.deepEqual(unitsAbove("/"), []);
  assert.equal(targetsAbove("/A", "x").length, 3);
});

test("step ids tell names with slashes apart", () => {
  assert.notEqual(stepId("createMembership", "a/b", "c"), stepId("createMembership", "a", "b/c"));
});

test("an inline policy that allows everything in IAM makes an administrator, PowerUser does not", () => {
  const set = (inlinePolicy: string) => ({
    name: "X",
    sessionDuration: "PT1H",
    managedPolicies: [],
    customerManagedPolicies: [],
    tags: {},
    inlinePolicy,
  });
  const allows = (statement: object) =>
    isAdministrative(
      set(JSON.stringify({ Statement: [{ Effect: "Allow", Resource: "*", ...statement }] })),
      eightEnvironments,
    );
  assert.ok(allows({ Action: "*" }));
  assert.ok(allows({ Action: ["s3:*", "iam:*"] }));
  assert.ok(allows({ NotAction: "billing:*" }));
  assert.ok(!allows({ NotAction: ["iam:*", "organizations:*"] }));
  assert.ok(!allows({ Action: "*", Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }));
});

test("administrators are the people behind the groups, and IAM users of method B", () => {
  assert.deepEqual(administratorsOf(eightEnvironments), ["hana@example.com", "yu@example.com"]);
  assert.deepEqual(administratorsOf(iamUsersOnly), ["iam:hana", "iam:yu"]);
});

test("the caller's path is read from its ARN", () => {
  const path = (arn: string) => callerPath({ arn, accountId: "111111111111", userId: "" }, eightEnvironments);
  const role = "assumed-role/AWSReservedSSO_Dev_Ops_0123456789abcdef/yu@example.com";
  assert.deepEqual(path(`arn:aws:sts::111111111111:${role}`), {
    kind: "permissionSet",
    permissionSet: "Dev_Ops",
    user: "yu@example.com",
    account: "management",
  });
  assert.deepEqual(path("arn:aws:iam::111111111111:user/people/yu"), {
    kind: "iamUser",
    user: "yu",
    account: "management",
  });
  assert.deepEqual(path("arn:aws:iam::111111111111:root"), { kind: "outside" });
});
