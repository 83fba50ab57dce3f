import type { Diagnostic, Severity } from "../diagnostic.ts";
import { spanOf, type Source } from "../document/source.ts";
import type { Finding, FindingType } from "./finding.ts";

const severities: Readonly<Record<FindingType, Severity>> = {
  ERROR: "error",
  SECURITY_WARNING: "warning",
  WARNING: "warning",
  SUGGESTION: "suggestion",
};

/** A finding as a diagnostic under AWS's issue code; a security warning is a warning with a note that says so. */
export function asDiagnostic(source: Source, finding: Finding): Diagnostic {
  const { code, type, details, locations, help, fix } = finding;
  const [first, ...others] = locations;
  const notes = [
    ...(type === "SECURITY_WARNING" ? [{ message: "this weakens security" }] : []),
    ...others.map((part) => ({ message: "and here", span: spanOf(source, part) })),
  ];
  return {
    code,
    severity: severities[type],
    message: details,
    ...(first && { span: spanOf(source, first) }),
    ...(notes.length > 0 && { notes }),
    ...(help !== undefined && { help }),
    ...(fix && { fix }),
  };
}
