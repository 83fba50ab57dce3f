import type { JsonNode, JsonObject } from "../json/json-node.ts";
import { report, type Reading } from "./fault-list.ts";
import type { Text } from "./policy-node.ts";
import type { Located } from "./source.ts";

const nouns: Readonly<Record<JsonNode["kind"], string>> = {
  object: "an object",
  array: "a list",
  string: "a string",
  number: "a number",
  boolean: "a Boolean",
  null: "null",
};

/** Reports a value of the wrong JSON type. */
export function reportType(reading: Reading, element: string, node: JsonNode, wanted: string): undefined {
  report(reading, "wrongType", node, {
    message: `\`${element}\` is ${nouns[node.kind]}`,
    help: `it must be ${wanted}`,
  });
  return undefined;
}

/** A string as a text node, or undefined with a fault. */
export function readText(reading: Reading, element: string, node: JsonNode): Text | undefined {
  if (node.kind === "string") return { node: "text", value: node.value, start: node.start, end: node.end };
  return reportType(reading, element, node, "a string");
}

/** One string or a list of strings. */
export function readTexts(reading: Reading, element: string, node: JsonNode): readonly Text[] {
  const items = node.kind === "array" ? node.items : [node];
  const texts: Text[] = [];
  for (const item of items) {
    if (item.kind === "string") texts.push({ node: "text", value: item.value, start: item.start, end: item.end });
    else reportType(reading, element, item, "a string or a list of strings");
  }
  return texts;
}

/** One scalar or a list of scalars, numbers and Booleans as their text. */
export function readScalars(reading: Reading, element: string, node: JsonNode): readonly Text[] {
  const items = node.kind === "array" ? node.items : [node];
  const texts: Text[] = [];
  for (const item of items) {
    const value = scalarText(item);
    if (value === undefined) reportType(reading, element, item, "a string, a number, a Boolean or a list of these");
    else texts.push({ node: "text", value, start: item.start, end: item.end });
  }
  return texts;
}

function scalarText(node: JsonNode): string | undefined {
  if (node.kind === "string") return node.value;
  if (node.kind === "number") return node.text;
  return node.kind === "boolean" ? String(node.value) : undefined;
}

/** A member value by name, with the place of its name. */
export interface Member {
  readonly name: Located;
  readonly value: JsonNode;
}

/** The members of an object by name; names outside the list are faults. */
export function readMembers<N extends string>(
  reading: Reading,
  object: JsonObject,
  known: readonly N[],
  where: string,
): Partial<Record<N, Member>> {
  const members: Partial<Record<N, Member>> = {};
  for (const member of object.members) {
    const name = known.find((candidate) => candidate === member.name.value);
    if (name === undefined) reportUnknown(reading, member.name, known, where);
    else members[name] = { name: member.name, value: member.value };
  }
  return members;
}

function reportUnknown(
  reading: Reading,
  name: Located & { readonly value: string },
  known: readonly string[],
  where: string,
): void {
  const meant = known.find((candidate) => candidate.toLowerCase() === name.value.toLowerCase());
  const help =
    meant === undefined
      ? `${where} has ${known.map((word) => `\`${word}\``).join(", ")}`
      : `write \`${meant}\`: case matters`;
  report(reading, "unknownElement", name, { message: `unknown element \`${name.value}\``, help });
}
