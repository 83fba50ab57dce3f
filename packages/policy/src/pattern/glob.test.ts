import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileGlob, globParts, matchesGlob, parseGlob } from "./glob.ts";

function regexOf(pattern: string): RegExp {
  const source = Array.from(pattern, (character) =>
    character === "*" ? ".*" : character === "?" ? "." : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return new RegExp(`^${source.join("")}$`, "su");
}

const unit = fc.constantFrom("a", "b", "/", "\u{1f600}");
const patterns = fc.string({ unit: fc.oneof(unit, fc.constantFrom("*", "?")), maxLength: 8 });

test("a glob matches as the regular expression it stands for", () => {
  fc.assert(
    fc.property(patterns, fc.string({ unit, maxLength: 8 }), (pattern, text) => {
      assert.equal(matchesGlob(pattern, text), regexOf(pattern).test(text));
    }),
    { numRuns: 3_000 },
  );
});

test("the pieces of a compiled glob compile to the same glob", () => {
  fc.assert(
    fc.property(patterns, (pattern) => {
      const glob = compileGlob(parseGlob(pattern));
      assert.deepEqual(compileGlob(globParts(glob)), glob);
    }),
  );
});

const shapes: readonly (readonly [pattern: string, kind: string])[] = [
  ["", "exact"],
  ["abc", "exact"],
  ["*", "any"],
  ["***", "any"],
  ["abc*", "prefix"],
  ["*abc", "suffix"],
  ["?", "general"],
  ["a*b", "general"],
];

for (const [pattern, kind] of shapes) {
  test(`\`${pattern}\` compiles to the ${kind} form`, () => {
    assert.equal(compileGlob(parseGlob(pattern)).kind, kind);
  });
}

test("many stars over a long text take no exponential time", () => {
  assert.equal(matchesGlob(`${"a*".repeat(30)}b`, "a".repeat(5_000)), false);
});
