import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { JsonNode, JsonProblem } from "./json-node.ts";
import { parseJson } from "./parse-json.ts";

const limits = { maxLength: 10_000, maxDepth: 8 };

function toValue(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      return Object.fromEntries(node.members.map((member) => [member.name.value, toValue(member.value)]));
    case "array":
      return node.items.map(toValue);
    case "string":
    case "boolean":
      return node.value;
    case "number":
      return Number(node.text);
    case "null":
      return null;
  }
}

test("a JSON text means what JSON.parse says it means", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4, noUnicodeString: false }), (text) => {
      const parsed = parseJson(text, { maxLength: 1e6, maxDepth: 20 });
      if (parsed.kind === "json") assert.deepEqual(toValue(parsed.value), JSON.parse(text));
      else assert.ok(["duplicateMember", "loneSurrogate"].includes(parsed.fault.problem));
    }),
  );
});

test("a text that JSON.parse refuses is refused, and nothing throws", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('"', "{", "}", "[", "]", ":", ",", "a", "1", "-", ".", "e", " ", "\\", "u", "t"),
      }),
      (text) => {
        const parsed = parseJson(text, limits);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (!valid) assert.equal(parsed.kind, "fault");
      },
    ),
    { numRuns: 1_000 },
  );
});

const faults: readonly (readonly [text: string, problem: JsonProblem, start: number])[] = [
  ["", "unexpectedEnd", 0],
  ["{", "unexpectedEnd", 1],
  ["[1,]", "unexpectedText", 3],
  ['{"a":1,}', "unexpectedText", 7],
  ['{"a" 1}', "unexpectedText", 5],
  ["{a:1}", "unexpectedText", 1],
  ["1 2", "unexpectedText", 2],
  ["nul", "unexpectedText", 0],
  ["01", "badNumber", 0],
  ["+1", "badNumber", 0],
  ["1.", "badNumber", 0],
  ['"abc', "unfinishedString", 0],
  ['"a\\x"', "badEscape", 2],
  ['"\\u12g4"', "badEscape", 1],
  ['"a\nb"', "controlCharacter", 2],
  ['"\\ud800"', "loneSurrogate", 0],
  ['"\ud800"', "loneSurrogate", 0],
  ['{"a":1,"a":2}', "duplicateMember", 7],
  ['{"a":1,"\\u0061":2}', "duplicateMember", 7],
  ["[[[[[[[[[1]]]]]]]]]", "tooDeep", 8],
];

for (const [text, problem, start] of faults) {
  test(`${JSON.stringify(text)} is refused as ${problem}`, () => {
    const parsed = parseJson(text, limits);
    assert.equal(parsed.kind, "fault");
    assert.deepEqual(parsed.kind === "fault" && [parsed.fault.problem, parsed.fault.start], [problem, start]);
  });
}

test("a text beyond the longest length is refused unread", () => {
  const parsed = parseJson(`"${"x".repeat(20_000)}"`, limits);
  assert.equal(parsed.kind === "fault" && parsed.fault.problem, "tooLong");
});

test("surrogate pairs are one character however they are written", () => {
  const parsed = parseJson('["\ud83d\ude00","\\ud83d\\ude00"]', limits);
  assert.deepEqual(parsed.kind === "json" && toValue(parsed.value), ["\u{1f600}", "\u{1f600}"]);
});

test("every value knows where it stands", () => {
  const text = ' { "a" : [ 10 , "b" ] } ';
  const parsed = parseJson(text, limits);
  assert.ok(parsed.kind === "json" && parsed.value.kind === "object");
  const [member] = parsed.value.members;
  assert.ok(member !== undefined && member.value.kind === "array");
  const places = [parsed.value, member.name, member.value, ...member.value.items].map(({ start, end }) =>
    text.slice(start, end),
  );
  assert.deepEqual(places, ['{ "a" : [ 10 , "b" ] }', '"a"', '[ 10 , "b" ]', "10", '"b"']);
});
