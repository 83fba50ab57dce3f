import { parseDate } from "../../condition/date.ts";
import { parseNumber } from "../../condition/number.ts";
import type { OperatorName } from "../../condition/operator-name.ts";
import { conditionOperators } from "../../condition/operators.ts";
import type { Condition } from "../../document/policy-node.ts";
import { groupBy } from "../../group-by.ts";
import type { LintCheck } from "../lint-check.ts";
import { patternCovers } from "../suggestions/pattern-covers.ts";
import { checkStatements } from "../warnings/check-each.ts";
import { patternsMeet } from "./patterns-meet.ts";

/** Statements with two conditions on one key that no request meets together. */
export const contradictions: LintCheck = checkStatements(
  { code: "STATEMENT_NEVER_MATCHES", type: "WARNING", title: "Statement never matches" },
  ({ conditions }) =>
    [...groupBy(conditions, ({ key }) => key.value.toLowerCase()).values()].flatMap((group) => {
      const pair = pairsOf(group).find(([one, other]) => clash(one, other));
      if (pair === undefined) return [];
      const [one, other] = pair;
      return [
        {
          at: [one, other],
          details: `\`${one.operator.value}\` and \`${other.operator.value}\` of \`${one.key.value}\` never hold together, so the statement has no effect`,
          help: "remove one of them, or split the statement",
        },
      ];
    }),
);

function pairsOf(group: readonly Condition[]): readonly (readonly [Condition, Condition])[] {
  return group.flatMap((one, place) => group.slice(place + 1).map((other) => [one, other] as const));
}

/** Every way in which two conditions on one key exclude each other; each is asked in both orders. */
const clashes: readonly ((one: Condition, other: Condition) => boolean)[] = [
  (one, other) => demandsAbsence(one) && demandsPresence(other),
  (one, other) => demandsPresence(one) && demandsPresence(other) && onOneValue(one, other) && apart(one, other),
  (one, other) => demandsPresence(one) && onOneValue(one, other) && excluded(one, other),
  (one, other) => demandsPresence(one) && demandsPresence(other) && onOneValue(one, other) && emptyRange(one, other),
];

function clash(one: Condition, other: Condition): boolean {
  return clashes.some((test) => test(one, other) || test(other, one));
}

function demandsAbsence({ name, qualifier, values }: Condition): boolean {
  return (
    name === "Null" && qualifier === undefined && values.length > 0 && values.every((text) => is(text.value, "true"))
  );
}

function demandsPresence({ name, qualifier, ifExists, values }: Condition): boolean {
  if (name === "Null")
    return qualifier === undefined && values.length > 0 && values.every((text) => is(text.value, "false"));
  return !conditionOperators[name].negated && !ifExists && qualifier !== "ForAllValues";
}

function is(value: string, word: string): boolean {
  return value.toLowerCase() === word;
}

/** Several values of a key may meet several conditions, one each. */
function onOneValue(one: Condition, other: Condition): boolean {
  return one.qualifier === undefined && other.qualifier === undefined;
}

const texts: Readonly<Partial<Record<OperatorName, "plain" | "pattern">>> = {
  StringEquals: "plain",
  StringNotEquals: "plain",
  StringLike: "pattern",
  StringNotLike: "pattern",
};

/** The listed values as patterns, when they are compared as case-sensitive text. */
function patternsOf({ name, values }: Condition): readonly string[] | undefined {
  const kind = texts[name];
  if (kind === undefined || values.length === 0) return undefined;
  const listed = values.map(({ value }) => value);
  return kind === "pattern" || !listed.some((value) => /[*?]/.test(value)) ? listed : undefined;
}

function apart(one: Condition, other: Condition): boolean {
  if (one.name === "Bool" && other.name === "Bool")
    return !one.values.some((value) => other.values.some((listed) => is(value.value, listed.value.toLowerCase())));
  const [left, right] = [patternsOf(one), patternsOf(other)];
  if (left === undefined || right === undefined) return false;
  return !left.some((value) => right.some((listed) => patternsMeet(value, listed)));
}

/** Whether the second, negated, leaves out all that the first lists. */
function excluded(one: Condition, other: Condition): boolean {
  if (conditionOperators[one.name].negated || !conditionOperators[other.name].negated) return false;
  const [wanted, left] = [patternsOf(one), patternsOf(other)];
  if (wanted === undefined || left === undefined) return false;
  return wanted.every((value) => left.some((pattern) => patternCovers(pattern, value)));
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** The ends belong to the range. */
  readonly closed: boolean;
}

function emptyRange(one: Condition, other: Condition): boolean {
  if (conditionOperators[one.name].type !== conditionOperators[other.name].type) return false;
  const [left, right] = [rangeOf(one), rangeOf(other)];
  if (left === undefined || right === undefined) return false;
  const [from, to] = [Math.max(left.from, right.from), Math.min(left.to, right.to)];
  return from > to || (from === to && !(left.closed && right.closed));
}

/** The numbers or moments that a comparison admits, from the least listed limit to the greatest. */
function rangeOf({ name, values }: Condition): Range | undefined {
  const { type } = conditionOperators[name];
  if ((type !== "numeric" && type !== "date") || name.includes("Not")) return undefined;
  const limits = values.flatMap(({ value }) => (type === "date" ? parseDate(value) : parseNumber(value)) ?? []);
  if (limits.length === 0 || limits.length < values.length) return undefined;
  const [least, greatest] = [Math.min(...limits), Math.max(...limits)];
  const closed = name.endsWith("Equals");
  if (name.includes("LessThan")) return { from: Number.NEGATIVE_INFINITY, to: greatest, closed };
  if (name.includes("GreaterThan")) return { from: least, to: Number.POSITIVE_INFINITY, closed };
  return { from: least, to: greatest, closed };
}
