import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { OperatorName } from "../../condition/operator-name.ts";
import { findText } from "./find-text.ts";
import type { TextLiteral } from "./literals.ts";
import { globTexts, globs, patternOf } from "./testing/arbitrary-pattern.ts";
import { textHolds } from "./text-holds.ts";

function is(name: OperatorName, ...listed: readonly string[]): TextLiteral {
  return { any: listed.map((text) => patternOf(name, text)), holds: true };
}

function not(name: OperatorName, ...listed: readonly string[]): TextLiteral {
  return { ...is(name, ...listed), holds: false };
}

const findable: readonly (readonly [title: string, literals: readonly TextLiteral[], text: string])[] = [
  ["nothing asked", [], "x"],
  ["a star", [is("StringLike", "*")], "x"],
  ["an exact text", [is("StringEquals", "eu-west-1")], "eu-west-1"],
  ["a list without some of its texts", [is("StringEquals", "a", "b"), not("StringLike", "a*")], "b"],
  ["a prefix", [is("StringLike", "logs-*")], "logs-x"],
  ["a prefix without one continuation", [is("StringLike", "logs-*"), not("StringLike", "*x")], "logs-"],
  ["a prefix and a suffix", [is("StringLike", "logs-*"), is("StringLike", "*-prod")], "logs-x-prod"],
  ["overlapping ends", [is("StringLike", "a*b"), is("StringLike", "ab*"), is("StringLike", "?b")], "ab"],
  ["texts in the middle", [is("StringLike", "*dev*"), is("StringLike", "*prod*"), is("StringLike", "t*")], "tprodev"],
  ["any case", [is("StringEqualsIgnoreCase", "Prod"), not("StringEquals", "prod")], "PROD"],
  ["mixed case", [is("StringEqualsIgnoreCase", "ok"), not("StringEquals", "ok", "OK", "Ok")], "oK"],
  ["any case and a glob", [is("StringEqualsIgnoreCase", "team-a"), is("StringLike", "TEAM-?")], "TEAM-A"],
  ["the sign of the kelvin", [is("StringEqualsIgnoreCase", "k"), not("StringEquals", "k", "K")], "\u212A"],
  ["an ARN", [is("ArnLike", "arn:aws:iam::*:role/admin")], "arn:aws:iam::111122223333:role/admin"],
  ["an ARN as a text", [is("StringLike", "arn:aws:iam::*:role/*")], "arn:aws:iam::111122223333:role/x"],
  ["any ARN", [is("ArnLike", "*")], "arn:aws:s3:us-east-1:111122223333:x"],
  [
    "an ARN and a glob",
    [is("ArnLike", "arn:aws:iam::111122223333:*"), is("StringLike", "*:role/*")],
    "arn:aws:iam::111122223333:role/",
  ],
  ["no ARN", [is("StringLike", "arn:aws:iam::*"), not("ArnLike", "*")], "arn:aws:iam::x"],
  ["a Boolean", [is("Bool", "true")], "true"],
  ["not a Boolean", [not("Bool", "true")], "x"],
  ["a Boolean without its usual text", [is("Bool", "true"), not("StringEquals", "true")], "TRUE"],
  ["a binary value", [is("BinaryEquals", "QmluYQ==")], "QmluYQ=="],
  ["a binary value without padding", [is("BinaryEquals", "QmluYQ=="), not("StringLike", "*==")], "QmluYQ"],
  ["a number", [is("NumericEquals", "5")], "5"],
  ["a number between", [is("NumericGreaterThan", "5"), is("NumericLessThan", "9")], "6"],
  ["a fraction between", [is("NumericGreaterThan", "5"), is("NumericLessThan", "6")], "5.5"],
  ["not a number", [not("NumericLessThan", "5"), not("NumericGreaterThanEquals", "5")], "x"],
  ["a number written otherwise", [is("NumericEquals", "5"), not("StringEquals", "5")], "5.0"],
  ["a date", [is("DateGreaterThan", "2026-01-01")], "2026-01-02T00:00:00Z"],
  [
    "a moment between",
    [is("DateGreaterThan", "2026-01-01T00:00:00Z"), is("DateLessThan", "2026-01-01T00:00:01Z")],
    "2026-01-01T00:00:00.001Z",
  ],
  ["an address", [is("IpAddress", "10.0.0.0/8")], "10.0.0.1"],
  ["an address outside", [not("IpAddress", "203.0.113.0/24")], "198.51.100.1"],
  ["an address in a gap", [is("IpAddress", "10.0.0.0/30"), not("IpAddress", "10.0.0.0/31", "10.0.0.3")], "10.0.0.2"],
  ["an IPv6 address", [is("IpAddress", "2001:db8:1::/48")], "2001:db8:1::1"],
  ["neither family", [not("IpAddress", "0.0.0.0/0", "::/0")], "x"],
  [
    "half of a range has holes only as a range",
    [is("IpAddress", "0.0.0.0/0"), not("IpAddress", "0.0.0.0/1", "128.0.0.0/1")],
    "0.0.0.0/0",
  ],
  ["a number that is not below another", [is("StringLike", "1*"), not("NumericLessThan", "100")], "100"],
  ["no number", [is("StringLike", "1*"), not("NumericLessThan", "100"), not("NumericGreaterThan", "9")], "1x"],
  ["a number that begins with a digit", [is("StringLike", "7*"), is("NumericLessThan", "100")], "7"],
];

