import type { JsonMember, JsonNode, JsonObject } from "../json/json-node.ts";
import { PlainList } from "../json/scan-plain-list.ts";
import { report, type Reading } from "./fault-list.ts";
import type { Text } from "./policy-node.ts";

const nouns: Readonly<Record<JsonNode["node"], string>> = {
  object: "an object",
  array: "a list",
  text: "a string",
  number: "a number",
  boolean: "a Boolean",
  null: "null",
};

/** Reports a value of the wrong JSON type. */
export function reportType(reading: Reading, element: string, node: JsonNode, wanted: string): undefined {
  report(reading, "wrongType", node, {
    message: `\`${element}\` is ${nouns[node.node]}`,
    help: `it must be ${wanted}`,
  });
  return undefined;
}

/** A string, or undefined with a fault. */
export function readText(reading: Reading, element: string, node: JsonNode): Text | undefined {
  return node.node === "text" ? node : reportType(reading, element, node, "a string");
}

/** One string or a list of strings. */
export function readTexts(reading: Reading, element: string, node: JsonNode): readonly Text[] {
  if (node.node === "text") return [node];
  if (node instanceof PlainList) return node.items;
  const texts: Text[] = [];
  for (const item of itemsOf(node)) {
    if (item.node === "text") texts.push(item);
    else reportType(reading, element, item, "a string or a list of strings");
  }
  return texts;
}

/** One scalar or a list of scalars, numbers and Booleans as their text. */
export function readScalars(reading: Reading, element: string, node: JsonNode): readonly Text[] {
  if (node.node === "text") return [node];
  if (node instanceof PlainList) return node.items;
  const texts: Text[] = [];
  for (const item of itemsOf(node)) {
    const text = scalarText(item);
    if (text === undefined) reportType(reading, element, item, "a string, a number, a Boolean or a list of these");
    else texts.push(text);
  }
  return texts;
}

function itemsOf(node: JsonNode): readonly JsonNode[] {
  return node.node === "array" ? node.items : [node];
}

function scalarText(node: JsonNode): Text | undefined {
  const { start, end } = node;
  if (node.node === "text") return node;
  if (node.node === "number") return { node: "text", value: node.text, start, end };
  return node.node === "boolean" ? { node: "text", value: String(node.value), start, end } : undefined;
}

/** The member of this name. */
export function memberOf(object: JsonObject, name: string): JsonMember | undefined {
  for (const member of object.members) if (member.name.value === name) return member;
  return undefined;
}

/** Reports the members whose name is not known. */
export function checkNames(reading: Reading, object: JsonObject, known: readonly string[], where: string): void {
  for (const { name } of object.members) if (!known.includes(name.value)) reportUnknown(reading, name, known, where);
}

function reportUnknown(reading: Reading, name: Text, known: readonly string[], where: string): void {
  const meant = known.find((candidate) => candidate.toLowerCase() === name.value.toLowerCase());
  const help =
    meant === undefined
      ? `${where} has ${known.map((word) => `\`${word}\``).join(", ")}`
      : `write \`${meant}\`: case matters`;
  report(reading, "unknownElement", name, { message: `unknown element \`${name.value}\``, help });
}
