/** What AWS's models demand of inputs beyond types, as a graph of shapes; only shapes that lead to a constraint are in it. */
export interface ServiceConstraints {
  readonly shapes: Readonly<Record<string, ShapeConstraint>>;
  /** The name of each operation's input shape. */
  readonly operations: Readonly<Record<string, string>>;
}

/** The demands on one shape. Lengths count characters, bytes, items or entries. */
export type ShapeConstraint =
  | StructureConstraint
  | { readonly type: "list"; readonly member?: string; readonly min?: number; readonly max?: number }
  | {
      readonly type: "map";
      readonly key?: string;
      readonly value?: string;
      readonly min?: number;
      readonly max?: number;
    }
  | StringConstraint
  | { readonly type: "number"; readonly min?: number; readonly max?: number };

/** The demands on a structure: those on its members, and which of them must be there. */
export interface StructureConstraint {
  readonly type: "structure";
  readonly members: Readonly<Record<string, string>>;
  readonly required: readonly string[];
}

/** The demands on a text or on bytes. */
export interface StringConstraint {
  readonly type: "string";
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

/** Turns a pattern of AWS's models into a test of a whole text; undefined when the pattern cannot be tested here. */
export type CompilePattern = (pattern: string) => RegExp | undefined;
