import assert from "node:assert/strict";
import { test } from "node:test";
import { contextKeysOf } from "./context-keys.ts";
import { parsePolicy } from "./parse-policy.ts";

function keysOf(version: string): readonly string[] {
  const statement = {
    Effect: "Allow",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::home/${aws:UserName}/*", "arn:aws:s3:::${s3:prefix, 'none'}/${*}"],
    Condition: {
      StringLike: { "aws:username": "x", "s3:x-amz-acl": "${aws:PrincipalTag/team}" },
      NumericLessThan: { "s3:max-keys": "10" },
    },
  };
  const parsed = parsePolicy(JSON.stringify({ Version: version, Statement: [statement] }), { kind: "identity" });
  return parsed.kind === "policy" ? contextKeysOf(parsed.policy) : assert.fail(parsed.message);
}

test("the context keys of a policy are those of its conditions and variables, each once and as first written", () => {
  assert.deepEqual(keysOf("2012-10-17"), [
    "aws:UserName",
    "s3:prefix",
    "s3:x-amz-acl",
    "aws:PrincipalTag/team",
    "s3:max-keys",
  ]);
});

test("a policy of the old version has no variables, so only its conditions refer to keys", () => {
  assert.deepEqual(keysOf("2008-10-17"), ["aws:username", "s3:x-amz-acl", "s3:max-keys"]);
});
