import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { compilePolicy, type CompiledPolicy, decide, type DecisionInput, parsePolicy } from "@castellan/policy";
import fc from "fast-check";
import { compareSides } from "./compare-sides.ts";
import type { ComparedKind } from "./compared-kinds.ts";
import type { Operand } from "./operand.ts";
import { ownPolicy } from "./own-policy.ts";

const accounts = ["123456789012", "111122223333", "222233334444"];
const account = fc.constantFrom(...accounts, "*");
const name = fc.constantFrom("a", "b", "a*", "*", "${aws:username}");
const resource = fc.oneof(
  fc.constant("*"),
  fc.tuple(account, name).map(([owner, user]) => `arn:aws:iam::${owner}:user/${user}`),
  fc.tuple(account, name).map(([owner, role]) => `arn:aws:iam::${owner}:role/${role}`),
);
const condition = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constantFrom(
    { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } },
    { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:user/a*" } },
    { StringEquals: { "aws:PrincipalAccount": "111122223333" } },
    { StringEquals: { "aws:ResourceAccount": "${aws:PrincipalAccount}" } },
    { StringNotEquals: { "aws:ResourceAccount": "111122223333" } },
    { StringEquals: { "aws:PrincipalType": "User" } },
    { StringLike: { "aws:username": "a*" } },
    { StringNotLike: { "aws:userid": "*:session" } },
    { Null: { "aws:username": "true" } },
    { Bool: { "aws:MultiFactorAuthPresent": "true" } },
  ),
);
const statement = fc.record({
  Effect: fc.constantFrom("Allow", "Allow", "Deny"),
  Action: fc.constantFrom("iam:GetUser", "iam:Get*", "sts:AssumeRole", "iam:GetRole"),
  Resource: resource,
  Condition: condition,
});
const side = fc.array(statement, { minLength: 1, maxLength: 3 });

/** A request in a few words. */
interface Asked {
  readonly home: string;
  readonly isUser: boolean;
  readonly as: string;
  readonly action: string;
  readonly owner: string;
  readonly on: string;
  readonly mfa: string | undefined;
}

const names = ["a", "b", "ab", "c"];
const homes = [...accounts, "999900001111"];
const request: fc.Arbitrary<Asked> = fc.record({
  home: fc.constantFrom(...homes),
  isUser: fc.boolean(),
  as: fc.constantFrom(...names),
  action: fc.constantFrom("iam:GetUser", "iam:GetRole", "sts:AssumeRole"),
  owner: fc.constantFrom(...homes),
  on: fc.constantFrom(...names),
  mfa: fc.constantFrom(undefined, "true", "false"),
});

function compiled(Statement: readonly object[], kind: ComparedKind): CompiledPolicy {
  const parsed = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }), { kind });
  assert.ok(parsed.kind === "policy", JSON.stringify(parsed));
  return compilePolicy(parsed.policy, "side");
}

function operandOf(policy: CompiledPolicy): Operand {
  return { name: "side", policies: [{ origin: "file", id: "side", text: "", compiled: policy }] };
}

const arnOf = ({ home, isUser, as }: Asked): string =>
  isUser ? `arn:aws:iam::${home}:user/${as}` : `arn:aws:sts::${home}:assumed-role/${as}/session`;

/** A request as it is decided where every other policy leaves it to the identity policy. */
function askedOfPrincipal(asked: Asked, policy: CompiledPolicy): readonly DecisionInput[] {
  const { home, action, owner, on, mfa } = asked;
  const everyone = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${home}:root` }, Action: "*", Resource: "*" };
  const type = action === "iam:GetUser" ? "user" : "role";
  const context = mfa === undefined ? {} : { "aws:MultiFactorAuthPresent": mfa };
  return [
    {
      principal: arnOf(asked),
      request: { action, resource: `arn:aws:iam::${owner}:${type}/${on}`, context },
      policies: { identity: [policy], resource: ownPolicy(everyone, "resource") },
    },
  ];
}

const queueActions = ["sqs:SendMessage", "sqs:ReceiveMessage"] as const;
const queueStatement = fc.record({
  Effect: fc.constantFrom("Allow", "Allow", "Deny"),
  Principal: fc.constantFrom<unknown>(
    "*",
    { AWS: "111122223333" },
    { AWS: "arn:aws:iam::111122223333:role/a" },
    { AWS: ["arn:aws:iam::111122223333:user/a", "arn:aws:iam::123456789012:root"] },
    { AWS: "arn:aws:sts::123456789012:assumed-role/b/session" },
    { Service: "sns.amazonaws.com" },
  ),
  Action: fc.constantFrom(...queueActions, "sqs:*"),
  Resource: fc.constantFrom("*", "arn:aws:sqs:*:111122223333:a", "arn:aws:sqs:us-east-1:*:a*"),
  Condition: condition,
});

/** A request as it is decided where identity policies allow everything, and where there are none. */
function askedOfResource(asked: Asked, policy: CompiledPolicy): readonly DecisionInput[] {
  const { owner, on, as, isUser, action, mfa } = asked;
  const outsider = isUser ? "anonymous" : action === "iam:GetUser" ? "sns.amazonaws.com" : "s3.amazonaws.com";
  const principal = as === "c" ? outsider : arnOf(asked);
  const request = {
    action: queueActions[action === "sts:AssumeRole" ? 0 : 1],
    resource: `arn:aws:sqs:us-east-1:${owner}:${on}`,
    context: mfa === undefined ? {} : { "aws:MultiFactorAuthPresent": mfa },
  };
  const identity = [ownPolicy({ Effect: "Allow", Action: "*", Resource: "*" }, "identity")];
  return [{ identity }, {}].map((around) => ({ principal, request, policies: { ...around, resource: policy } }));
}

interface Law {
  readonly kind: ComparedKind;
  readonly statements: fc.Arbitrary<readonly object[]>;
  readonly asked: (asked: Asked, policy: CompiledPolicy) => readonly DecisionInput[];
  readonly runs: number;
}

const laws: readonly Law[] = [
  { kind: "identity", statements: side, asked: askedOfPrincipal, runs: 80 },
  {
    kind: "resource",
    statements: fc.array(queueStatement, { minLength: 1, maxLength: 3 }),
    asked: askedOfResource,
    runs: 30,
  },
];

const isAllowed = (input: DecisionInput): boolean => decide(input).outcome === "Allowed";

describe("the standpoints of a comparison", () => {
  for (const { kind, statements, asked, runs } of laws)
    it(`stand for every principal and owner: no request contradicts what is proved of ${kind} policies`, () => {
      const options = { kind, noMore: true, catalog: installedCatalog() } as const;
      let proved = 0;
      const law = fc.property(
        statements,
        statements,
        fc.array(request, { minLength: 60, maxLength: 60 }),
        (one, other, requests) => {
          const [left, right] = [compiled(one, kind), compiled(other, kind)] as const;
          const [direction] = compareSides(operandOf(left), operandOf(right), options);
          assert.notEqual(direction?.verdict, "undecided", direction?.reasons.join());
          if (direction?.verdict !== "proved") return;
          proved += 1;
          const decided = (policy: CompiledPolicy) => requests.flatMap((made) => asked(made, policy)).map(isAllowed);
          const [leftAllows, rightAllows] = [decided(left), decided(right)];
          assert.deepEqual(
            leftAllows.flatMap((allowed, index) => (allowed && rightAllows[index] !== true ? [index] : [])),
            [],
          );
        },
      );
      fc.assert(law, { seed: 20261123, numRuns: runs });
      assert.ok(proved > 3, `${proved} proved`);
    });
});
