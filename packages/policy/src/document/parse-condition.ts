import { operatorNames, type OperatorName } from "../condition/operator-name.ts";
import { isDate } from "../condition/date.ts";
import type { JsonMember, JsonNode } from "../json/json-node.ts";
import { report, type Reading } from "./fault-list.ts";
import type { Condition, SetQualifier, Text } from "./policy-node.ts";
import { readScalars, reportType } from "./read-values.ts";

/** An operator as written, taken apart. */
export interface OperatorParts {
  readonly name: OperatorName;
  readonly qualifier?: SetQualifier;
  readonly ifExists: boolean;
}

const operators: ReadonlyMap<string, OperatorParts> = new Map(
  operatorNames.flatMap((name) => [false, true].flatMap((ifExists) => spellings(name, ifExists))),
);

function spellings(name: OperatorName, ifExists: boolean): readonly (readonly [string, OperatorParts])[] {
  const bare = ifExists ? `${name}IfExists` : name;
  if (bare === "NullIfExists") return [];
  return [
    [bare, { name, ifExists }],
    [`ForAllValues:${bare}`, { name, qualifier: "ForAllValues", ifExists }],
    [`ForAnyValue:${bare}`, { name, qualifier: "ForAnyValue", ifExists }],
  ];
}

/** Reads a condition block into one node per operator and key. */
export function parseConditions(reading: Reading, node: JsonNode): readonly Condition[] {
  const conditions: Condition[] = [];
  if (node.node === "object") for (const member of node.members) parseOperatorBlock(reading, member, conditions);
  else reportType(reading, "Condition", node, "an object");
  return conditions;
}

/** Takes an operator apart, or undefined when there is no such operator. */
export function parseOperator(text: string): OperatorParts | undefined {
  return operators.get(text);
}

function parseOperatorBlock(reading: Reading, { name, value }: JsonMember, conditions: Condition[]): void {
  if (value.node !== "object") {
    reportType(reading, name.value, value, "an object from condition keys to values");
    return;
  }
  const parts = parseOperator(name.value);
  // AWS accepts an unknown operator over an empty block, which says nothing.
  if (parts === undefined && value.members.length > 0) reportOperator(reading, name.value, name);
  if (parts !== undefined)
    for (const member of value.members) conditions.push(readCondition(reading, name, parts, member));
}

function readCondition(reading: Reading, operator: Text, parts: OperatorParts, { name, value }: JsonMember): Condition {
  const values = readScalars(reading, name.value, value);
  if (parts.name.startsWith("Date")) checkDates(reading, values);
  const { start } = name;
  const { end } = value;
  const { ifExists, qualifier } = parts;
  if (qualifier === undefined)
    return { node: "condition", operator, name: parts.name, ifExists, key: name, values, start, end };
  return { node: "condition", operator, name: parts.name, qualifier, ifExists, key: name, values, start, end };
}

function checkDates(reading: Reading, values: readonly Text[]): void {
  for (const value of values) {
    if (isDate(value.value)) continue;
    const help = "write `2026-01-31T00:00:00Z` or seconds since 1970";
    report(reading, "invalidDate", value, { message: `\`${value.value}\` is not a date`, help });
  }
}

function reportOperator(reading: Reading, written: string, at: { readonly start: number; readonly end: number }): void {
  const bare = written
    .replace(/^.*:/, "")
    .replace(/ifexists$/i, "")
    .toLowerCase();
  const meant = operatorNames.find((name) => name.toLowerCase() === bare);
  const help =
    meant === undefined ? "operators are `StringEquals`, `ArnLike`, `Bool`, …" : `the operator is \`${meant}\``;
  report(reading, "invalidOperator", at, {
    message: `\`${written}\` is not a condition operator`,
    help,
    quoted: written,
  });
}