for (const [title, literals, text] of findable) {
  test(`finds a text for ${title}`, () => {
    assert.deepEqual(findText(literals, { nonEmpty: true }), { kind: "found", value: text });
    assert.ok(textHolds(literals, text));
  });
}

const fiveOrText = [patternOf("NumericLessThan", "5"), patternOf("StringLike", "?"), patternOf("StringLike", "other")];

test("a list of patterns of several families forbids the texts of each", () => {
  const forbidden = { any: [...fiveOrText, patternOf("NumericGreaterThanEquals", "5")], holds: false };
  const answer = findText([forbidden], { nonEmpty: true });
  assert.ok(answer.kind === "found" && textHolds([forbidden], answer.value));
});

test("a list of patterns of several families is satisfied by a text of one", () => {
  const literals = [{ any: fiveOrText, holds: true }, not("NumericLessThan", "100"), not("StringLike", "o*")];
  assert.deepEqual(findText(literals, { nonEmpty: true }), { kind: "found", value: "x" });
});

const impossible: readonly (readonly [title: string, literals: readonly TextLiteral[]])[] = [
  ["an exact text that is forbidden", [is("StringEquals", "a"), not("StringLike", "?")]],
  ["two texts", [is("StringEquals", "a"), is("StringEquals", "b")]],
  ["a glob inside a forbidden one", [is("StringLike", "logs-*-x"), not("StringLike", "logs-*")]],
  ["two beginnings", [is("StringLike", "a*"), is("StringLike", "b*")]],
  ["two ends", [is("StringLike", "*a"), is("StringLike", "*b")]],
  ["anything, with everything forbidden", [not("StringLike", "*")]],
  ["a text of some length, with every length forbidden", [not("StringLike", "", "?", "??*")]],
  ["stars that two forbidden globs share", [is("StringLike", "a*"), not("StringLike", "a", "a?*")]],
  ["a Boolean that is neither", [is("Bool", "true"), is("Bool", "false")]],
  ["a Boolean that is no ARN", [is("Bool", "true"), is("ArnLike", "*")]],
  ["ARNs of two accounts", [is("ArnLike", "arn:aws:iam::1:*"), is("ArnLike", "arn:aws:iam::2:*")]],
  [
    "an ARN written out that is forbidden",
    [is("StringLike", "arn:aws:iam::1:role/*"), not("ArnLike", "arn:*:iam::*:role/*")],
  ],
  [
    "a star that would have to cross a field",
    [is("ArnLike", "arn:aws:*:role/x:::"), is("StringLike", "*:a:iam:role/x:::")],
  ],
  ["cases that are all forbidden", [is("StringEqualsIgnoreCase", "o"), not("StringEquals", "o", "O")]],
  ["a listed value that matches nothing", [is("NumericEquals", "five")]],
  ["no patterns", [{ any: [], holds: true }]],
  ["a number below and above", [is("NumericLessThan", "5"), is("NumericGreaterThanEquals", "5")]],
  ["two dates", [is("DateEquals", "2026"), is("DateEquals", "2026-01-02")]],
  ["a moment after all that can be written", [is("DateGreaterThan", "9223372036854775807")]],
  ["ranges apart", [is("IpAddress", "10.0.0.0/8"), is("IpAddress", "192.168.0.0/16")]],
  ["addresses of two families", [is("IpAddress", "0.0.0.0/0"), is("IpAddress", "::/0")]],
  [
    "single addresses of a range in halves",
    [
      is("IpAddress", "10.0.0.0/8"),
      not("IpAddress", "10.0.0.0/9", "10.128.0.0/9"),
      { any: [{ kind: "address" }], holds: true },
    ],
  ],
  ["a number that begins with a letter", [is("NumericLessThan", "5"), is("StringLike", "a*")]],
  ["a date that is true", [is("DateLessThan", "2026"), is("StringEqualsIgnoreCase", "true")]],
  [
    "a number in a number and a free text",
    [is("NumericLessThan", "5"), is("NumericGreaterThan", "6"), not("StringLike", "a*")],
  ],
];

