import fc from "fast-check";
import type { OperatorName } from "../../../condition/operator-name.ts";
import { conditionOperators } from "../../../condition/operators.ts";
import { parseGlob } from "../../../pattern/glob.ts";
import type { TextPattern } from "../literals.ts";
import { textPatternOf } from "../text-pattern.ts";

/** The pattern of a listed value as a policy writes it. */
export function patternOf(name: OperatorName, listed: string): TextPattern {
  const operator = conditionOperators[name];
  return textPatternOf(operator, operator.wildcards ? parseGlob(listed) : listed === "" ? [] : [listed]);
}

/** Every text of up to five letters that matter to the patterns here, the shortest first. */
export const globTexts: readonly string[] = textsUpTo(5, ["a", "b", "A", ":"]);

function textsUpTo(length: number, letters: readonly string[]): readonly string[] {
  const texts = [""];
  for (let from = 0, size = 0; size < length; size += 1) {
    const end = texts.length;
    for (; from < end; from += 1) for (const letter of letters) texts.push((texts[from] ?? "") + letter);
  }
  return texts;
}

/** ARNs of short fields. */
export const arnTexts: readonly string[] = arnsOf(["", "a", "b"], ["", "a", "b", "ab", "a:b"]);

function arnsOf(fields: readonly string[], resources: readonly string[]): readonly string[] {
  const heads = [0, 1, 2, 3].reduce<readonly string[]>(
    (starts) => starts.flatMap((start) => fields.map((field) => `${start}${field}:`)),
    ["arn:"],
  );
  return heads.flatMap((head) => resources.map((resource) => head + resource));
}

/** Globs over the letters of `globTexts`. */
export const globs: fc.Arbitrary<TextPattern> = fc
  .string({ unit: fc.constantFrom("a", "a", "b", "A", ":", "*", "*", "?"), maxLength: 5 })
  .map((text) => patternOf("StringLike", text));

const foldings = fc
  .string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 3 })
  .map((text) => patternOf("StringEqualsIgnoreCase", text));
const binaries = fc.constantFrom("a=", "b", "ab==").map((text) => patternOf("BinaryEquals", text));
const field = fc.constantFrom("a", "b", "*", "*", "?", "a*", "");
const resource = fc.constantFrom("a", "*", "a*", "*:b", "?", "?*", "*b");
const arnPatterns = fc
  .tuple(fc.constantFrom("arn:", "arn:", "arn:", "*:"), field, field, field, field, resource)
  .map(([prefix, a, b, c, d, rest]) => `${prefix}${[a, b, c, d, rest].join(":")}`);
const arns = fc.oneof(arnPatterns, fc.constant("*")).map((text) => patternOf("ArnLike", text));
const arnGlobs = arnPatterns.map((text) => patternOf("StringLike", text));

/** Patterns of the families that are decided character by character. */
export const textPatterns: fc.Arbitrary<TextPattern> = fc.oneof(globs, foldings, binaries, arns, arnGlobs);
