import { parseDate } from "../../condition/date.ts";
import { parseIpRange, rangeHolds } from "../../condition/ip-range.ts";
import { parseNumber } from "../../condition/number.ts";
import { parseArn } from "../../pattern/arn.ts";
import { arnMatches } from "../../pattern/arn-pattern.ts";
import { globMatches } from "../../pattern/glob.ts";
import { remember } from "./remember.ts";
import type { Order, TextLiteral, TextPattern } from "./literals.ts";

const orders: Readonly<Record<Order, (value: number, listed: number) => boolean>> = {
  equals: (value, listed) => value === listed,
  lessThan: (value, listed) => value < listed,
  lessThanEquals: (value, listed) => value <= listed,
  greaterThan: (value, listed) => value > listed,
  greaterThanEquals: (value, listed) => value >= listed,
};

const readDate = remember(parseDate);
const readRange = remember(parseIpRange);

/** Whether a text matches a pattern: the same answer as the operator that the pattern was read from. */
export function textMatches(pattern: TextPattern, text: string): boolean {
  switch (pattern.kind) {
    case "glob":
      return globMatches(pattern.glob, text);
    case "ignoreCase":
      return text.toLowerCase() === pattern.text;
    case "arn": {
      const arn = parseArn(text);
      return arn !== undefined && (pattern.pattern === "any" || arnMatches(pattern.pattern, arn));
    }
    case "number":
      return compares(pattern.order, parseNumber(text), pattern.value);
    case "date":
      return compares(pattern.order, readDate(text), pattern.value);
    case "ip": {
      const range = readRange(text);
      return range !== undefined && rangeHolds(pattern.range, range);
    }
    case "address":
      return isAddress(text);
    case "boolean":
      return text.toLowerCase() === String(pattern.value);
    case "binary":
      return text.replace(/=+$/, "") === pattern.text;
    case "never":
      return false;
  }
}

/** From this length on a list of exact texts is asked as a set. */
const longList = 8;
const exactTexts = new WeakMap<readonly TextPattern[], ReadonlySet<string> | "mixed">();

/** Whether some pattern matches. */
export function someMatch(patterns: readonly TextPattern[], text: string): boolean {
  if (patterns.length >= longList) {
    const texts = textsOf(patterns);
    if (texts !== "mixed") return texts.has(text);
  }
  for (const pattern of patterns) if (textMatches(pattern, text)) return true;
  return false;
}

/** Whether a text satisfies every literal. */
export function textHolds(literals: readonly TextLiteral[], text: string): boolean {
  for (const literal of literals) if (someMatch(literal.any, text) !== literal.holds) return false;
  return true;
}

/** The texts of a list that has exact ones only. */
function textsOf(patterns: readonly TextPattern[]): ReadonlySet<string> | "mixed" {
  const known = exactTexts.get(patterns);
  if (known !== undefined) return known;
  const texts = patterns.flatMap((pattern) =>
    pattern.kind === "glob" && pattern.glob.kind === "exact" ? [pattern.glob.text] : [],
  );
  const made = texts.length === patterns.length ? new Set(texts) : "mixed";
  exactTexts.set(patterns, made);
  return made;
}

function compares(order: Order, value: number | undefined, listed: number): boolean {
  return value !== undefined && orders[order](value, listed);
}

function isAddress(text: string): boolean {
  const range = readRange(text);
  return range !== undefined && range.bits === (range.family === 4 ? 32 : 128);
}
