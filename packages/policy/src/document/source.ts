import type { Position, Span } from "../diagnostic.ts";

/** A text that positions refer to. */
export interface Source {
  readonly text: string;
  readonly file?: string;
}

/** A stretch of a source by offsets, end exclusive. */
export interface Located {
  readonly start: number;
  readonly end: number;
}

const lineStartsOf = new WeakMap<Source, readonly number[]>();

/** The line and column of an offset. */
export function positionAt(source: Source, offset: number): Position {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { offset, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The span of a located part of a source. */
export function spanOf(source: Source, part: Located): Span {
  const span = { start: positionAt(source, part.start), end: positionAt(source, part.end) };
  return source.file === undefined ? span : { file: source.file, ...span };
}

function lineStarts(source: Source): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at !== -1; at = source.text.indexOf("\n", at + 1)) starts.push(at + 1);
  lineStartsOf.set(source, starts);
  return starts;
}
