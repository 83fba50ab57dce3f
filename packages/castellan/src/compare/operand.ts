import type { CompiledPolicy } from "@castellan/policy";

/** One side of a comparison: what it is called on the command line, and the policies that it means. */
export interface Operand {
  readonly name: string;
  readonly policies: readonly NamedPolicy[];
  /** What bounds the policies: the boundary of a permission set, or the one that the command line gives. */
  readonly boundary?: NamedPolicy;
}

/** A policy with where it comes from. */
export interface NamedPolicy {
  readonly origin: "file" | "AWS managed policy" | "permission set";
  /** What results call it: the file's name, the managed policy's, the permission set's. */
  readonly id: string;
  readonly text: string;
  readonly compiled: CompiledPolicy;
}
