import { parseDate } from "../../condition/date.ts";
import { parseIpRange } from "../../condition/ip-range.ts";
import { parseNumber } from "../../condition/number.ts";
import type { OperatorName } from "../../condition/operator-name.ts";
import type { ConditionOperator } from "../../condition/operators.ts";
import { compileArnPattern } from "../../pattern/arn-pattern.ts";
import { anyRun, compileGlob, type GlobPart } from "../../pattern/glob.ts";
import { literalText } from "../../pattern/template.ts";
import type { Order, TextPattern } from "./literals.ts";

type Listed = readonly GlobPart[];
type Reader = (listed: Listed) => TextPattern;

const never: TextPattern = { kind: "never" };

const readers: Readonly<Record<OperatorName, Reader>> = {
  StringEquals: exact,
  StringNotEquals: exact,
  StringEqualsIgnoreCase: ignoringCase,
  StringNotEqualsIgnoreCase: ignoringCase,
  StringLike: glob,
  StringNotLike: glob,
  NumericEquals: number("equals"),
  NumericNotEquals: number("equals"),
  NumericLessThan: number("lessThan"),
  NumericLessThanEquals: number("lessThanEquals"),
  NumericGreaterThan: number("greaterThan"),
  NumericGreaterThanEquals: number("greaterThanEquals"),
  DateEquals: date("equals"),
  DateNotEquals: date("equals"),
  DateLessThan: date("lessThan"),
  DateLessThanEquals: date("lessThanEquals"),
  DateGreaterThan: date("greaterThan"),
  DateGreaterThanEquals: date("greaterThanEquals"),
  Bool: boolean,
  BinaryEquals: binary,
  IpAddress: ip,
  NotIpAddress: ip,
  ArnEquals: arn,
  ArnLike: arn,
  ArnNotEquals: arn,
  ArnNotLike: arn,
  Null: boolean,
};

/** What a listed value of a condition operator says of a text, always in the positive sense. */
export function textPatternOf(operator: ConditionOperator, listed: Listed): TextPattern {
  return readers[operator.name](listed);
}

function exact(listed: Listed): TextPattern {
  return { kind: "glob", glob: { kind: "exact", text: literalText(listed) } };
}

function ignoringCase(listed: Listed): TextPattern {
  return { kind: "ignoreCase", text: literalText(listed).toLowerCase() };
}

function glob(listed: Listed): TextPattern {
  return { kind: "glob", glob: compileGlob(listed) };
}

function number(order: Order): Reader {
  return (listed) => {
    const value = parseNumber(literalText(listed));
    return value === undefined ? never : { kind: "number", order, value };
  };
}

function date(order: Order): Reader {
  return (listed) => {
    const value = parseDate(literalText(listed));
    // A year too far off to be counted is a moment that compares with nothing.
    return value === undefined || Number.isNaN(value) ? never : { kind: "date", order, value };
  };
}

function boolean(listed: Listed): TextPattern {
  const text = literalText(listed).toLowerCase();
  return text === "true" || text === "false" ? { kind: "boolean", value: text === "true" } : never;
}

function binary(listed: Listed): TextPattern {
  return { kind: "binary", text: literalText(listed).replace(/=+$/, "") };
}

function ip(listed: Listed): TextPattern {
  const range = parseIpRange(literalText(listed));
  return range === undefined ? never : { kind: "ip", range };
}

function arn(listed: Listed): TextPattern {
  if (listed.length === 1 && listed[0] === anyRun) return { kind: "arn", pattern: "any" };
  const pattern = compileArnPattern(listed);
  return pattern === undefined ? never : { kind: "arn", pattern };
}
