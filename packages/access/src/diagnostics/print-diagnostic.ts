import type { Diagnostic, Severity, Span } from "@castellan/policy";
import { displayWidth, printable } from "./display-width.ts";

/** How a diagnostic is printed. */
export interface PrintOptions {
  /** Colours beside the words; nothing is said by colour alone. */
  readonly color?: boolean;
}

type Paint = (text: string) => string;
interface Pen {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

const ansi =
  (open: string): Paint =>
  (text) =>
    `\u001b[${open}m${text}\u001b[0m`;
const plain: Paint = (text) => text;
const plainPen: Pen = { strong: plain, faint: plain, severity: { error: plain, warning: plain, suggestion: plain } };
const colorPen: Pen = {
  strong: ansi("1"),
  faint: ansi("34"),
  severity: { error: ansi("1;31"), warning: ansi("1;33"), suggestion: ansi("1;36") },
};

/** Longest piece of a source line that is shown; the rest is cut around the fault. */
const shownColumns = 140;

/** A diagnostic as a frame: head, place, the line with carets, the other places, help, where to read more. */
export function printDiagnostic(diagnostic: Diagnostic, sourceText: string, options: PrintOptions = {}): string {
  const pen = options.color === true ? colorPen : plainPen;
  const paint = pen.severity[diagnostic.severity];
  const head = `${paint(`${diagnostic.severity}[${diagnostic.code}]`)}${pen.strong(`: ${printable(diagnostic.message)}`)}`;
  return [head, ...frame(diagnostic, sourceText, pen), ...tail(diagnostic)].join("\n");
}

function frame(diagnostic: Diagnostic, sourceText: string, pen: Pen): readonly string[] {
  const { span } = diagnostic;
  if (span === undefined) return [];
  const others = (diagnostic.notes ?? []).filter((note) => note.span !== undefined && note.span.file === span.file);
  const gutter = Math.max(
    ...[span, ...others.map((note) => note.span ?? span)].map((one) => String(one.start.line).length),
  );
  const blank = pen.faint(`${" ".repeat(gutter)} |`);
  const lines = sourceText.split("\n");
  const place = `${" ".repeat(gutter)}${pen.faint("-->")} ${span.file ?? "input"}:${span.start.line}:${span.start.column}`;
  const snippet = (at: Span, mark: string, label: string, paint: Paint) => [
    blank,
    ...excerpt(lines, at, { gutter, mark, label, paint, pen }),
  ];
  return [
    place,
    ...snippet(span, "^", diagnostic.label ?? "", pen.severity[diagnostic.severity]),
    ...others.flatMap((note) => snippet(note.span ?? span, "-", note.message, pen.faint)),
  ];
}

interface Marking {
  readonly gutter: number;
  readonly mark: string;
  readonly label: string;
  readonly paint: Paint;
  readonly pen: Pen;
}

function excerpt(lines: readonly string[], span: Span, marking: Marking): readonly string[] {
  const line = (lines[span.start.line - 1] ?? "").replace(/\r$/, "");
  const from = Math.min(span.start.column - 1, line.length);
  const to = span.end.line === span.start.line ? Math.min(span.end.column - 1, line.length) : line.length;
  const cut = Math.max(0, from - shownColumns / 2);
  const before = cut > 0 ? "…" : "";
  const shown = printable(line.slice(cut, cut + shownColumns));
  const lead = " ".repeat(displayWidth(before + printable(line.slice(cut, from))));
  const width = Math.max(1, displayWidth(printable(line.slice(from, Math.min(to, cut + shownColumns)))));
  const bar = marking.pen.faint("|");
  const number = marking.pen.faint(String(span.start.line).padStart(marking.gutter));
  const label = marking.label === "" ? "" : ` ${printable(marking.label)}`;
  return [
    `${number} ${bar} ${before}${shown}${cut + shownColumns < line.length ? "…" : ""}`,
    `${" ".repeat(marking.gutter)} ${bar} ${lead}${marking.paint(marking.mark.repeat(width) + label)}`,
  ];
}

function tail(diagnostic: Diagnostic): readonly string[] {
  const apart = (diagnostic.notes ?? []).filter(
    (note) => note.span === undefined || note.span.file !== diagnostic.span?.file,
  );
  const notes = apart.map((note) => `note: ${printable(note.message)}${placeOf(note.span)}`);
  const fix = diagnostic.fix === undefined ? "" : "  (castellan lint --fix does it)";
  const help = diagnostic.help === undefined ? [] : [`help: ${printable(diagnostic.help)}${fix}`];
  return [...notes, ...help, `more: castellan help ${diagnostic.code}`];
}

function placeOf(span: Span | undefined): string {
  return span === undefined ? "" : ` (${span.file ?? "input"}:${span.start.line}:${span.start.column})`;
}
