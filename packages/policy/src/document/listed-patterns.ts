import type { PlainList } from "../json/scan-plain-list.ts";
import type { ActionElement, ResourceElement, Text } from "./policy-node.ts";

/**
 * An element over a plain list, whose patterns are made when first asked for: most statements of most policies are
 * never held against a request. `patterns` is a getter here: a copy made by spreading has to take it along.
 */
export class ListedPatterns<N extends "action" | "resource"> {
  readonly node: N;
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
  readonly list: PlainList;

  constructor(node: N, negated: boolean, start: number, list: PlainList) {
    this.node = node;
    this.negated = negated;
    this.start = start;
    this.end = list.end;
    this.list = list;
  }

  get patterns(): readonly Text[] {
    return this.list.items;
  }

  /** The same as a plain record. */
  toJSON(): ActionElement | ResourceElement {
    const { node, negated, patterns, start, end } = this;
    return { node, negated, patterns, start, end };
  }
}
