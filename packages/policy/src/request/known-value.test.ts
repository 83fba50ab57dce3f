import assert from "node:assert/strict";
import { test } from "node:test";
import { knownValue } from "./known-value.ts";

const known = {
  principal: "arn:aws:iam::111111111111:user/alice",
  request: { action: "s3:GetObject", resource: "arn:aws:s3:::data/a", context: { "aws:SourceIp": "10.0.0.1" } },
};

test("a context key has the value that the request gives or that follows from the principal", () => {
  assert.equal(knownValue(known, "AWS:sourceip"), "10.0.0.1");
  assert.equal(knownValue(known, "aws:username"), "alice");
  assert.equal(knownValue(known, "aws:RequestTag/team"), undefined);
});
