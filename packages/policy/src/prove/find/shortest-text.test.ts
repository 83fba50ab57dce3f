import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arnTexts, globTexts, globs, patternOf, textPatterns } from "./testing/arbitrary-pattern.ts";
import { findText } from "./find-text.ts";
import type { TextLiteral, TextPattern } from "./literals.ts";
import { findShortestText } from "./shortest-text.ts";
import { textHolds } from "./text-holds.ts";

const seed = 20_261_123;

function literalsOf(patterns: fc.Arbitrary<TextPattern>): fc.Arbitrary<readonly TextLiteral[]> {
  const literal = fc.record({ any: fc.array(patterns, { minLength: 1, maxLength: 3 }), holds: fc.boolean() });
  return fc.array(literal, { minLength: 1, maxLength: 4 });
}

test("the text that is found is a shortest one", () => {
  fc.assert(
    fc.property(literalsOf(globs), (literals) => {
      const answer = findShortestText(literals);
      // The texts come shortest first.
      const known = globTexts.find((text) => textHolds(literals, text));
      if (known !== undefined) assert.equal(answer.kind === "found" && answer.value.length, known.length);
      if (answer.kind === "found") assert.ok(textHolds(literals, answer.value));
    }),
    { numRuns: 2_000, seed },
  );
});

test("ARNs, globs and texts without regard to case are decided together", () => {
  fc.assert(
    fc.property(literalsOf(textPatterns), (literals) => {
      const answer = findText(literals);
      if (answer.kind === "found") return assert.ok(textHolds(literals, answer.value), answer.value);
      const known = [...globTexts, ...arnTexts].filter((text) => textHolds(literals, text));
      assert.deepEqual([answer.kind, known], ["none", []]);
    }),
    { numRuns: 3_000, seed },
  );
});

test("patterns with very many places to be at once are given up", () => {
  const gap = "?".repeat(20);
  const listed = (holds: boolean, ...texts: readonly string[]): TextLiteral => ({
    any: texts.map((text) => patternOf("StringLike", text)),
    holds,
  });
  const neverTogether = ["*aa*", "*ab*", "*ba*", "*bb*", `*b${gap}x*`, `*?b${gap}`];
  const answer = findText([listed(true, `*a${gap}`), listed(true, `*b${gap}*`), listed(false, ...neverTogether)]);
  assert.deepEqual(answer, { kind: "unknown", reason: "the patterns are too many to be searched together" });
});
