import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PolicyKind } from "../document/policy-node.ts";
import { dependsOnPrincipal } from "./depends-on-principal.ts";
import { when } from "./testing/known-proofs.ts";
import { policyOf, type ShortStatement } from "./testing/proof-case.ts";

const cases: readonly (readonly [says: string, ShortStatement, expected: boolean, kind?: PolicyKind])[] = [
  ["a policy for everybody does not", { Action: "s3:*" }, false],
  ["an account in an ARN does", { Resource: "arn:aws:sqs:*:123456789012:*" }, true],
  ["a star for the account does not", { Resource: "arn:aws:sqs:*:*:jobs" }, false],
  ["a condition on the ARN of the principal does", when("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/a"), true],
  ["its name as a variable does", { Resource: "arn:aws:s3:::home/${aws:username}/*" }, true],
  ["a condition on the request does not", when("StringEquals", "aws:RequestedRegion", "eu-west-1"), false],
  ["a named principal does", { Principal: { AWS: "123456789012" }, Action: "s3:*" }, true, "resource"],
];

describe("dependsOnPrincipal", () => {
  for (const [says, statement, expected, kind] of cases)
    it(says, () => assert.equal(dependsOnPrincipal(policyOf([statement], kind).policy), expected));
});
