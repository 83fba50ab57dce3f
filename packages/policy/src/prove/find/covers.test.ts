import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { areDisjoint, covers } from "./covers.ts";
import { arnTexts, globTexts, patternOf, textPatterns } from "./testing/arbitrary-pattern.ts";
import { textMatches } from "./text-holds.ts";

const texts = [...globTexts, ...arnTexts];

test("a pattern that covers another matches all its texts, and disjoint ones share none", () => {
  fc.assert(
    fc.property(textPatterns, textPatterns, (outer, inner) => {
      const [covered, disjoint] = [covers(outer, inner), areDisjoint(outer, inner)];
      for (const text of texts) {
        if (!textMatches(inner, text)) continue;
        if (covered) assert.ok(textMatches(outer, text), text);
        if (disjoint) assert.ok(!textMatches(outer, text), text);
      }
    }),
    { numRuns: 2_000, seed: 20_261_123 },
  );
});

const pairs: readonly (readonly [outer: string, inner: string, covered: boolean])[] = [
  ["*", "a*b", true],
  ["a*", "ab*", true],
  ["ab*", "a*", false],
  ["*b", "a*b", true],
  ["a*c", "abc", true],
  ["a*b*c", "a*bb*c", true],
  ["a*b*c", "a*c", false],
  ["a?c", "a?c", true],
  ["a*", "a?", true],
  ["a?", "a*", false],
  ["a\u{1f600}?", "a\u{1f600}\u{1f600}", true],
];

for (const [outer, inner, covered] of pairs) {
  test(`\`${outer}\` is ${covered ? "" : "not "}seen to cover \`${inner}\``, () => {
    assert.equal(covers(patternOf("StringLike", outer), patternOf("StringLike", inner)), covered);
  });
}
