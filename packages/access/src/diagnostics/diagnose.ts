import type { Diagnostic } from "@castellan/policy";
import { type DiagnosticCode, diagnosticCodes } from "./codes.ts";

/** Everything of a diagnostic that its code does not say. */
export type DiagnosticDetail = Omit<Diagnostic, "code" | "severity" | "message">;

/** Makes a diagnostic with the severity that the table gives its code. */
export function diagnose(code: DiagnosticCode, message: string, detail: DiagnosticDetail = {}): Diagnostic {
  return { code, severity: diagnosticCodes[code].severity, message, ...detail };
}

/** True when at least one diagnostic is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** The diagnostics by place in the file, those without a place last; equal places by code. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => placeOf(a) - placeOf(b) || a.code.localeCompare(b.code));
}

function placeOf(diagnostic: Diagnostic): number {
  return diagnostic.span?.start.offset ?? Number.MAX_SAFE_INTEGER;
}
