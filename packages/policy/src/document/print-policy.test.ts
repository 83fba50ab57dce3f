import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arbitraryDocument, parseDocument } from "../testing/arbitrary-policy.ts";
import { parsePolicy } from "./parse-policy.ts";
import type { Policy, PolicyKind, PolicyNode } from "./policy-node.ts";
import { childrenOf } from "./policy-visitor.ts";
import { printPolicy } from "./print-policy.ts";

/** A node without the places, which printing changes. */
function meaning(node: PolicyNode): unknown {
  const { start: _start, end: _end, ...rest } = node;
  const scalars = Object.entries(rest).filter(([name, value]) => name !== "source" && typeof value !== "object");
  return [Object.fromEntries(scalars), childrenOf(node).map(meaning)];
}

function reparse(policy: Policy, indent: number): Policy {
  const parsed = parsePolicy(printPolicy(policy, { indent }), { kind: policy.kind });
  if (parsed.kind === "policy") return parsed.policy;
  throw new Error(parsed.message);
}

test("a printed policy parses to the same policy", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<PolicyKind>("identity", "resource", "vpcEndpoint"),
      fc.constantFrom(0, 2),
      fc.gen(),
      (kind, indent, gen) => {
        const policy = parseDocument(gen(arbitraryDocument, kind), kind);
        assert.deepEqual(meaning(reparse(policy, indent)), meaning(policy));
      },
    ),
  );
});

test("printing is canonical: printing again changes nothing", () => {
  fc.assert(
    fc.property(arbitraryDocument("resource"), (document) => {
      const policy = parseDocument(document, "resource");
      assert.equal(printPolicy(reparse(policy, 0)), printPolicy(policy));
    }),
  );
});

test("condition keys that look like numbers or prototypes keep their place", () => {
  const text =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"b":"x","1":"y","__proto__":"z"}}}]}';
  const parsed = parsePolicy(text, { kind: "identity" });
  assert.equal(parsed.kind === "policy" && printPolicy(parsed.policy, { indent: 0 }), text);
});

test("one value stands without brackets and numbers become text", () => {
  const text =
    '{"Statement":{"Resource":["*"],"Action":["s3:*"],"Condition":{"NumericEquals":{"s3:max-keys":[10]}},"Effect":"Allow"},"Version":"2012-10-17"}';
  const parsed = parsePolicy(text, { kind: "identity" });
  assert.equal(
    parsed.kind === "policy" && printPolicy(parsed.policy),
    `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:*",
      "Resource": "*",
      "Condition": {
        "NumericEquals": {
          "s3:max-keys": "10"
        }
      }
    }
  ]
}`,
  );
});
