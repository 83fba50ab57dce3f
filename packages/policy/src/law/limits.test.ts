import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPolicyLimits, policyLimits, type PolicyStore } from "../document/policy-limits.ts";

/** What AWS says, restated: characters, and whether white space is among them. */
const limits: readonly (readonly [fact: string, store: PolicyStore, characters: number, white: boolean])[] = [
  ["[1.8.1] a managed policy", "managedPolicy", 6_144, false],
  ["[1.8.1] the inline policies of a user", "userInlinePolicies", 2_048, false],
  ["[1.8.1] the inline policies of a group", "groupInlinePolicies", 5_120, false],
  ["[1.8.1] the inline policies of a role", "roleInlinePolicies", 10_240, false],
  ["[1.8.2] a trust policy", "trustPolicy", 2_048, false],
  ["[1.8.3] a session policy", "sessionPolicy", 2_048, true],
  ["[1.8.5] a service control policy", "serviceControlPolicy", 10_240, true],
  ["[1.8.5] a resource control policy", "resourceControlPolicy", 5_120, true],
  ["[1.8.7] a VPC endpoint policy", "vpcEndpointPolicy", 20_480, true],
  ["[1.8.9] a delegation policy of Organizations", "organizationsDelegationPolicy", 40_000, true],
];

for (const [fact, store, characters, white] of limits) {
  test(`${fact} has ${characters} characters, ${white ? "white space counted" : "white space apart"}`, () => {
    const full = "x".repeat(characters);
    const spaced = `${"x".repeat(characters - 1)} \n\tx`;
    assert.deepEqual(checkPolicyLimits({ text: full }, store), []);
    assert.equal(checkPolicyLimits({ text: `${full}x` }, store).length, 1);
    assert.equal(checkPolicyLimits({ text: spaced }, store).length, white ? 1 : 0);
  });
}

test("[1.8.2] a trust policy can be given 4,096 characters on request", () => {
  assert.equal(policyLimits.trustPolicy.raisableTo, 4_096);
});

const characters: readonly (readonly [text: string, accepted: boolean])[] = [
  ["\t\n\r ~ÿ", true],
  ["\u0000", false],
  ["\u0008", false],
  ["Ā", false],
  ["\u{1f600}", false],
  ["\ud800", false],
];

for (const [text, accepted] of characters) {
  test(`[1.1.5] ${JSON.stringify(text)} is ${accepted ? "" : "not "}made of the characters of policies`, () => {
    assert.equal(checkPolicyLimits({ text }, "managedPolicy").length === 0, accepted);
  });
}
