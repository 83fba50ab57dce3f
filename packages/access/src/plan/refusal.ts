import type { Diagnostic, Span } from "@castellan/policy";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Source } from "../estate.ts";

const codeOf = {
  tooFewAdministrators: "CST0601",
  cutsOwnPath: "CST0602",
  notOwned: "CST0603",
  overQuota: "CST0604",
  accountNotInOrganization: "CST0605",
  accountNeedsEmail: "CST0606",
  identityCenterMissing: "CST0607",
  otherManagementAccount: "CST0608",
  policyMissingInAccount: "CST0609",
  externalDirectory: "CST0610",
} as const satisfies Record<string, DiagnosticCode>;

/** Why a plan is refused. */
export type RefusalKind = keyof typeof codeOf;

/** A refusal as a diagnostic at the place in the file that asks for the change. */
export function refusal(
  kind: RefusalKind,
  message: string,
  more: { readonly help?: string; readonly source?: Source | undefined } = {},
): Diagnostic {
  return {
    code: codeOf[kind],
    severity: "error",
    message,
    ...(more.source ? { span: spanOf(more.source) } : {}),
    ...(more.help === undefined ? {} : { help: more.help }),
  };
}

/** The place of a record in the file, as a span of no width. */
export function spanOf(source: Source): Span {
  const position = { offset: source.offset ?? 0, line: source.line, column: source.column };
  return { file: source.file, start: position, end: position };
}
