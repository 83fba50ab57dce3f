import assert from "node:assert/strict";
import { test } from "node:test";
import { decide, type DecisionInput } from "../decide/decide.ts";
import { prepareCase } from "../case/run-case.ts";
import type { DecisionCase } from "../case/decision-case.ts";
import { conditionInWords, decideOpen } from "./decide-open.ts";
import { changeInWords, smallestChange } from "./smallest-change.ts";

const allow = (more: object = {}) => ({ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...more });
const deny = (more: object = {}) => ({ ...allow(more), Effect: "Deny" });
const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const fromOffice = { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } };
const withoutMfa = { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } };

function ask(policies: DecisionCase["policies"], context?: Record<string, string>): DecisionInput {
  const prepared = prepareCase({
    id: "open",
    principal: "arn:aws:iam::111111111111:user/minji",
    request: { action: "s3:GetObject", resource: "arn:aws:s3:::notes/minji/a", ...(context && { context }) },
    ...(policies && { policies }),
  });
  if (prepared.kind === "input") return prepared.input;
  throw new Error(JSON.stringify(prepared.diagnostics));
}

test("an allow under an open key depends on that key, and names its condition", () => {
  const answer = decideOpen(ask({ identity: [policy(allow(fromOffice))] }));
  assert.equal(answer.kind, "depends");
  assert.deepEqual(answer.on, ["aws:SourceIp"]);
  assert.equal(
    answer.conditions.map(conditionInWords).join(),
    "if IpAddress aws:SourceIp = 10.0.0.0/8   (identity[0], statement 1)",
  );
});

test("a deny under an open key depends on it; a key that is given or not open is decided", () => {
  const policies = { identity: [policy(allow(), deny(withoutMfa))] };
  assert.deepEqual(decideOpen(ask(policies)).on, ["aws:MultiFactorAuthPresent"]);
  assert.equal(decideOpen(ask(policies, { "aws:multifactorauthpresent": "true" })).kind, "yes");
  assert.equal(decideOpen(ask(policies, { "aws:MultiFactorAuthPresent": "false" })).kind, "no");
  assert.equal(decideOpen(ask(policies), ["aws:SourceIp"]).kind, "no");
  assert.deepEqual(decideOpen(ask(policies), ["AWS:multifactorauthpresent"]).on, ["aws:MultiFactorAuthPresent"]);
});

test("keys that change nothing are not named", () => {
  assert.equal(decideOpen(ask({ identity: [policy(allow(), allow(fromOffice))] })).kind, "yes");
  assert.equal(decideOpen(ask({ identity: [policy(allow(fromOffice), deny())] })).kind, "no");
  assert.equal(decideOpen(ask({ identity: [policy(deny(fromOffice))] })).kind, "no");
  assert.deepEqual(decideOpen(ask({ identity: [policy(allow(), allow(fromOffice), deny(withoutMfa))] })).on, [
    "aws:MultiFactorAuthPresent",
  ]);
});

test("a call that credentials can make with MFA only depends on MFA", () => {
  const input = ask({ identity: [policy(allow({ Action: "iam:GetUser" }))] });
  const request = { ...input.request, action: "iam:GetUser", resource: "arn:aws:iam::111111111111:user/minji" };
  const session = { ...input, request, facts: { sessionToken: true } };
  assert.deepEqual(decideOpen(session).on, ["aws:MultiFactorAuthPresent"]);
  assert.equal(decideOpen(session, ["aws:SourceIp"]).kind, "no");
});

test("a key is open under its other name", () => {
  const blue = { Condition: { StringEquals: { "iam:ResourceTag/team": "blue" } } };
  const input = ask({ identity: [policy(allow(blue))] });
  assert.equal(decideOpen(input, ["aws:ResourceTag/team"]).kind, "depends");
});

test("every layer may leave the answer open", () => {
  const answer = decideOpen(
    ask({
      identity: [policy(allow(fromOffice))],
      boundary: policy(allow({ Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } })),
      scps: [[policy(allow()), policy(deny(withoutMfa))]],
    }),
  );
  assert.deepEqual(answer.on, ["aws:MultiFactorAuthPresent", "aws:RequestedRegion", "aws:SourceIp"]);
  assert.deepEqual(answer.conditions.map(({ layer }) => layer).toSorted(), ["boundary", "identity", "scp"]);
});

test("a variable without a value is open too, in resources and in conditions", () => {
  const team = { Resource: "arn:aws:s3:::notes/${aws:PrincipalTag/team}/*" };
  assert.deepEqual(decideOpen(ask({ identity: [policy(allow(team))] })).on, ["aws:principaltag/team"]);
  assert.equal(
    decideOpen(ask({ identity: [policy(allow({ Resource: "arn:aws:s3:::other/${aws:PrincipalTag/team}/*" }))] })).kind,
    "no",
  );
  assert.equal(
    decideOpen(ask({ identity: [policy(allow({ Resource: "arn:aws:s3:::notes/${aws:username}/*" }))] })).kind,
    "yes",
  );
});

test("closing the keys an answer depends on never contradicts a yes or a no", () => {
  const statements = [allow(), deny(), allow(fromOffice), deny(fromOffice), allow(withoutMfa), deny(withoutMfa)];
  const contexts = [{}, { "aws:SourceIp": "10.1.1.1" }, { "aws:SourceIp": "8.8.8.8" }].flatMap((one) => [
    one,
    { ...one, "aws:MultiFactorAuthPresent": "true" },
    { ...one, "aws:MultiFactorAuthPresent": "false" },
  ]);
  for (let chosen = 0; chosen < 2 ** statements.length; chosen += 1) {
    const policies = { identity: [policy(...statements.filter((_, index) => (chosen >> index) & 1))] };
    if (chosen === 0) continue;
    const { kind } = decideOpen(ask(policies));
    if (kind === "depends") continue;
    for (const context of contexts)
      assert.equal(decide(ask(policies, context)).outcome === "Allowed", kind === "yes", JSON.stringify(policies));
  }
});

test("the smallest change is a single deny to remove or a single allow to add", () => {
  const words = (policies: DecisionCase["policies"]) => {
    const change = smallestChange(ask(policies));
    return change && changeInWords(change);
  };
  assert.equal(
    words({ identity: [policy(allow(), deny({ Sid: "Guard" }))] }),
    'remove the Deny of statement 2 "Guard" of identity[0]',
  );
  assert.equal(words({ identity: [policy(deny())] }), undefined);
  assert.equal(words({ identity: [] }), "allow s3:GetObject on arn:aws:s3:::notes/minji/a in an identity policy");
  assert.equal(
    words({ identity: [policy(allow())], boundary: policy(allow({ Action: "ec2:*" })) }),
    "allow s3:GetObject on arn:aws:s3:::notes/minji/a in the permissions boundary",
  );
  assert.equal(
    words({ identity: [policy(allow())], scps: [[policy(allow())], []] }),
    "allow s3:GetObject on arn:aws:s3:::notes/minji/a in the service control policies at level 2",
  );
  assert.equal(words({ identity: [policy(allow())] }), "remove the Allow of statement 1 of identity[0]");
  assert.equal(words({ identity: [policy(allow()), policy(allow())] }), undefined);
  assert.equal(words({ identity: [], boundary: policy(allow({ Action: "ec2:*" })) }), undefined);
});
