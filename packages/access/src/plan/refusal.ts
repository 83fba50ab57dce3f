import type { Diagnostic, Span } from "@castellan/policy";
import type { Source } from "../estate.ts";

/** Every code that stops a plan. 06 the plan; each has a page in docs/errors. */
export const planCodes = {
  CST0601: row(
    "too few administrators",
    "After the plan fewer people could administer the management account than must.",
  ),
  CST0602: row("cuts its own path", "The plan would take away the very access under which it runs."),
  CST0603: row("not ours", "An object of that name exists and does not carry the owner's tag; it is never changed."),
  CST0604: row(
    "over AWS's quota",
    "AWS would refuse the change half-way, because there would be too much of something.",
  ),
  CST0605: row(
    "account not in the organization",
    "The file gives the id of an account that the organization does not have.",
  ),
  CST0606: row("account needs an e-mail address", "AWS creates an account only with an e-mail address of its own."),
  CST0607: row(
    "Identity Center is not enabled",
    "There is no instance in the Region, and AWS offers no API to make one.",
  ),
  CST0608: row("another management account", "The credentials lead to another organization than the file is about."),
  CST0609: row(
    "policy missing in an account",
    "A customer managed policy must exist in every account where a set names it.",
  ),
  CST0610: row(
    "comes from an external directory",
    "The group is written by an identity provider, which would undo the change.",
  ),
} as const;

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
} as const satisfies Record<string, keyof typeof planCodes>;

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

function row(title: string, doc: string) {
  return { severity: "error" as const, title, doc };
}
