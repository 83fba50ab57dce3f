import { fail, failHere, skipSpace, take, type JsonCursor } from "./json-cursor.ts";
import type {
  JsonArray,
  JsonBoolean,
  JsonMember,
  JsonNode,
  JsonNull,
  JsonNumber,
  JsonObject,
  ParsedJson,
} from "./json-node.ts";
import { scanString } from "./scan-string.ts";

/** How long and how deeply nested a JSON text may be. */
export interface JsonLimits {
  /** Longest text, in UTF-16 units. */
  readonly maxLength: number;
  /** Deepest nesting of objects and arrays. */
  readonly maxDepth: number;
}

/** Parses strict JSON (RFC 8259) with positions; a repeated member name or a lone surrogate is a fault. */
export function parseJson(text: string, limits: JsonLimits): ParsedJson {
  const cursor: JsonCursor = { text, maxDepth: limits.maxDepth, at: 0, depth: 0, fault: undefined };
  const value = text.length > limits.maxLength ? fail(cursor, "tooLong", 0, text.length) : parseWhole(cursor);
  if (value !== undefined && cursor.fault === undefined) return { kind: "json", value };
  return { kind: "fault", fault: cursor.fault ?? { problem: "unexpectedEnd", start: 0, end: 0, found: "" } };
}

function parseWhole(cursor: JsonCursor): JsonNode | undefined {
  const value = parseValue(cursor);
  skipSpace(cursor);
  if (value !== undefined && cursor.at < cursor.text.length) return failHere(cursor);
  return value;
}

function parseValue(cursor: JsonCursor): JsonNode | undefined {
  skipSpace(cursor);
  switch (cursor.text.charCodeAt(cursor.at)) {
    case 0x22:
      return scanString(cursor);
    case 0x7b:
      return nested(cursor, parseObject);
    case 0x5b:
      return nested(cursor, parseArray);
    default:
      return parseWord(cursor);
  }
}

function nested<T>(cursor: JsonCursor, parse: (cursor: JsonCursor) => T | undefined): T | undefined {
  if (cursor.depth === cursor.maxDepth) return fail(cursor, "tooDeep", cursor.at, cursor.at + 1);
  cursor.depth += 1;
  const value = parse(cursor);
  cursor.depth -= 1;
  return value;
}

function parseObject(cursor: JsonCursor): JsonObject | undefined {
  const start = cursor.at;
  const members: JsonMember[] = [];
  const isNew = createNameCheck(members);
  const closed = parseItems(cursor, 0x7d, () => {
    const member = parseMember(cursor);
    if (member === undefined) return false;
    if (!isNew(member.name.value)) fail(cursor, "duplicateMember", member.name.start, member.name.end);
    members.push(member);
    return cursor.fault === undefined;
  });
  return closed ? { kind: "object", members, start, end: cursor.at } : undefined;
}

/** So many names are compared one by one before a set is made of them. */
const fewNames = 12;

/** A check whether a name is not yet among the members; it is asked once for each member, before that is added. */
function createNameCheck(members: readonly JsonMember[]): (name: string) => boolean {
  let names: Set<string> | undefined;
  return (name) => {
    if (members.length < fewNames) return !members.some((member) => member.name.value === name);
    names ??= new Set(members.map((member) => member.name.value));
    const fresh = !names.has(name);
    names.add(name);
    return fresh;
  };
}

function parseMember(cursor: JsonCursor): JsonMember | undefined {
  skipSpace(cursor);
  if (cursor.text.charCodeAt(cursor.at) !== 0x22) return failHere(cursor);
  const name = scanString(cursor);
  if (name === undefined) return undefined;
  skipSpace(cursor);
  if (!take(cursor, 0x3a)) return failHere(cursor);
  const value = parseValue(cursor);
  return value === undefined ? undefined : { name, value };
}

function parseArray(cursor: JsonCursor): JsonArray | undefined {
  const start = cursor.at;
  const items: JsonNode[] = [];
  const closed = parseItems(cursor, 0x5d, () => {
    const item = parseValue(cursor);
    if (item !== undefined) items.push(item);
    return item !== undefined;
  });
  return closed ? { kind: "array", items, start, end: cursor.at } : undefined;
}

/** Reads comma-separated items up to the closing bracket; the opening one is under the cursor. */
function parseItems(cursor: JsonCursor, close: number, parseItem: () => boolean): boolean {
  cursor.at += 1;
  skipSpace(cursor);
  if (take(cursor, close)) return true;
  while (parseItem()) {
    skipSpace(cursor);
    if (take(cursor, close)) return true;
    if (!take(cursor, 0x2c)) break;
  }
  if (cursor.fault === undefined) failHere(cursor);
  return false;
}

const word = /[-+.\w]+/y;
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;

function parseWord(cursor: JsonCursor): JsonBoolean | JsonNull | JsonNumber | undefined {
  const start = cursor.at;
  word.lastIndex = start;
  const text = word.exec(cursor.text)?.[0];
  if (text === undefined) return failHere(cursor);
  const end = start + text.length;
  cursor.at = end;
  if (text === "true" || text === "false") return { kind: "boolean", value: text === "true", start, end };
  if (text === "null") return { kind: "null", start, end };
  if (number.test(text)) return { kind: "number", text, start, end };
  return fail(cursor, /^[-+.\d]/.test(text) ? "badNumber" : "unexpectedText", start, end);
}
