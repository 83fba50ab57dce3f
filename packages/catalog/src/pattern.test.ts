import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compilePattern, constraintServiceIds } from "./catalog.ts";
import { installedCatalog } from "./node.ts";

const patterns = new Set(
  constraintServiceIds
    .flatMap((id) => Object.values(installedCatalog().constraintsOf(id)?.shapes ?? {}))
    .flatMap((shape) => (shape.type === "string" && shape.pattern !== undefined ? [shape.pattern] : [])),
);

test("every pattern of every service compiles", () => {
  assert.ok(patterns.size > 90, `${patterns.size} patterns`);
  for (const pattern of patterns) assert.doesNotThrow(() => compilePattern(pattern), pattern);
});

test("patterns that both engines read alike accept the same values after translation", () => {
  const alike = [...patterns].filter((pattern) => !/\\[bspS]|\(\?[^:]|[^\\[]\.|uD800/.test(pattern));
  assert.ok(alike.length > 40, `${alike.length} patterns`);
  for (const pattern of alike) {
    const [translated, native] = [compilePattern(pattern), new RegExp(`^(?:${pattern})$`)];
    fc.assert(
      fc.property(fc.stringMatching(native), (value) => translated.test(value)),
      { numRuns: 10 },
    );
    fc.assert(
      fc.property(fc.string(), (value) => translated.test(value) === native.test(value)),
      { numRuns: 50 },
    );
  }
});

test("the linear form of a slow pattern accepts what the slow one accepts", () => {
  const slow = "(.*[\\n\\r\\t\\f\\ ]?)*";
  const [fast, native] = [compilePattern(slow), /^(?:(?:[^\n\r\u0085\u2028\u2029]*[\n\r\t\f ]?)*)$/];
  const unit = fc.constantFrom("a", "\n", "\r", "\t", " ", "\v", "\u0085", "\u2028");
  fc.assert(fc.property(fc.string({ unit, maxLength: 8 }), (value) => fast.test(value) === native.test(value)));
  assert.equal(fast.test(`${"a".repeat(5000)}\u2028`), false);
});

const cases: readonly (readonly [pattern: string, accepted: readonly string[], refused: readonly string[]])[] = [
  ["[\\w+=,.@-]+", ["first.last@example.com"], ["", "two words", "naïve"]],
  ["\\d{12}", ["123456789012"], ["1234567890123", "x123456789012"]],
  ["[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+", ["{\n}", "ÿ"], ["Ā", "\u0000"]],
  ["[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*", ["", "größe = 名前"], ["a#b"]],
  ["^[a-z]+$", ["abc"], ["abc\n"]],
  ["a|ab", ["a", "ab"], ["abb"]],
  [".*", ["tab\t"], ["two\nlines", "next\u0085line"]],
  ["(?s).*", ["two\nlines"], []],
  ["(?s:a.)b.", ["a\nbc"], ["a\nb\n"]],
  ["x(?i)yes(no)", ["xYESnO"], ["Xyesno"]],
  ["(a(?i)b)c", ["aBc"], ["ABc", "aBC"]],
  ["[\\s\\S]*", ["any\u2028thing 𝒳"], []],
  ["[\\s-]+", ["- \t"], ["\u00a0"]],
  ["[\\w-.]+", ["a-b.c"], ["a b"]],
  ["\\p{Punct}+", ["!/:@[`{~"], ["a", "§"]],
  ["[\\p{Alpha}\\d]+", ["aZ9"], ["é"]],
  ["\\P{Digit}", ["x"], ["7"]],
  ["a*+a", [], ["a", "aaa"]],
  ["(ab)?+c", ["abc", "c"], ["ab"]],
  ["\\Aab\\z", ["ab"], ["abc"]],
  ["[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*", ["\t 𝒳"], ["\n", "\ud800"]],
];

for (const [pattern, accepted, refused] of cases) {
  test(`${pattern} accepts and refuses what Java does`, () => {
    const compiled = compilePattern(pattern);
    for (const value of accepted) assert.equal(compiled.test(value), true, JSON.stringify(value));
    for (const value of refused) assert.equal(compiled.test(value), false, JSON.stringify(value));
  });
}

for (const pattern of ["[a[bc]]", "[a&&[b]]", "[\\P{Punct}]", "a)", "(a", "[a", "\\", "\\Qa\\E", "(?x)a"]) {
  test(`${pattern} is refused instead of being misread`, () => {
    assert.throws(() => compilePattern(pattern));
  });
}
