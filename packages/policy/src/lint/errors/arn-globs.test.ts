import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileGlob, globMatches, parseGlob } from "../../pattern/glob.ts";
import { globsMeet } from "../../pattern/globs-meet.ts";
import { fieldParts, templateParts } from "./arn-globs.ts";

const unit = fc.constantFrom("a", "b", "/");
const pattern = fc.string({ unit: fc.oneof(unit, fc.constantFrom("*", "?")), maxLength: 5 });
const texts = allTexts(5);

/** Every text of the alphabet up to a length. */
function allTexts(length: number): readonly string[] {
  if (length === 0) return [""];
  const shorter = allTexts(length - 1);
  return [...shorter, ...shorter.filter((text) => text.length === length - 1).flatMap((text) => grow(text))];
}

function grow(text: string): readonly string[] {
  return ["a", "b", "/"].map((letter) => text + letter);
}

test("two patterns meet exactly when some text fits both", () => {
  fc.assert(
    fc.property(pattern, pattern, (left, right) => {
      const [one, other] = [compileGlob(parseGlob(left)), compileGlob(parseGlob(right))];
      const shared = texts.some((text) => globMatches(one, text) && globMatches(other, text));
      const meet = globsMeet(parseGlob(left), parseGlob(right));
      if (shared) assert.ok(meet);
      const short = left.replaceAll("*", "").length + right.replaceAll("*", "").length <= 5;
      if (short) assert.equal(meet, shared);
      assert.equal(globsMeet(parseGlob(right), parseGlob(left)), meet);
    }),
    { seed: 20_261_123, numRuns: 400 },
  );
});

test("variables and placeholders stand for any text", () => {
  assert.ok(globsMeet(fieldParts("user/${aws:username}"), templateParts("user/${UserName}")));
  assert.ok(!globsMeet(fieldParts("role/${aws:username}"), templateParts("user/${UserName}")));
});
