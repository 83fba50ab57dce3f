import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { runCase } from "./run-case.ts";

const decisionCase = {
  id: "c",
  principal: "arn:aws:iam::111111111111:user/alice",
  request: {
    action: "s3:GetObject",
    resource: "arn:aws:s3:::b/k",
    context: { "s3:max-keys": 5, "aws:SecureTransport": true, "aws:TagKeys": ["a", 1] },
  },
  policies: {
    identity: [{ Version: "2012-10-17", Statement: { Sid: "Read", Effect: "Allow", Action: "s3:*", Resource: "*" } }],
  },
  expected: "Allowed",
};

test("a case is decided with the statements that decide it", () => {
  const result = runCase(decisionCase);
  assert.ok(result.kind === "decided");
  assert.deepEqual([result.id, result.decision, result.expected], ["c", "Allowed", "Allowed"]);
  assert.deepEqual(
    result.because.map(({ policyId, sid, index }) => [policyId, sid, index]),
    [["identity[0]", "Read", 0]],
  );
});

test("a policy that cannot be read is told with its place in the case", () => {
  const result = runCase({ ...decisionCase, policies: { identity: [], scps: [["{"]] } });
  assert.ok(result.kind === "invalid");
  assert.deepEqual(
    result.diagnostics.map(({ message, span }) => [message, span?.file]),
    [["the document ends too early", "scps[0][0]"]],
  );
});

test("a case of the wrong form is told member by member", () => {
  const result = runCase({
    id: 1,
    principal: "x",
    request: { action: "s3:x" },
    policies: { scps: ["x"] },
    expected: "yes",
  });
  assert.ok(result.kind === "invalid");
  assert.deepEqual(
    result.diagnostics.map((diagnostic) => diagnostic.message),
    [
      "`id` has the wrong form",
      "`expected` has the wrong form",
      "`request.resource` is missing",
      "`policies.scps` has the wrong form",
    ],
  );
});

test("no value makes the runner throw", () => {
  const loose = fc.record({
    id: fc.string(),
    principal: fc.string(),
    request: fc.record({ action: fc.string(), resource: fc.string() }),
    policies: fc.dictionary(fc.constantFrom("identity", "resource", "scps", "session"), fc.jsonValue()),
    facts: fc.jsonValue(),
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), loose), (value) => {
      assert.ok(["decided", "invalid"].includes(runCase(value).kind));
    }),
    { numRuns: 500 },
  );
});
