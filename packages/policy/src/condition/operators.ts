import { parseArn } from "../pattern/arn.ts";
import { arnMatches, compileArnPattern } from "../pattern/arn-pattern.ts";
import { anyRun, compileGlob, globMatches, type GlobPart } from "../pattern/glob.ts";
import { literalText } from "../pattern/template.ts";
import { parseDate } from "./date.ts";
import { parseIpRange, rangeHolds } from "./ip-range.ts";
import { parseNumber } from "./number.ts";
import type { OperatorName } from "./operator-name.ts";

/** What kind of value an operator compares. */
export type OperatorType = "string" | "numeric" | "date" | "boolean" | "binary" | "ipAddress" | "arn" | "null";

/** Whether a value of the request matches the listed value that the test was made from. */
export type ValueTest = (value: string) => boolean;

/** The declared facts of a condition operator. */
export interface ConditionOperator {
  readonly name: OperatorName;
  readonly type: OperatorType;
  /** True when the condition holds if no listed value matches. */
  readonly negated: boolean;
  /** `*` and `?` in listed values are wildcards. */
  readonly wildcards: boolean;
  /** Listed values may hold policy variables. */
  readonly variables: boolean;
  /** The test of one listed value, always in the positive sense. */
  readonly matches: (listed: readonly GlobPart[]) => ValueTest;
}

const never: ValueTest = () => false;

function operator(
  name: OperatorName,
  type: OperatorType,
  matches: ConditionOperator["matches"],
  marks = "",
): ConditionOperator {
  return {
    name,
    type,
    matches,
    negated: marks.includes("n"),
    wildcards: marks.includes("w"),
    variables: marks.includes("v"),
  };
}

function equals(listed: readonly GlobPart[]): ValueTest {
  const text = literalText(listed);
  return (value) => value === text;
}

function equalsIgnoringCase(listed: readonly GlobPart[]): ValueTest {
  const text = literalText(listed).toLowerCase();
  return (value) => value.toLowerCase() === text;
}

function like(listed: readonly GlobPart[]): ValueTest {
  const glob = compileGlob(listed);
  return (value) => globMatches(glob, value);
}

function arnLike(listed: readonly GlobPart[]): ValueTest {
  if (listed.length === 1 && listed[0] === anyRun) return (value) => parseArn(value) !== undefined;
  const pattern = compileArnPattern(listed);
  if (pattern === undefined) return never;
  return (value) => {
    const arn = parseArn(value);
    return arn !== undefined && arnMatches(pattern, arn);
  };
}

/** A test of two values that must both be readable to be compared. */
function comparing<T>(
  read: (text: string) => T | undefined,
  compare: (value: T, listed: T) => boolean,
): ConditionOperator["matches"] {
  return (parts) => {
    const listed = read(literalText(parts));
    if (listed === undefined) return never;
    return (text) => {
      const value = read(text);
      return value !== undefined && compare(value, listed);
    };
  };
}

const ordered = {
  Equals: (value: number, listed: number): boolean => value === listed,
  LessThan: (value: number, listed: number): boolean => value < listed,
  LessThanEquals: (value: number, listed: number): boolean => value <= listed,
  GreaterThan: (value: number, listed: number): boolean => value > listed,
  GreaterThanEquals: (value: number, listed: number): boolean => value >= listed,
} as const;

function same(value: unknown, listed: unknown): boolean {
  return value === listed;
}

function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" || lower === "false" ? lower === "true" : undefined;
}

function trimPadding(text: string): string {
  return text.replace(/=+$/, "");
}

/** Every condition operator; `Null` tests for presence, so its listed values are compared with the answer to "absent?". */
export const conditionOperators: Readonly<Record<OperatorName, ConditionOperator>> = {
  StringEquals: operator("StringEquals", "string", equals, "v"),
  StringNotEquals: operator("StringNotEquals", "string", equals, "nv"),
  StringEqualsIgnoreCase: operator("StringEqualsIgnoreCase", "string", equalsIgnoringCase, "v"),
  StringNotEqualsIgnoreCase: operator("StringNotEqualsIgnoreCase", "string", equalsIgnoringCase, "nv"),
  StringLike: operator("StringLike", "string", like, "wv"),
  StringNotLike: operator("StringNotLike", "string", like, "nwv"),
  NumericEquals: operator("NumericEquals", "numeric", comparing(parseNumber, ordered.Equals)),
  NumericNotEquals: operator("NumericNotEquals", "numeric", comparing(parseNumber, ordered.Equals), "n"),
  NumericLessThan: operator("NumericLessThan", "numeric", comparing(parseNumber, ordered.LessThan)),
  NumericLessThanEquals: operator("NumericLessThanEquals", "numeric", comparing(parseNumber, ordered.LessThanEquals)),
  NumericGreaterThan: operator("NumericGreaterThan", "numeric", comparing(parseNumber, ordered.GreaterThan)),
  NumericGreaterThanEquals: operator(
    "NumericGreaterThanEquals",
    "numeric",
    comparing(parseNumber, ordered.GreaterThanEquals),
  ),
  DateEquals: operator("DateEquals", "date", comparing(parseDate, ordered.Equals)),
  DateNotEquals: operator("DateNotEquals", "date", comparing(parseDate, ordered.Equals), "n"),
  DateLessThan: operator("DateLessThan", "date", comparing(parseDate, ordered.LessThan)),
  DateLessThanEquals: operator("DateLessThanEquals", "date", comparing(parseDate, ordered.LessThanEquals)),
  DateGreaterThan: operator("DateGreaterThan", "date", comparing(parseDate, ordered.GreaterThan)),
  DateGreaterThanEquals: operator("DateGreaterThanEquals", "date", comparing(parseDate, ordered.GreaterThanEquals)),
  Bool: operator("Bool", "boolean", comparing(parseBoolean, same), "v"),
  BinaryEquals: operator("BinaryEquals", "binary", comparing(trimPadding, same)),
  IpAddress: operator(
    "IpAddress",
    "ipAddress",
    comparing(parseIpRange, (value, listed) => rangeHolds(listed, value)),
  ),
  NotIpAddress: operator(
    "NotIpAddress",
    "ipAddress",
    comparing(parseIpRange, (value, listed) => rangeHolds(listed, value)),
    "n",
  ),
  ArnEquals: operator("ArnEquals", "arn", arnLike, "wv"),
  ArnLike: operator("ArnLike", "arn", arnLike, "wv"),
  ArnNotEquals: operator("ArnNotEquals", "arn", arnLike, "nwv"),
  ArnNotLike: operator("ArnNotLike", "arn", arnLike, "nwv"),
  Null: operator("Null", "null", comparing(parseBoolean, same)),
};
