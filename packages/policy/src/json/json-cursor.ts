import type { JsonFault, JsonProblem } from "./json-node.ts";

/** Where a JSON parser stands in its text; the first fault stops it. */
export interface JsonCursor {
  readonly text: string;
  readonly maxDepth: number;
  at: number;
  depth: number;
  fault: JsonFault | undefined;
}

const longestExcerpt = 40;

/** Records a fault (the first one stays) and answers undefined, the parser's sign of failure. */
export function fail(cursor: JsonCursor, problem: JsonProblem, start: number, end: number): undefined {
  const stop = Math.max(start, Math.min(end, cursor.text.length));
  cursor.fault ??= {
    problem,
    start,
    end: stop,
    found: cursor.text.slice(start, Math.min(stop, start + longestExcerpt)),
  };
  return undefined;
}

/** Fails because of the character under the cursor, or because there is none. */
export function failHere(cursor: JsonCursor): undefined {
  const problem = cursor.at < cursor.text.length ? "unexpectedText" : "unexpectedEnd";
  return fail(cursor, problem, cursor.at, cursor.at + 1);
}

/** Moves over JSON white space to the next character and answers its code, or -1 at the end. */
export function peek(cursor: JsonCursor): number {
  const { text } = cursor;
  for (let { at } = cursor; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x20 || (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)) {
      cursor.at = at;
      return code;
    }
  }
  cursor.at = text.length;
  return -1;
}
