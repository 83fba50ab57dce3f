import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";

/** A pair of a map in a text, with where its key begins and its value ends. */
export interface PlacedPair {
  readonly key: string;
  readonly value: Node;
  readonly start: number;
  readonly end: number;
}

/** The pairs of a map that stands under these keys, one inside the other; none if there is no such map. */
export function pairsUnder(text: string, keys: readonly string[]): readonly PlacedPair[] {
  let node: unknown = parseDocument(text, { uniqueKeys: false, merge: false }).contents;
  for (const key of keys) node = isMap(node) ? pairsOf(node).find((pair) => pair.key === key)?.value : undefined;
  return isMap(node) ? pairsOf(node) : [];
}

/** The pairs of a map that have a plain key and a value. */
export function pairsOf(map: YAMLMap): readonly PlacedPair[] {
  return map.items.flatMap((pair) => placed(pair) ?? []);
}

function placed({ key, value }: Pair): PlacedPair | undefined {
  if (!isScalar(key) || !isNode(value) || key.range == null || value.range == null) return undefined;
  return { key: String(key.value), value, start: key.range[0], end: value.range[1] };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "range" in value;
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line after an offset begins: the end of the text if there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}

/** A text with a stretch of it replaced. */
export function spliced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** A text with something put in at an offset. */
export function inserted(text: string, at: number, what: string): string {
  return spliced(text, at, at, what);
}
