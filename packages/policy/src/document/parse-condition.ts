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

const qualifiers: readonly SetQualifier[] = ["ForAllValues", "ForAnyValue"];
const names: ReadonlySet<string> = new Set(operatorNames);

/** Reads a condition block into one node per operator and key. */
export function parseConditions(reading: Reading, node: JsonNode): readonly Condition[] {
  if (node.kind !== "object") {
    reportType(reading, "Condition", node, "an object");
    return [];
  }
  return node.members.flatMap((member) => parseOperatorBlock(reading, member));
}

/** Takes an operator apart, or undefined when there is no such operator. */
export function parseOperator(text: string): OperatorParts | undefined {
  const qualifier = qualifiers.find((candidate) => text.startsWith(`${candidate}:`));
  const rest = qualifier === undefined ? text : text.slice(qualifier.length + 1);
  const ifExists = rest.endsWith("IfExists");
  const name = ifExists ? rest.slice(0, -"IfExists".length) : rest;
  if (!isOperatorName(name) || (name === "Null" && ifExists)) return undefined;
  return qualifier === undefined ? { name, ifExists } : { name, qualifier, ifExists };
}

function isOperatorName(text: string): text is OperatorName {
  return names.has(text);
}

function parseOperatorBlock(reading: Reading, { name, value }: JsonMember): readonly Condition[] {
  if (value.kind !== "object") {
    reportType(reading, name.value, value, "an object from condition keys to values");
    return [];
  }
  const parts = parseOperator(name.value);
  // AWS accepts an unknown operator over an empty block, which says nothing.
  if (parts === undefined && value.members.length > 0) reportOperator(reading, name.value, name);
  const operator: Text = { node: "text", value: name.value, start: name.start, end: name.end };
  return value.members.flatMap((member) => {
    const condition = parts && readCondition(reading, operator, parts, member);
    return condition ? [condition] : [];
  });
}

function readCondition(reading: Reading, operator: Text, parts: OperatorParts, { name, value }: JsonMember): Condition {
  const values = readScalars(reading, name.value, value);
  if (parts.name.startsWith("Date")) checkDates(reading, values);
  const key: Text = { node: "text", value: name.value, start: name.start, end: name.end };
  return { node: "condition", operator, ...parts, key, values, start: name.start, end: value.end };
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
