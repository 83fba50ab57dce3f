import type { Diagnostic, Span } from "@castellan/policy";
import type { LineCounter, Node } from "yaml";
import { type DiagnosticDetail, diagnose } from "../diagnostics/diagnose.ts";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import { nearName } from "./near-name.ts";

/** Suggestions cost time, so a file full of unknown names gets them for its first few only. */
const mostSuggestions = 100;

/** One pass over one file: where places and diagnostics come from. */
export class Reading {
  readonly file: string;
  readonly text: string;
  readonly diagnostics: Diagnostic[] = [];
  /** Keys whose values could not be read; nobody complains that they are unknown. */
  readonly broken = new Set<string>();
  readonly #lines: LineCounter;
  #suggestions = 0;

  constructor(file: string, text: string, lines: LineCounter) {
    this.file = file;
    this.text = text;
    this.#lines = lines;
  }

  /** The place between two offsets in the text. */
  span(start: number, end: number): Span {
    return { file: this.file, start: this.#position(start), end: this.#position(Math.max(start, end)) };
  }

  /** The place of a node's value; `at` where the node has none of its own. */
  spanOf(node: Node | null | undefined, at: Span): Span {
    const range = node?.range;
    if (range === null || range === undefined || range[0] === range[1]) return at;
    return this.span(range[0], range[1]);
  }

  /** Notes a fault and goes on. */
  report(code: DiagnosticCode, message: string, detail: DiagnosticDetail = {}): void {
    this.diagnostics.push(diagnose(code, message, detail));
  }

  /** The name that a mistyped one most likely means. */
  near(name: string, candidates: Iterable<string>): string | undefined {
    this.#suggestions += 1;
    return this.#suggestions > mostSuggestions ? undefined : nearName(name, candidates);
  }

  #position(offset: number): Span["start"] {
    const { line, col } = this.#lines.linePos(offset);
    return { offset, line: Math.max(1, line), column: Math.max(1, col) };
  }
}
