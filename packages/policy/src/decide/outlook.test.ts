import assert from "node:assert/strict";
import { test } from "node:test";
import { compilePolicy } from "../match/compile-policy.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import { parseDocument } from "../testing/arbitrary-policy.ts";
import { bitOf, outlookOf } from "./outlook.ts";

function allowing(action: string, Resource = "*"): CompiledPolicy {
  const document = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: action, Resource } };
  return compilePolicy(parseDocument(document, "identity"), action);
}

const certain = (identity: readonly CompiledPolicy[], policies = { identity }): readonly string[] =>
  outlookOf(policies, "s3:GetObject")
    .certain.filter(({ bit }) => bit === bitOf.identity)
    .map(({ policy }) => policy.id);

test("a statement on every resource and without conditions is certain once the action is known", () => {
  assert.deepEqual(certain([allowing("s3:Get*"), allowing("sqs:*"), allowing("*")]), ["s3:Get*", "*"]);
});

test("a statement on some resources stays open", () => {
  const identity = [allowing("s3:Get*", "arn:aws:s3:::data/*")];
  assert.deepEqual(certain(identity), []);
  assert.equal(outlookOf({ identity }, "s3:GetObject").open.length, 1);
});

test("the outlook is made once for each action", () => {
  const policies = { identity: [allowing("s3:Get*")], scps: [[allowing("*")], [allowing("*")]], rcps: [] };
  assert.equal(outlookOf(policies, "s3:GetObject"), outlookOf(policies, "s3:GetObject"));
  assert.notEqual(outlookOf(policies, "s3:GetObject"), outlookOf(policies, "s3:GetBucketAcl"));
});

test("policies that their owner has changed since are read anew", () => {
  const identity = [allowing("s3:Get*"), allowing("sqs:*")];
  const policies = { identity, scps: [[allowing("*")]] };
  assert.deepEqual(certain(identity, policies), ["s3:Get*"]);
  identity[1] = allowing("s3:*");
  assert.deepEqual(certain(identity, policies), ["s3:Get*", "s3:*"]);
  identity.push(allowing("*"));
  assert.deepEqual(certain(identity, policies), ["s3:Get*", "s3:*", "*"]);
  const before = outlookOf(policies, "s3:GetObject");
  policies.scps.push([]);
  assert.notEqual(outlookOf(policies, "s3:GetObject"), before);
});
