import assert from "node:assert/strict";
import { test } from "node:test";
import { prepareCase, runCase } from "../case/run-case.ts";
import { parsePolicy } from "../document/parse-policy.ts";
import type { PolicyKind } from "../document/policy-node.ts";
import { explain } from "../explain/explain.ts";
import type { DecisionCase } from "../case/decision-case.ts";

const user = "arn:aws:iam::111111111111:user/alice";
const statement = { Effect: "Allow", Action: "s3:*", Resource: "*" };
const text = (...Statement: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement });

function codes(document: string, kind: PolicyKind = "identity"): readonly string[] {
  const parsed = parsePolicy(document, { kind });
  return parsed.kind === "policy" ? [] : parsed.diagnostics.map(({ message }) => message);
}

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

/** Texts that must be refused, with what is said. */
const refused: readonly (readonly [what: string, document: () => string, message: RegExp])[] = [
  ["a text of 100 MB", () => " ".repeat(100_000_000), /too long/],
  ["10,000 brackets", () => nested(10_000), /nested too deeply/],
  ["10,000 braces", () => '{"a":'.repeat(10_000), /nested too deeply/],
  ["10,000 brackets around an action", () => text(statement).replace('"s3:*"', nested(10_000)), /nested too deeply/],
  ["a member given twice", () => '{"Version":"2012-10-17","Version":"2012-10-17"}', /written twice/],
  ["a member given twice by escapes", () => '{"Version":"2012-10-17","\\u0056ersion":"x"}', /written twice/],
  ["a lone surrogate", () => text({ ...statement, Sid: "\ud800" }), /lone surrogate/],
  ["an unwritten lone surrogate", () => text(statement).replace("s3", "\udc00"), /lone surrogate/],
  ["an empty text", () => "", /ends too early/],
  ["a byte order mark", () => `\ufeff${text(statement)}`, /unexpected/],
  ["a NUL", () => text(statement).replace("s3", "\u0000"), /control character/],
  ["an element named __proto__", () => '{"__proto__":{},"Statement":[]}', /unknown element `__proto__`/],
  ["an element named constructor", () => '{"constructor":{},"Statement":[]}', /unknown element `constructor`/],
  ["an operator named constructor", () => text({ ...statement, Condition: { constructor: { a: "b" } } }), /operator/],
  [
    "an operator named __proto__",
    () => text(statement).replace('"Resource"', '"Condition":{"__proto__":{"a:b":"c"}},"Resource"'),
    /`__proto__` is not a condition operator/,
  ],
  [
    "a type of principal named __proto__",
    () => text(statement).replace('"Action"', '"Principal":{"__proto__":"*"},"Action"'),
    /names no principal/,
  ],
];

for (const [what, document, message] of refused) {
  test(`${what} is refused`, () => {
    const found = codes(document());
    assert.ok(
      found.some((each) => message.test(each)),
      found.slice(0, 3).join("; "),
    );
  });
}

const decided = (decisionCase: DecisionCase): string => {
  const result = runCase(decisionCase);
  return result.kind === "decided" ? result.decision : result.kind;
};

const asking = (policy: string, request: Partial<DecisionCase["request"]> = {}): DecisionCase => ({
  id: "hostile",
  principal: user,
  request: { action: "s3:GetObject", resource: "arn:aws:s3:::data/a.txt", ...request },
  policies: { identity: [policy] },
});

test("names that every object has are keys, tags and values like any other, and pollute nothing", () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"]) {
    const condition = `"Condition":{"StringEquals":{"${name}":"x","aws:RequestTag/${name}":"\${${name}}"}}`;
    const policy = text(statement).replace('"Resource"', `${condition},"Resource"`);
    assert.equal(decided(asking(policy)), "ImplicitDeny", `${name} is missing`);
    const context = JSON.parse(`{"${name}":"x","aws:RequestTag/${name}":"x"}`) as Record<string, string>;
    assert.equal(decided(asking(policy, { context })), "Allowed", `${name} is given`);
    assert.equal(decided(asking(text({ ...statement, Resource: `arn:aws:s3:::\${${name}}` }))), "ImplicitDeny");
  }
  assert.equal(decided({ ...asking(text(statement)), principal: "__proto__" }), "ImplicitDeny");
  assert.equal(decided(asking(text(statement), { action: "constructor", resource: "__proto__" })), "ImplicitDeny");
  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.equal(({} as Record<string, unknown>)["x"], undefined);
});

