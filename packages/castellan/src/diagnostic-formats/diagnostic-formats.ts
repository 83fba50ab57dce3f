import { diagnosticJson, printDiagnostic } from "@castellan/access";
import type { Diagnostic, Severity } from "@castellan/policy";
import { type DiagnosedText, textOf } from "./diagnosed-text.ts";
import { fingerprints } from "./fingerprint.ts";
import { githubAnnotation } from "./github-annotation.ts";
import { sarifLog } from "./sarif-log.ts";

/** How diagnostics are written: for a reader, for a program, for code scanning, for a GitHub workflow. */
export const diagnosticFormatNames = ["text", "json", "sarif", "github"] as const;

/** One of the ways to write diagnostics. */
export type DiagnosticFormat = (typeof diagnosticFormatNames)[number];

/** What a format may use beside the diagnostics. */
export interface FormatStyle {
  /** Colours beside the words, in `text` only. */
  readonly color?: boolean;
  /** What leads from the root of the sources to the working folder, in `sarif` and `github`: they count from the root. */
  readonly below?: string;
}

/** Writes diagnostics about texts as one document; empty where the format has nothing to say. */
export type FormatDiagnostics = (
  diagnostics: readonly Diagnostic[],
  texts: readonly DiagnosedText[],
  style?: FormatStyle,
) => string;

/** Every format's writer. A diagnostic's text is found by the file that its span names. */
export const diagnosticFormats: Readonly<Record<DiagnosticFormat, FormatDiagnostics>> = {
  text: (diagnostics, texts, style = {}) =>
    diagnostics.map((one) => `${printDiagnostic(one, textOf(texts, one.span?.file), style)}\n`).join("\n"),
  json: (diagnostics, texts) => JSON.stringify(lintDocument(diagnostics, texts), null, 2),
  sarif: (diagnostics, texts, { below } = {}) => JSON.stringify(sarifLog(diagnostics, texts, below), null, 2),
  github: (diagnostics, _, { below } = {}) => diagnostics.map((one) => githubAnnotation(one, below)).join("\n"),
};

/** True for the name of a format. */
export function isDiagnosticFormat(name: unknown): name is DiagnosticFormat {
  return diagnosticFormatNames.some((known) => known === name);
}

/** How many diagnostics there are of each severity. */
export function countSeverities(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, suggestion: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** The document `castellan.lint/1`. */
function lintDocument(diagnostics: readonly Diagnostic[], texts: readonly DiagnosedText[]): object {
  const prints = fingerprints(diagnostics, texts);
  return {
    format: "castellan.lint/1",
    files: texts.map(({ file, kind }) => ({ file, kind })),
    counts: countSeverities(diagnostics),
    diagnostics: diagnostics.map((one, at) => ({ ...diagnosticJson(one), fingerprint: prints[at] })),
  };
}
