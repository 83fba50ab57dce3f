import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Catalog } from "../../catalog.ts";
import { decide } from "../../decide/decide.ts";
import { parsePolicy } from "../../document/parse-policy.ts";
import { compilePolicy } from "../../match/compile-policy.ts";
import { lintPolicy } from "../lint-policy.ts";

const nothing: Catalog = {
  services: () => [],
  service: () => undefined,
  action: () => undefined,
  actionSummaries: () => [],
  conditionKey: () => undefined,
  globalConditionKeys: () => [],
};

const key = "aws:RequestTag/size";
const texts = ["1", "2", "3", "true", "false", "2026-01-01", "2027-01-01", "big", "small", "bag"];
const operators = [
  "StringEquals",
  "StringNotEquals",
  "StringLike",
  "StringNotLikeIfExists",
  "StringEqualsIfExists",
  "NumericLessThan",
  "NumericGreaterThanEquals",
  "NumericEquals",
  "DateLessThan",
  "DateGreaterThan",
  "Bool",
  "Null",
  "ForAllValues:StringEquals",
  "ForAnyValue:StringLike",
];

const block = fc.record({
  operator: fc.constantFrom(...operators),
  values: fc.uniqueArray(fc.constantFrom(...texts, "b*", "*all"), { minLength: 1, maxLength: 2 }),
});

const contexts = [{}, ...texts.map((text) => ({ [key]: text })), { [key]: ["big", "small"] }, { [key]: [] }];

test("a statement that is said never to match matches no request", () => {
  let found = 0;
  fc.assert(
    fc.property(block, block, (one, other) => {
      const condition = { [one.operator]: { [key]: one.values }, [other.operator]: { [key]: other.values } };
      const text = JSON.stringify({
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "*", Condition: condition },
      });
      const findings = lintPolicy(text, { kind: "identity", catalog: nothing });
      const parsed = parsePolicy(text, { kind: "identity", accept: "meaningful" });
      if (parsed.kind !== "policy" || !findings.some(({ code }) => code === "STATEMENT_NEVER_MATCHES")) return;
      found += 1;
      const policies = { identity: [compilePolicy(parsed.policy, "p")] };
      for (const context of contexts) {
        const request = { action: "s3:GetObject", resource: "arn:aws:s3:::a/b", context };
        const { outcome } = decide({ principal: "arn:aws:iam::111111111111:user/alice", request, policies });
        assert.equal(outcome, "ImplicitDeny", `${text} ${JSON.stringify(context)}`);
      }
    }),
    { seed: 9, numRuns: 6_000 },
  );
  assert.ok(found > 80, `only ${found} contradictions were seen`);
});
