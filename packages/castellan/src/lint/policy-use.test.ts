import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { policyUse } from "./policy-use.ts";

const policy = (statement: object): string => JSON.stringify({ Version: "2012-10-17", Statement: statement });
const anyone = { Effect: "Allow", Principal: "*" };

/** A text, and what it is taken for. */
const cases: readonly (readonly [string, string, string])[] = [
  ["a statement without principal", policy([{ Effect: "Allow", Action: "s3:*", Resource: "*" }]), "identity"],
  ["a principal and a resource", policy([{ ...anyone, Action: "s3:GetObject", Resource: "*" }]), "resource"],
  ["a principal that may assume", policy({ ...anyone, Action: ["sts:AssumeRole", "sts:TagSession"] }), "trust"],
  ["a principal that may do more", policy([{ ...anyone, Action: ["sts:AssumeRole", "s3:*"] }]), "resource"],
  ["an endpoint that lets assume roles", policy([{ ...anyone, Action: "sts:AssumeRole", Resource: "*" }]), "resource"],
  ["no principal but NotPrincipal", policy([{ Effect: "Deny", NotPrincipal: { AWS: "1" }, Action: "*" }]), "resource"],
  ["statements that are none", policy(["x", 1, [], {}] as object), "identity"],
  ["a policy that cannot be read", '{ "Statement": [', "identity"],
  ["a policy whose statement is misspelt", '{ "Version": "2012-10-17", "statement": [] }', "identity"],
  ["a template that holds policies", `{ "Resources": { "x": ${policy([])} } }`, "other"],
  ["other JSON", '{ "name": "x" }', "other"],
  ["a list", "[1]", "other"],
  ["no JSON", "hello", "other"],
  ["deep nonsense", "[".repeat(100_000), "other"],
];

describe("the use of a policy", () => {
  for (const [title, text, expected] of cases) {
    it(`is ${expected} for ${title}`, () => {
      const use = policyUse(text);
      assert.equal(use.kind === "policy" ? use.use : use.kind, expected);
    });
  }
});
