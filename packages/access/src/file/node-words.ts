import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { FileNode } from "./shape.ts";

/** What a node is, in words that fit after "found". */
export function nodeInWords(node: FileNode): string {
  if (node === null || node === undefined) return "nothing";
  if (isAlias(node)) return "an alias";
  if (isMap(node)) return "a map";
  if (isSeq(node)) return "a list";
  if (!isScalar(node)) return "nothing";
  return scalarInWords(node.value);
}

function scalarInWords(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "number" || typeof value === "bigint") return "a number";
  if (typeof value === "boolean") return `\`${String(value)}\``;
  return "text";
}
