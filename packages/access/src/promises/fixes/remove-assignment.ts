import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Source } from "../../estate.ts";
import { lineStart, nextLine, pairsOf, pairsUnder, type PlacedPair, spliced } from "./yaml-places.ts";

/** The text of an access file without the permission set of a row that stands at a place; nothing else is touched. */
export function removeAssignment(text: string, { line, column }: Source): string | undefined {
  const offset = offsetOf(text, line, column);
  for (const row of pairsUnder(text, ["access"])) {
    if (!isMap(row.value)) continue;
    const cells = pairsOf(row.value);
    const at = cells.findIndex(({ value, end }) => (value.range?.[0] ?? end) <= offset && offset < end);
    const cell = cells[at];
    if (cell === undefined) continue;
    if (isSeq(cell.value) && cell.value.items.length > 1) return withoutItem(text, cell.value.items, offset);
    if (cells.length === 1) return withoutLines(text, row);
    return row.value.flow === true ? withoutPart(text, cells, at) : withoutLines(text, cell);
  }
  return undefined;
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let seen = 1; seen < line; seen += 1) start = nextLine(text, start);
  return start + column - 1;
}

function withoutItem(text: string, items: readonly unknown[], offset: number): string | undefined {
  const places = items.flatMap((item) => (isPlaced(item) ? [{ start: item.range[0], end: item.range[1] }] : []));
  const at = places.findIndex(({ start, end }) => start <= offset && offset < end);
  return at === -1 || places.length !== items.length ? undefined : withoutPart(text, places, at);
}

function isPlaced(item: unknown): item is Node & { readonly range: readonly [number, number, number] } {
  return isScalar(item) && item.range != null;
}

/** One part of several between commas goes with the comma. */
function withoutPart(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
  at: number,
): string | undefined {
  const [before, part, after] = [parts[at - 1], parts[at], parts[at + 1]];
  if (part === undefined) return undefined;
  if (before !== undefined) return spliced(text, before.end, part.end, "");
  return after === undefined ? undefined : spliced(text, part.start, after.start, "");
}

function withoutLines(text: string, { start, end }: Pick<PlacedPair, "start" | "end">): string {
  return spliced(text, lineStart(text, start), text[end - 1] === "\n" ? end : nextLine(text, end), "");
}
