import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPolicyLimits, countCharacters, policyLimits } from "./policy-limits.ts";

test("white space counts for organization policies and not for managed policies", () => {
  const text = '{ "a":\n\t1 }';
  assert.equal(countCharacters(text, policyLimits.managedPolicy), 7);
  assert.equal(countCharacters(text, policyLimits.serviceControlPolicy), text.length);
});

test("a document of exactly the limit passes and one character more does not", () => {
  const { maxCharacters } = policyLimits.managedPolicy;
  assert.deepEqual(checkPolicyLimits({ text: "x".repeat(maxCharacters) }, "managedPolicy"), []);
  const [diagnostic] = checkPolicyLimits({ text: "x".repeat(maxCharacters + 1) }, "managedPolicy");
  assert.equal(diagnostic?.message, "the policy has 6145 characters, 1 more than the 6144 allowed");
});

test("inline policies of one user share their limit", () => {
  assert.equal(checkPolicyLimits({ text: "x".repeat(1_000) }, "userInlinePolicies", 1_048).length, 0);
  assert.equal(checkPolicyLimits({ text: "x".repeat(1_000) }, "userInlinePolicies", 1_049).length, 1);
});

test("a character that IAM does not accept is shown where it stands", () => {
  const [diagnostic] = checkPolicyLimits({ text: '{"Sid":"naïve",\n"Id":"→"}' }, "managedPolicy");
  assert.deepEqual([diagnostic?.message, diagnostic?.span?.start.line], ["`→` is not a character of policies", 2]);
});
