import { parseDate, isDate } from "../../condition/date.ts";
import { parseNumber } from "../../condition/number.ts";
import { conditionOperators, type OperatorType } from "../../condition/operators.ts";
import type { ConditionKeyType } from "../../catalog.ts";
import type { Text } from "../../document/policy-node.ts";
import { rewrite } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkConditions, type CheckHead, type ConditionSite } from "./check-each.ts";

/** The operator types that make sense of each type of key [IAM User Guide, condition operators, 2025]. */
const fitting: Readonly<Record<ConditionKeyType, readonly OperatorType[]>> = {
  String: ["string"],
  ArrayOfString: ["string"],
  ARN: ["arn", "string"],
  ArrayOfARN: ["arn", "string"],
  Bool: ["boolean"],
  ArrayOfBool: ["boolean"],
  Numeric: ["numeric"],
  Date: ["date", "numeric"],
  IPAddress: ["ipAddress"],
};

const familyOf: Readonly<Record<OperatorType, string>> = {
  string: "a string operator",
  numeric: "a numeric operator",
  date: "a date operator",
  boolean: "`Bool`",
  binary: "`BinaryEquals`",
  ipAddress: "`IpAddress`",
  arn: "an ARN operator",
  null: "`Null`",
};

/** Operators and values that do not fit their key or each other. */
export const conditionValues: readonly LintCheck[] = [
  checkConditions({ code: "TYPE_MISMATCH", type: "WARNING", title: "Type mismatch" }, mismatchedOperator),
  unreadable({ code: "TYPE_MISMATCH_BOOLEAN", type: "WARNING", title: "Type mismatch Boolean" }, ["boolean", "null"], {
    reads: (text) => /^(true|false)$/i.test(text),
    help: "write `true` or `false`",
  }),
  unreadable({ code: "TYPE_MISMATCH_DATE", type: "WARNING", title: "Type mismatch date" }, ["date"], {
    reads: isDate,
    help: "write `2026-01-31` or `2026-01-31T00:00:00Z`",
  }),
  unreadable({ code: "TYPE_MISMATCH_NUMBER", type: "WARNING", title: "Type mismatch number" }, ["numeric"], {
    reads: (text) => parseNumber(text) !== undefined,
    help: "write a number",
  }),
  unreadable({ code: "TYPE_MISMATCH_STRING", type: "WARNING", title: "Type mismatch string" }, ["binary"], {
    reads: (text) => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text),
    help: "write the bytes in base64",
  }),
  checkConditions({ code: "INVALID_DATE_VALUE", type: "WARNING", title: "Invalid date value" }, epochDate),
];

function mismatchedOperator({ condition, subject }: ConditionSite): FoundAt | undefined {
  const { type } = conditionOperators[condition.name];
  const keyType = subject.lookups.conditionKey(condition.key.value)?.type;
  if (keyType === undefined || type === "null" || fitting[keyType].includes(type)) return undefined;
  if (condition.values.every((value) => isVariable(value))) return undefined;
  const [wanted = type] = fitting[keyType];
  return {
    at: [condition.key],
    details: `\`${condition.operator.value}\` does not fit \`${condition.key.value}\`, a key of type ${keyType}`,
    help: `use ${familyOf[wanted]}`,
  };
}

interface Reading {
  readonly reads: (text: string) => boolean;
  readonly help: string;
}

function unreadable(head: CheckHead, types: readonly OperatorType[], { reads, help }: Reading): LintCheck {
  return checkConditions(head, ({ condition }) => {
    const wrong = condition.values.filter((value) => !reads(value.value) && !isVariable(value));
    if (!types.includes(conditionOperators[condition.name].type) || wrong.length === 0) return undefined;
    return {
      at: wrong,
      details: `${wrong.map(({ value }) => `\`${value}\``).join(", ")} cannot be compared under \`${condition.operator.value}\``,
      help,
    };
  });
}

function isVariable({ value }: Text): boolean {
  return value.includes("${");
}

/** Four digits are a year; more are seconds since 1970. */
function epochDate({ condition, subject }: ConditionSite): FoundAt | undefined {
  if (conditionOperators[condition.name].type !== "date") return undefined;
  const epochs = condition.values.filter(({ value }) => /^-?\d{5,}(\.\d+)?$/.test(value) && isDate(value));
  if (epochs.length === 0) return undefined;
  return {
    at: epochs,
    details: `${epochs.map(({ value }) => `\`${value}\``).join(", ")} is a date in seconds since 1970, which is easily misread`,
    help: "write it as `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`",
    fix: epochs.flatMap((text) => {
      const written = isoDate(text.value);
      return written === undefined ? [] : [rewrite(subject.policy.source, text, written)];
    }),
  };
}

/** JavaScript's dates end in the year 275760. */
function isoDate(text: string): string | undefined {
  const moment = parseDate(text);
  if (moment === undefined || Math.abs(moment) > 8.64e15) return undefined;
  return new Date(moment).toISOString().replace(".000Z", "Z");
}
