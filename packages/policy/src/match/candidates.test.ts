import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../testing/arbitrary-policy.ts";
import { candidatesOf } from "./candidates.ts";
import { compilePolicy } from "./compile-policy.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";

function allowing(action: string): CompiledPolicy {
  const document = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: action, Resource: "*" } };
  return compilePolicy(parseDocument(document, "identity"), action);
}

const idsOf = (policies: readonly CompiledPolicy[]): readonly string[] =>
  candidatesOf(policies, "s3:getobject", "s3").map(({ policy }) => policy.id);

test("policies that do not speak of the action are left out", () => {
  assert.deepEqual(idsOf([allowing("s3:Get*"), allowing("sqs:*"), allowing("*")]), ["s3:Get*", "*"]);
});

test("a list that its owner has changed since is read anew", () => {
  const policies = [allowing("s3:Get*"), allowing("sqs:*")];
  assert.deepEqual(idsOf(policies), ["s3:Get*"]);
  policies[1] = allowing("s3:*");
  assert.deepEqual(idsOf(policies), ["s3:Get*", "s3:*"]);
  policies.push(allowing("*"));
  assert.deepEqual(idsOf(policies), ["s3:Get*", "s3:*", "*"]);
});