test("a tag named __proto__ is a tag", () => {
  const policy = text({ ...statement, Condition: { StringEquals: { "aws:PrincipalTag/__proto__": "x" } } });
  const principalTags = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
  assert.equal(decided({ ...asking(policy), facts: { principalTags } }), "Allowed");
  assert.equal(decided({ ...asking(policy), facts: { principalTags: {} } }), "ImplicitDeny");
});

/** Patterns of many stars, on which a matcher that tries every way would not end. */
const starry: readonly (readonly [pattern: string, tail: string, matches: boolean])[] = [
  ["*a".repeat(10_000), "a".repeat(9_999), false],
  ["*a".repeat(10_000), "a".repeat(10_000), true],
  [`${"a*".repeat(3_000)}b`, "a".repeat(6_000), false],
  ["?*".repeat(3_000), "a".repeat(3_000), true],
  ["*?".repeat(3_000), "a".repeat(2_999), false],
  ["*".repeat(100_000), "", true],
];

for (const [pattern, tail, matches] of starry) {
  test(`${pattern.length} characters of ${pattern.slice(0, 4)}… are compared with ${tail.length} characters`, () => {
    const resource = `arn:aws:s3:::${tail}`;
    const policy = text({ ...statement, Resource: `arn:aws:s3:::${pattern}` });
    assert.equal(decided(asking(policy, { resource })), matches ? "Allowed" : "ImplicitDeny");
    const like = text({ ...statement, Condition: { StringLike: { "s3:prefix": pattern } } });
    const context = { "s3:prefix": tail };
    assert.equal(decided(asking(like, { context })), matches ? "Allowed" : "ImplicitDeny");
  });
}

test("a policy of 100,000 statements is refused for its length, and one of as many as fit is decided", () => {
  assert.match(codes(text(...Array.from({ length: 100_000 }, () => statement)))[0] ?? "", /too long/);
  const many = text(...Array.from({ length: 15_000 }, () => ({ ...statement, Action: "sqs:*" })), statement);
  const prepared = prepareCase(asking(many));
  assert.ok(prepared.kind === "input");
  assert.equal(explain(prepared.input).decision.outcome, "Allowed");
});

test("100,000 actions, keys and values in one statement are an answer or a fault", () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `s:${index}`);
  assert.equal(decided(asking(text({ ...statement, Action: [...names.slice(0, 90_000), "s3:*"] }))), "Allowed");
  const keys = Object.fromEntries(names.slice(0, 50_000).map((name) => [name, "x"]));
  assert.equal(decided(asking(text({ ...statement, Condition: { StringNotEquals: keys } }))), "Allowed");
  const values = names.slice(0, 90_000);
  assert.equal(decided(asking(text({ ...statement, Condition: { StringNotEquals: { a: values } } }))), "Allowed");
});

test("a context of 100,000 keys and values of a megabyte are an answer", () => {
  const context = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k:${index}`, "x".repeat(10)]));
  assert.equal(decided(asking(text(statement), { context })), "Allowed");
  const long = { "s3:prefix": "x".repeat(1_000_000) };
  const policy = text({ ...statement, Condition: { StringLike: { "s3:prefix": "*y" } } });
  assert.equal(decided(asking(policy, { context: long })), "ImplicitDeny");
});

test("a variable of a hundred thousand characters, unclosed or nested, is text or has no value", () => {
  for (const open of ["${".repeat(50_000), `\${${"x".repeat(100_000)}`, `\${${"${".repeat(50_000)}}`])
    assert.equal(decided(asking(text({ ...statement, Resource: `arn:aws:s3:::${open}` }))), "ImplicitDeny");
});
