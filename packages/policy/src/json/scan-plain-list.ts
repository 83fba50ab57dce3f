import type { JsonCursor } from "./json-cursor.ts";
import type { JsonArray, JsonString } from "./json-node.ts";

/**
 * A list of strings without escapes: most of the text of most policies, and the engine's own matcher runs over it
 * several times faster than a loop. Longer lists are read item by item, which bounds the matcher's stack.
 */
const plainList =
  /\[[ \t\n\r]*"[^"\\\0-\x1f\ud800-\udfff]*"(?:[ \t\n\r]*,[ \t\n\r]*"[^"\\\0-\x1f\ud800-\udfff]*"){0,999}[ \t\n\r]*\]/y;

/** A list of strings without escapes, which are made when first asked for; as data it is its stretch of the text. */
export class PlainList implements JsonArray {
  readonly node = "array";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  #items: readonly JsonString[] | undefined;

  constructor(text: string, start: number, end: number) {
    this.start = start;
    this.end = end;
    this.text = text;
  }

  get items(): readonly JsonString[] {
    return (this.#items ??= itemsIn(this.text, this.start, this.end));
  }

  /** The same as a plain record. */
  toJSON(): JsonArray {
    const { node, items, start, end } = this;
    return { node, items, start, end };
  }
}

/** The plain list whose opening bracket is under the cursor, or undefined for any other value. */
export function scanPlainList(cursor: JsonCursor): PlainList | undefined {
  const { text, at } = cursor;
  plainList.lastIndex = at;
  if (!plainList.test(text)) return undefined;
  cursor.at = plainList.lastIndex;
  return new PlainList(text, at, cursor.at);
}

function itemsIn(text: string, start: number, end: number): readonly JsonString[] {
  const items: JsonString[] = [];
  for (let open = text.indexOf('"', start); open !== -1 && open < end;) {
    const after = text.indexOf('"', open + 1) + 1;
    items.push({ node: "text", value: text.slice(open + 1, after - 1), start: open, end: after });
    open = text.indexOf('"', after);
  }
  return items;
}
