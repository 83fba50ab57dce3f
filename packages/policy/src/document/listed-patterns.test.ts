import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readPolicyDocument } from "./parse-policy.ts";
import type { ActionElement, PolicyKind, ResourceElement } from "./policy-node.ts";

const kinds: readonly PolicyKind[] = ["identity", "session", "trust", "resource", "scp", "rcp"];
const pieces = [
  "*",
  ":",
  "s3",
  "iam",
  "aws",
  "arn:aws:",
  "arn:aws:s3:::",
  "arn:aws:iam::",
  "role/",
  "root",
  "1",
  "$",
  "é",
  " ",
];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((each) => each.join(""));
const sound = fc.constantFrom(
  "*",
  "s 3:Get",
  "a.b-9:x",
  "s3:Get*",
  "sts:AssumeRole",
  "arn:aws:s3:::data/*",
  "arn:aws:iam::1:role/x",
);
const arn = fc
  .tuple(
    fc.constantFrom("aws", "aws-cn", "*", "aw"),
    fc.constantFrom("s3", "iam", "sqs", "s3-outposts", "EC2", "s*", ""),
    fc.constantFrom("", "*", "eu-west-1", "${aws:RequestedRegion}"),
    fc.constantFrom("", "111111111111", "$"),
    fc.constantFrom("", "*", "role/x", "rolex", "root", "data/a:b", "accesspoint/x"),
  )
  .map((fields) => ["arn", ...fields].join(":"));
const patterns = fc.array(fc.oneof(soup, sound, arn, arn), { minLength: 1, maxLength: 4 });

interface Lists {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

const statements: fc.Arbitrary<Lists> = fc.record({ Action: patterns, Resource: patterns });

/** A string with every character as an escape, which is read the slow way. */
function escaped(value: string): string {
  const units = Array.from({ length: value.length }, (_, at) => value.charCodeAt(at).toString(16).padStart(4, "0"));
  return `"${units.map((unit) => `\\u${unit}`).join("")}"`;
}

/** A document with these lists, their strings written by the given function. */
function written({ Action, Resource }: Lists, write: (value: string) => string): string {
  const lists = `"Action": [${Action.map(write).join(", ")}], "Resource": [${Resource.map(write).join(", ")}]`;
  return `{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", ${lists}}}`;
}

/** What is wrong with a document and what it says, without places. */
function reading(text: string, kind: PolicyKind): unknown {
  const { policy, faults } = readPolicyDocument(text, { kind });
  return {
    faults: faults.map(({ name, diagnostic }) => [name, diagnostic.message]),
    statements: policy?.statements.map(({ action, resource }) => [action, resource].map(valuesOf)),
  };
}

function valuesOf(element: ActionElement | ResourceElement | undefined): unknown {
  return element?.patterns.map(({ value }) => value);
}

for (const kind of kinds)
  test(`the lists of a policy of kind ${kind} mean the same with escapes and without`, () => {
    fc.assert(
      fc.property(statements, (lists) => {
        assert.deepEqual(reading(written(lists, JSON.stringify), kind), reading(written(lists, escaped), kind));
      }),
      { seed: 32, numRuns: 400 },
    );
  });

test("patterns of a list stand where they are written", () => {
  fc.assert(
    fc.property(statements, (lists) => {
      const text = written(lists, JSON.stringify);
      const { policy } = readPolicyDocument(text, { kind: "resource" });
      for (const { action, resource } of policy?.statements ?? [])
        for (const pattern of [...action.patterns, ...(resource?.patterns ?? [])])
          assert.equal(text.slice(pattern.start, pattern.end), JSON.stringify(pattern.value));
    }),
    { seed: 33 },
  );
});

test("an element over a list is data like any other", () => {
  const text = written({ Action: ["s3:GetObject"], Resource: ["*"] }, JSON.stringify);
  const action = readPolicyDocument(text, { kind: "resource" }).policy?.statements[0]?.action;
  assert.deepEqual(JSON.parse(JSON.stringify(action)), {
    node: "action",
    negated: false,
    patterns: [{ node: "text", value: "s3:GetObject", start: 87, end: 101 }],
    start: 76,
    end: 102,
  });
  assert.equal(action?.patterns, action?.patterns);
});
