import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { matchesGlob } from "../../pattern/glob.ts";
import { patternsMeet } from "./patterns-meet.ts";

const cases: readonly (readonly [one: string, other: string, meet: boolean])[] = [
  ["reports/*", "*/2026", true],
  ["reports/?", "reports/", false],
  ["a*b", "c*", false],
  ["home/${aws:username}", "home/alice", true],
  ["role/${RoleNameWithPath}", "role/admin*", true],
  ["bucket", "bucket", true],
];

for (const [one, other, meet] of cases) {
  test(`\`${one}\` and \`${other}\` ${meet ? "share" : "share no"} text`, () => {
    assert.equal(patternsMeet(one, other), meet);
    assert.equal(patternsMeet(other, one), meet);
  });
}

const texts = ["", "a", "b", "aa", "ab", "ba", "bb", "aab", "aba", "abb", "baa", "bab", "bba", "aabb", "abab", "abba"];
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 4 });

test("patterns that match one text both meet", () => {
  fc.assert(
    fc.property(pattern, pattern, fc.constantFrom(...texts), (one, other, text) => {
      if (matchesGlob(one, text) && matchesGlob(other, text)) assert.ok(patternsMeet(one, other));
    }),
    { seed: 3, numRuns: 2_000 },
  );
});
