import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { operatorNames } from "../../condition/operator-name.ts";
import { conditionOperators } from "../../condition/operators.ts";
import { parseGlob, type GlobPart } from "../../pattern/glob.ts";
import { textMatches } from "./text-holds.ts";
import { textPatternOf } from "./text-pattern.ts";

const texts = [
  ["", "a", "A", "ab", "a*", "*", "**", "?b", "true", "TRUE", "false", "yes", "k", "K", "\u212A", "a=", "a==", "="],
  [
    "5",
    "5.0",
    "-5",
    "1e999",
    "-0",
    "0",
    "05",
    "2026",
    "2026-01-01",
    "2026-01-01T00:00:00Z",
    "1767225600",
    "999999999-01",
  ],
  ["10.0.0.0/8", "10.1.2.3", "10.1.2.3/32", "0.0.0.0/0", "::/0", "2001:db8::1", "::ffff:10.1.2.3", "10.1.2"],
  ["arn:aws:s3:::a", "arn:aws:s3:::a/b:c", "arn:aws:iam::111122223333:role/a", "arn:a:b", "arn:*:*:*:*:*", "arn:*"],
  ["arn:aws:*:role", "*:aws:s3:::a", "arn:?ws:s3:::?", "arn:aws:s3:eu:1:a*b"],
].flat();

const mixes = fc.array(fc.oneof(fc.constantFrom<GlobPart>(0, 1, ":", "a", ""), fc.constantFrom(...texts)), {
  maxLength: 4,
});
const listed = fc.oneof(
  fc.constantFrom(...texts).map((text) => parseGlob(text)),
  fc.constantFrom(...texts).map((text) => [text]),
  mixes,
);

test("a pattern matches the texts that the operator it was read from matches", () => {
  fc.assert(
    fc.property(fc.constantFrom(...operatorNames), listed, (name, parts) => {
      const operator = conditionOperators[name];
      const [pattern, matches] = [textPatternOf(operator, parts), operator.matches(parts)];
      for (const text of texts) assert.equal(textMatches(pattern, text), matches(text), `${name} ${text}`);
    }),
    { numRuns: 3_000, seed: 20_261_123 },
  );
});
