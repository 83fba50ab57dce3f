import type { Diagnostic } from "@castellan/policy";
import { diagnosticCodes, documentOf, type DiagnosticCode } from "./codes.ts";

/** A diagnostic as it stands in `--json` output (`castellan.diagnostics/1`). */
export interface DiagnosticJson extends Diagnostic {
  /** What the code means, and its page; absent for codes of other tables. */
  readonly title?: string;
  readonly page?: string;
}

/** Adds to a diagnostic what a program cannot look up in the table. */
export function diagnosticJson(diagnostic: Diagnostic): DiagnosticJson {
  if (!isKnown(diagnostic.code)) return diagnostic;
  return { ...diagnostic, title: diagnosticCodes[diagnostic.code].title, page: documentOf(diagnostic.code) };
}

function isKnown(code: string): code is DiagnosticCode {
  return Object.hasOwn(diagnosticCodes, code);
}
