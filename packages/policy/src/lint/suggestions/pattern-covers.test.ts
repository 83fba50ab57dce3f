import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { matchesGlob } from "../../pattern/glob.ts";
import { patternCovers } from "./pattern-covers.ts";

const cases: readonly (readonly [outer: string, inner: string, covers: boolean])[] = [
  ["*", "anything", true],
  ["jane*", "jane-admin", true],
  ["jane*", "jane*", true],
  ["jane-*", "jane*", false],
  ["*a", "*ba", true],
  ["?*", "*?", true],
  ["?*a", "*ba", true],
  ["?*", "*", false],
  ["a*b*c", "a*c", false],
  ["a*c", "a*b*c", true],
  ["??", "*", false],
  ["home/*", "home/${aws:username}", true],
  ["home/${aws:username}*", "home/${aws:username}/x", true],
  ["home/?", "home/${aws:username}", false],
  ["home/${aws:username}", "home/*", false],
  ["a", "b", false],
];

for (const [outer, inner, covers] of cases) {
  test(`\`${outer}\` ${covers ? "covers" : "does not cover"} \`${inner}\``, () => {
    assert.equal(patternCovers(outer, inner), covers);
  });
}

const letters = ["a", "b", "z"];
const texts = letters.reduce<readonly string[]>(
  (all) => ["", ...all.flatMap((text) => letters.map((c) => text + c))],
  [""],
);
const everyText = [...new Set([...texts, ...texts.flatMap((one) => texts.map((other) => one + other))])];
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 5 });

test("a pattern covers another exactly when no text matches the second only", () => {
  fc.assert(
    fc.property(pattern, pattern, (outer, inner) => {
      const witness = everyText.find((text) => matchesGlob(inner, text) && !matchesGlob(outer, text));
      assert.equal(patternCovers(outer, inner), witness === undefined, witness);
    }),
    { seed: 4, numRuns: 2_000 },
  );
});
