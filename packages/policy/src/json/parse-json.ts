import { fail, failHere, peek, type JsonCursor } from "./json-cursor.ts";
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
import { scanPlainList } from "./scan-plain-list.ts";
import { scanString } from "./scan-string.ts";

/** How long and how deeply nested a JSON text may be. */
export interface JsonLimits {
  /** Longest text, in UTF-16 units. */
  readonly maxLength: number;
  /** Deepest nesting of objects and arrays. */
  readonly maxDepth: number;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Parses strict JSON (RFC 8259) with positions; a repeated member name or a lone surrogate is a fault. */
export function parseJson(text: string, limits: JsonLimits): ParsedJson {
  const cursor: JsonCursor = { text, maxDepth: limits.maxDepth, at: 0, depth: 0, fault: undefined };
  const value = text.length > limits.maxLength ? fail(cursor, "tooLong", 0, text.length) : parseWhole(cursor);
  if (value !== undefined) return { kind: "json", value };
  return { kind: "fault", fault: cursor.fault ?? { problem: "unexpectedEnd", start: 0, end: 0, found: "" } };
}

function parseWhole(cursor: JsonCursor): JsonNode | undefined {
  const value = parseValue(cursor);
  return value === undefined || peek(cursor) === -1 ? value : failHere(cursor);
}

function parseValue(cursor: JsonCursor): JsonNode | undefined {
  const code = peek(cursor);
  if (code === quote) return scanString(cursor);
  if (code !== openBrace && code !== openBracket) return parseWord(cursor);
  if (cursor.depth === cursor.maxDepth) return fail(cursor, "tooDeep", cursor.at, cursor.at + 1);
  cursor.depth += 1;
  const value = code === openBrace ? parseObject(cursor) : parseArray(cursor);
  cursor.depth -= 1;
  return value;
}

function parseObject(cursor: JsonCursor): JsonObject | undefined {
  const start = cursor.at;
  const members: JsonMember[] = [];
  let names: Set<string> | undefined;
  if (isEmpty(cursor, closeBrace)) return { node: "object", members, start, end: cursor.at };
  do {
    const member = parseMember(cursor);
    if (member === undefined) return undefined;
    const { name } = member;
    if (members.length === fewNames) names = new Set(members.map((earlier) => earlier.name.value));
    if (names === undefined ? isAmong(members, name.value) : names.has(name.value))
      return fail(cursor, "duplicateMember", name.start, name.end);
    names?.add(name.value);
    members.push(member);
  } while (isFollowed(cursor, closeBrace));
  return cursor.fault ? undefined : { node: "object", members, start, end: cursor.at };
}

/** So many names are compared one by one before a set is made of them. */
const fewNames = 12;

function isAmong(members: readonly JsonMember[], name: string): boolean {
  for (const member of members) if (member.name.value === name) return true;
  return false;
}

function parseMember(cursor: JsonCursor): JsonMember | undefined {
  if (peek(cursor) !== quote) return failHere(cursor);
  const name = scanString(cursor);
  if (name === undefined) return undefined;
  if (peek(cursor) !== colon) return failHere(cursor);
  cursor.at += 1;
  const value = parseValue(cursor);
  return value && { name, value };
}

function parseArray(cursor: JsonCursor): JsonArray | undefined {
  const plain = scanPlainList(cursor);
  if (plain !== undefined) return plain;
  const start = cursor.at;
  const items: JsonNode[] = [];
  if (isEmpty(cursor, closeBracket)) return { node: "array", items, start, end: cursor.at };
  do {
    const item = parseValue(cursor);
    if (item === undefined) return undefined;
    items.push(item);
  } while (isFollowed(cursor, closeBracket));
  return cursor.fault ? undefined : { node: "array", items, start, end: cursor.at };
}

/** Moves over an opening bracket, and over the closing one if it follows at once. */
function isEmpty(cursor: JsonCursor, close: number): boolean {
  cursor.at += 1;
  if (peek(cursor) !== close) return false;
  cursor.at += 1;
  return true;
}

/** Moves over a comma or the closing bracket and tells whether it was the comma; anything else is a fault. */
function isFollowed(cursor: JsonCursor, close: number): boolean {
  const code = peek(cursor);
  if (code === comma || code === close) cursor.at += 1;
  else failHere(cursor);
  return code === comma;
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
  if (text === "true" || text === "false") return { node: "boolean", value: text === "true", start, end };
  if (text === "null") return { node: "null", start, end };
  if (number.test(text)) return { node: "number", text, start, end };
  return fail(cursor, /^[-+.\d]/.test(text) ? "badNumber" : "unexpectedText", start, end);
}