for (const [title, literals] of impossible) {
  test(`knows that there is no text for ${title}`, () => {
    assert.deepEqual(findText(literals, { nonEmpty: true }), { kind: "none" });
  });
}

const open: readonly (readonly [title: string, literals: readonly TextLiteral[], reason: RegExp])[] = [
  [
    "a number with letters in the middle",
    [is("NumericLessThan", "0"), is("StringLike", "5*")],
    /asked of the same value/,
  ],
  [
    "letters of another alphabet",
    [is("StringEqualsIgnoreCase", "\u03c3"), not("StringEquals", "\u03c3", "\u03a3")],
    /beyond ASCII/,
  ],
  [
    "a number and letters of another alphabet",
    [not("NumericLessThan", "5"), is("StringEqualsIgnoreCase", "\u03c3"), not("StringEquals", "\u03c3", "\u03a3")],
    /beyond ASCII/,
  ],
  ["half a character", [is("StringLike", "a*\ud83d"), not("StringLike", "a?\ud83d", "a\ud83d")], /half a character/],
];

for (const [title, literals, reason] of open) {
  test(`does not know about ${title}`, () => {
    const answer = findText(literals);
    assert.ok(answer.kind === "unknown", JSON.stringify(answer));
    assert.match(answer.reason, reason);
  });
}

test("a preferred text is taken when it fits, the first first", () => {
  const prefer = ["us-east-1", "eu-west-1", "eu-west-2"];
  assert.deepEqual(findText([is("StringLike", "eu-*")], { prefer }), { kind: "found", value: "eu-west-1" });
  assert.deepEqual(findText([is("StringLike", "ap-*")], { prefer }), { kind: "found", value: "ap-x" });
});

test("an empty text is found only where it is wanted", () => {
  assert.deepEqual(findText([not("StringLike", "?*")]), { kind: "found", value: "" });
  assert.deepEqual(findText([not("StringLike", "?*")], { nonEmpty: true }), { kind: "none" });
});

const textLiterals = fc.array(
  fc.record({ any: fc.array(globs, { minLength: 1, maxLength: 3 }), holds: fc.boolean() }),
  { minLength: 1, maxLength: 4 },
);

test("a text is found where there is one, and what is found satisfies the literals", () => {
  fc.assert(
    fc.property(textLiterals, fc.boolean(), (literals, nonEmpty) => {
      const answer = findText(literals, { nonEmpty });
      const known = globTexts.find((text) => !(nonEmpty && text === "") && textHolds(literals, text));
      if (answer.kind === "found") assert.ok(textHolds(literals, answer.value) && !(nonEmpty && answer.value === ""));
      else assert.deepEqual([answer.kind, known], ["none", undefined]);
    }),
    { numRuns: 3_000, seed: 20_261_123 },
  );
});
