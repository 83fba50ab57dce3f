import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Catalog } from "../../catalog.ts";
import { decide } from "../../decide/decide.ts";
import type { Edit } from "../../diagnostic.ts";
import { parsePolicy } from "../../document/parse-policy.ts";
import { compilePolicy } from "../../match/compile-policy.ts";
import type { RequestContext } from "../../request/request.ts";
import { lintPolicy } from "../lint-policy.ts";

/** A catalogue that knows nothing: these checks look at the policy alone. */
const nothing: Catalog = {
  services: () => [],
  service: () => undefined,
  action: () => undefined,
  actionSummaries: () => [],
  conditionKey: () => undefined,
  globalConditionKeys: () => [],
};

/** The checks that promise that their fix changes no decision. */
const harmless: ReadonlySet<string> = new Set([
  "REDUNDANT_ACTION",
  "REDUNDANT_RESOURCE",
  "REDUNDANT_STATEMENT",
  "REDUNDANT_CONDITION_VALUE_NUM",
  "EQUIVALENT_TO_NULL_FALSE",
  "EQUIVALENT_TO_NULL_TRUE",
  "SHADOWED_STATEMENT",
  "IMPROVE_IP_RANGE",
]);

const some = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.array(fc.constantFrom(...items), { minLength: 1, maxLength: 4 });

const condition = fc.constantFrom(
  {},
  { StringLike: { "aws:RequestTag/team": "*" } },
  { StringNotLike: { "aws:RequestTag/team": "*" } },
  { NumericLessThan: { "s3:max-keys": ["5", "20", "10"] } },
  { NumericGreaterThanEquals: { "s3:max-keys": ["5", "20"] } },
  { IpAddress: { "aws:SourceIp": ["203.0.113.77/28", "198.51.100.1"] } },
);

const statement = fc.record({
  Effect: fc.constantFrom("Allow", "Allow", "Deny"),
  Action: some(["s3:*", "s3:Get*", "s3:GetObject", "S3:getobject", "s3:PutObject", "s3:*Object", "s3:?etObject"]),
  Resource: some([
    "*",
    "arn:aws:s3:::a*",
    "arn:aws:s3:::a/*",
    "arn:aws:s3:::a/b",
    "arn:aws:s3:::?/*",
    "arn:*:s3:::a/b",
  ]),
  Condition: condition,
});

const document = fc.record({
  Version: fc.constant("2012-10-17"),
  Statement: fc.array(statement, { minLength: 1, maxLength: 4 }),
});

const contexts: readonly RequestContext[] = [
  {},
  { "aws:RequestTag/team": "blue", "s3:max-keys": "7", "aws:SourceIp": "203.0.113.70" },
  { "s3:max-keys": "20", "aws:SourceIp": "203.0.113.90" },
];

const requests = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"].flatMap((action) =>
  ["arn:aws:s3:::a", "arn:aws:s3:::a/b", "arn:aws:s3:::b/c", "arn:aws-cn:s3:::a/b"].flatMap((resource) =>
    contexts.map((context) => ({ action, resource, context })),
  ),
);

function outcomes(text: string): readonly string[] {
  const parsed = parsePolicy(text, { kind: "identity" });
  assert.equal(parsed.kind, "policy", text);
  const policies = parsed.kind === "policy" ? { identity: [compilePolicy(parsed.policy, "p")] } : {};
  return requests.map(
    (request) => decide({ principal: "arn:aws:iam::111111111111:user/alice", request, policies }).outcome,
  );
}

function applied(text: string, edits: readonly Edit[]): string {
  const backwards = edits.toSorted((one, other) => other.span.start.offset - one.span.start.offset);
  return backwards.reduce(
    (changed, { span, text: by }) => changed.slice(0, span.start.offset) + by + changed.slice(span.end.offset),
    text,
  );
}

test("no fix of a redundancy changes what a policy allows or denies", () => {
  let fixes = 0;
  fc.assert(
    fc.property(document, (policy) => {
      const text = JSON.stringify(policy, null, 1);
      const before = outcomes(text);
      for (const { code, fix } of lintPolicy(text, { kind: "identity", catalog: nothing })) {
        if (!harmless.has(code) || fix === undefined) continue;
        fixes += 1;
        assert.deepEqual(outcomes(applied(text, fix)), before, `${code}\n${text}`);
      }
    }),
    { seed: 7, numRuns: 400 },
  );
  assert.ok(fixes > 500, `only ${fixes} fixes were tried`);
});
