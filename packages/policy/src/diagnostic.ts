/** A place in a text: offset from 0 in UTF-16 units, line and column from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text, end exclusive, with the file it stands in when it stands in one. */
export interface Span {
  readonly file?: string;
  readonly start: Position;
  readonly end: Position;
}

/** How much a diagnostic matters: an `error` stops, a `warning` does not, a `suggestion` may be ignored. */
export type Severity = "error" | "warning" | "suggestion";

/** A replacement of one stretch of text by another. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A further sentence of a diagnostic, with the place it speaks of. */
export interface DiagnosticNote {
  readonly message: string;
  readonly span?: Span;
}

/** What is wrong with something a user wrote, where, and what to do about it. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span?: Span;
  /** A few words to stand under the caret. */
  readonly label?: string;
  readonly notes?: readonly DiagnosticNote[];
  readonly help?: string;
  readonly fix?: readonly Edit[];
}
