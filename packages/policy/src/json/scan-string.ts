import { fail, type JsonCursor } from "./json-cursor.ts";
import type { JsonString } from "./json-node.ts";

const quote = 0x22;
const backslash = 0x5c;
const letterU = 0x75;
const simpleEscapes = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** Reads a string whose opening quote is under the cursor. */
export function scanString(cursor: JsonCursor): JsonString | undefined {
  const start = cursor.at;
  const { text } = cursor;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      cursor.at = at + 1;
      return { node: "text", value: text.slice(start + 1, at), start, end: at + 1 };
    }
    if (code === backslash || code < 0x20 || (code >= 0xd800 && code <= 0xdfff)) return scanSlowly(cursor, start);
  }
  return fail(cursor, "unfinishedString", start, text.length);
}

function scanSlowly(cursor: JsonCursor, start: number): JsonString | undefined {
  let value = "";
  cursor.at = start + 1;
  while (cursor.at < cursor.text.length) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code === quote) {
      cursor.at += 1;
      return wellFormed(cursor, { node: "text", value, start, end: cursor.at });
    }
    if (code < 0x20) return fail(cursor, "controlCharacter", cursor.at, cursor.at + 1);
    const piece = code === backslash ? scanEscape(cursor) : cursor.text.charAt(cursor.at++);
    if (piece === undefined) return undefined;
    value += piece;
  }
  return fail(cursor, "unfinishedString", start, cursor.text.length);
}

function wellFormed(cursor: JsonCursor, node: JsonString): JsonString | undefined {
  return hasLoneSurrogate(node.value) ? fail(cursor, "loneSurrogate", node.start, node.end) : node;
}

function scanEscape(cursor: JsonCursor): string | undefined {
  const start = cursor.at;
  if (cursor.text.charCodeAt(start + 1) === letterU) return scanUnicodeEscape(cursor);
  const value = simpleEscapes.get(cursor.text.charAt(start + 1));
  cursor.at += 2;
  return value ?? fail(cursor, "badEscape", start, start + 2);
}

function scanUnicodeEscape(cursor: JsonCursor): string | undefined {
  const digits = cursor.text.slice(cursor.at + 2, cursor.at + 6);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) return fail(cursor, "badEscape", cursor.at, cursor.at + 6);
  cursor.at += 6;
  return String.fromCharCode(Number.parseInt(digits, 16));
}

function hasLoneSurrogate(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) return true;
    if (point > 0xffff) at += 1;
  }
  return false;
}
