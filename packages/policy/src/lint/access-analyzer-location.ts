import { positionAt, type Located, type Source } from "../document/source.ts";
import type { JsonNode } from "../json/json-node.ts";

/** A step from a JSON value inwards, as ValidatePolicy names it [accessanalyzer-2019-11-01, PathElement]. */
export type PathElement =
  | { readonly index: number }
  | { readonly key: string }
  | { readonly value: string }
  | { readonly substring: { readonly start: number; readonly length: number } };

/** A place as ValidatePolicy counts it: lines from 1, columns and offsets from 0. */
export interface AccessAnalyzerPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A location of a finding of ValidatePolicy; the end of the span is exclusive. */
export interface AccessAnalyzerLocation {
  readonly path: readonly PathElement[];
  readonly span: { readonly start: AccessAnalyzerPosition; readonly end: AccessAnalyzerPosition };
}

/** Where a part of a document is, in ValidatePolicy's form; without a readable document the path is empty. */
export function accessAnalyzerLocation(
  source: Source,
  document: JsonNode | undefined,
  part: Located,
): AccessAnalyzerLocation {
  const path = document === undefined ? [] : pathTo(document, part);
  return { path, span: { start: place(source, part.start), end: place(source, part.end) } };
}

function place(source: Source, at: number): AccessAnalyzerPosition {
  const { line, column, offset } = positionAt(source, at);
  return { line, column: column - 1, offset };
}

/** The way to the innermost value that holds the part: `value` leads to a member, `key` to its name. */
function pathTo(node: JsonNode, part: Located): readonly PathElement[] {
  if (node.node === "text") return substring(node, part);
  if (node.node === "array") {
    const index = node.items.findIndex((item) => holds(item, part));
    const item = node.items[index];
    return item === undefined ? [] : [{ index }, ...pathTo(item, part)];
  }
  if (node.node !== "object") return [];
  for (const { name, value } of node.members) {
    if (holds(name, part)) return [{ key: name.value }];
    if (holds(value, part)) return [{ value: name.value }, ...pathTo(value, part)];
    if (part.start === name.start && part.end === value.end) return [{ value: name.value }];
  }
  return [];
}

/** A stretch within a string, counted without the quotation mark. */
function substring(text: Located, part: Located): readonly PathElement[] {
  if (part.start === text.start && part.end === text.end) return [];
  return [{ substring: { start: Math.max(0, part.start - text.start - 1), length: part.end - part.start } }];
}

function holds(outer: Located, inner: Located): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
