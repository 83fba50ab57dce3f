import type { Span } from "@castellan/policy";
import type { Node } from "yaml";
import type { Reading } from "./reading.ts";

/** A JSON Schema (draft-7), as far as the access file needs it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** A node of the file as the parser gives it; `null` where nothing was written. */
export type FileNode = Node | null | undefined;

/**
 * What may stand somewhere in the file. One definition gives the reader, its messages and the editor's schema.
 * `read` answers `undefined` after it has reported why.
 */
export interface Shape<T> {
  /** What is wanted, in words that fit after "expected". */
  readonly words: string;
  readonly schema: JsonSchema;
  read(node: FileNode, reading: Reading, at: Span): T | undefined;
}

/** A key of an object in the file. */
export interface Field<T, Needed extends boolean = boolean> {
  readonly shape: Shape<T>;
  readonly needed: Needed;
  readonly doc: string;
}

/** A key that must be there. */
export function needed<T>(shape: Shape<T>, doc: string): Field<T, true> {
  return { shape, needed: true, doc };
}

/** A key that may be there. */
export function optional<T>(shape: Shape<T>, doc: string): Field<T, false> {
  return { shape, needed: false, doc };
}

/** The value that a shape reads. */
export type ValueOf<S> = S extends Shape<infer T> ? T : never;
