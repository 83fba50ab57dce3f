import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { JsonNode, JsonProblem } from "./json-node.ts";
import { parseJson } from "./parse-json.ts";

const limits = { maxLength: 10_000, maxDepth: 8 };

function toValue(node: JsonNode): unknown {
  switch (node.node) {
    case "object":
      return Object.fromEntries(node.members.map((member) => [member.name.value, toValue(member.value)]));
    case "array":
      return node.items.map(toValue);
    case "text":
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

function* allValues(node: JsonNode): Generator<JsonNode> {
  yield node;
  if (node.node === "array") for (const item of node.items) yield* allValues(item);
  if (node.node === "object")
    for (const { name, value } of node.members) {
      yield name;
      yield* allValues(value);
    }
}

const places: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 3 });
const lists: fc.Arbitrary<unknown> = fc.array(fc.oneof(fc.string(), fc.constantFrom("]", ",", "[", '"', "\\", "é")));

test("every value stands where it says, on its own the same value", () => {
  fc.assert(
    fc.property(fc.oneof(places, lists), fc.constantFrom("", " ", "\n\t"), (value, indent) => {
      const text = JSON.stringify({ value }, undefined, indent);
      const parsed = parseJson(text, { maxLength: 1e6, maxDepth: 20 });
      if (parsed.kind === "fault") return;
      for (const each of allValues(parsed.value))
        assert.deepEqual(JSON.parse(text.slice(each.start, each.end)), toValue(each));
    }),
    { seed: 31 },
  );
});

test("the place of a value is without the white space around it", () => {
  const text = ' { "a" : [ 10 , "b" ] } ';
  const parsed = parseJson(text, limits);
  assert.ok(parsed.kind === "json" && parsed.value.node === "object");
  const [member] = parsed.value.members;
  assert.ok(member !== undefined && member.value.node === "array");
  const places = [parsed.value, member.name, member.value, ...member.value.items].map(({ start, end }) =>
    text.slice(start, end),
  );
  assert.deepEqual(places, ['{ "a" : [ 10 , "b" ] }', '"a"', '[ 10 , "b" ]', "10", '"b"']);
});

test("a list is read item by item when it is long or has escapes", () => {
  const long = Array.from({ length: 3_000 }, (_, index) => `s3:Get${index}`);
  for (const value of [long, ["a\n", ...long], ["a\\", 'b"', ""]]) {
    const parsed = parseJson(JSON.stringify(value), { maxLength: 1e6, maxDepth: 2 });
    assert.deepEqual(parsed.kind === "json" && toValue(parsed.value), value);
  }
});

test("a plain list is data like any other", () => {
  const parsed = parseJson('[ "a", "b" ]', limits);
  assert.deepEqual(JSON.parse(JSON.stringify(parsed)), {
    kind: "json",
    value: {
      node: "array",
      items: [
        { node: "text", value: "a", start: 2, end: 5 },
        { node: "text", value: "b", start: 7, end: 10 },
      ],
      start: 0,
      end: 12,
    },
  });
});
