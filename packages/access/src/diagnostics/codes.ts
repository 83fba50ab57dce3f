import type { Severity } from "@castellan/policy";

/** What is known about one diagnostic code. The page `docs/errors/CODE.md` tells more. */
export interface CodeRow {
  readonly severity: Severity;
  /** A few words, as the page's heading says them. */
  readonly title: string;
  /** One sentence on what is wrong and why it matters. */
  readonly doc: string;
}

const error = (title: string, doc: string): CodeRow => ({ severity: "error", title, doc });
const warning = (title: string, doc: string): CodeRow => ({ severity: "warning", title, doc });

/** Every code that Castellan prints about what a person wrote. 00 the text, 01 names, 02 values, 03 promises, 04 profiles, 06 the plan. */
export const diagnosticCodes = {
  CST0001: error("not valid YAML", "The text cannot be read as YAML, so nothing in it can be understood."),
  CST0002: error("not a text file", "The file holds characters that no text file holds."),
  CST0003: error("too large or too deep", "The file is larger or nested deeper than any access file needs to be."),
  CST0004: error("written twice", "The same key stands twice in one place; only one of them could count."),
  CST0005: error("unknown key", "The access file has no such key here; nothing is ignored silently."),
  CST0006: error("something is missing", "A key that is needed here is not there."),
  CST0007: error(
    "another kind of value is wanted",
    "The value is a list, a map, a number or a text where another kind is wanted.",
  ),
  CST0008: error("value of the wrong form", "The value is of the right kind but not written as it must be."),
  CST0009: error(
    "unknown version of the file",
    "The first line says a version of the access file that this Castellan does not know.",
  ),
  CST0010: warning(
    "not built yet",
    "Castellan understands what is asked but does not do it yet; it says so instead of ignoring it.",
  ),
  CST0011: error(
    "aliases are not used here",
    "YAML aliases hide who gets what from a reader, so an access file has none.",
  ),
  CST0101: error("unknown account", "The name is not a key of `accounts`."),
  CST0102: error("unknown group", "The name is not a key of `groups`."),
  CST0103: error("unknown permission set", "The name is not a key of `permission-sets`."),
  CST0104: error("unknown policy or task", "The word after `use` is neither an AWS managed policy nor a task."),
  CST0105: error("unknown task", "The words name no built-in task and none of the file's own."),
  CST0106: error("unknown guardrail", "The word names no guardrail of the catalogue."),
  CST0107: error("unknown boundary", "The name is neither a key of `boundaries` nor an AWS managed policy."),
  CST0108: error("unknown unit", "The name is no organizational unit that an account of the file lives in."),
  CST0109: warning(
    "action that AWS does not know",
    "The action pattern matches no action of the catalogue, so it permits and forbids nothing.",
  ),
  CST0110: error("policy file not found", "The file named after `use` cannot be read."),
  CST0111: error("unknown role", "The word after `role` names no role of the catalogue."),
  CST0201: error(
    "account id of the wrong form",
    "AWS account ids have twelve digits and are quoted, or zeros in front are lost.",
  ),
  CST0202: error("not an e-mail address", "People and accounts are named by e-mail address."),
  CST0203: error("session out of range", "AWS lets a permission set's session last from one to twelve hours."),
  CST0204: error("name that AWS refuses", "AWS limits the length and the characters of the name."),
  CST0205: warning("fewer than two administrators", "When the only administrator is lost, nobody can let anybody in."),
  CST0206: warning(
    "shared account",
    "The name looks like an account that several people share; nobody can tell who did what.",
  ),
  CST0207: error(
    "given twice",
    "The same thing is given twice: an account id, an address, a group's name, a cell's permission set.",
  ),
  CST0208: error("policy too long", "The policy is longer than AWS accepts."),
  CST0209: error("policy that AWS refuses", "AWS would answer `MalformedPolicyDocument` to the policy."),
  CST0210: error("too many policies", "More policies hang in one place than AWS allows."),
  CST0211: error(
    "task that cannot be granted",
    "The task is told by access level: it can be asked about in a promise but not written into a policy.",
  ),
  CST0212: error(
    "management account missing",
    "`organization` names a management account that `accounts` does not have.",
  ),
  CST0213: error("guardrail words", "The words after the guardrail's name are not what it takes."),
  CST0214: warning("left but still a member", "The person has left and is still given groups; those are not granted."),
  CST0215: warning(
    "grant that a promise forbids",
    "An assignment gives a group by name what a promise of the same file says the group may not have.",
  ),
  CST0216: warning(
    "used and never given",
    "A permission set uses a task that its own `never` takes away again, so the task gives nothing.",
  ),
  CST0301: error("promise not understood", "The sentence is not one of the forms that a promise may have."),
  CST0302: warning(
    "borrowing is not built yet",
    "`except by borrowing` is understood; as nothing can be borrowed yet, the promise holds without exception.",
  ),
  CST0401: error(
    "profile of the same name",
    "The config file has a profile of that name that Castellan did not write.",
  ),
  CST0402: error(
    "torn profile block",
    "The marked block in the config file begins but does not end, or ends but does not begin.",
  ),
  CST0403: error("two profiles of one name", "Two roles would get the same profile name."),
  CST0404: error("unknown profile", "The default profile is none of the profiles that the file makes."),
  CST0601: error(
    "too few administrators",
    "After the plan fewer people could administer the management account than must.",
  ),
  CST0602: error("cuts its own path", "The plan would take away the very access under which it runs."),
  CST0603: error("not ours", "An object of that name exists and does not carry the owner's tag; it is never changed."),
  CST0604: error(
    "over AWS's quota",
    "AWS would refuse the change half-way, because there would be too much of something.",
  ),
  CST0605: error(
    "account not in the organization",
    "The file gives the id of an account that the organization does not have.",
  ),
  CST0606: error("account needs an e-mail address", "AWS creates an account only with an e-mail address of its own."),
  CST0607: error(
    "Identity Center is not enabled",
    "There is no instance in the Region, and AWS offers no API to make one.",
  ),
  CST0608: error("another management account", "The credentials lead to another organization than the file is about."),
  CST0609: error(
    "policy missing in an account",
    "A customer managed policy must exist in every account where a set names it.",
  ),
  CST0610: error(
    "comes from an external directory",
    "The group is written by an identity provider, which would undo the change.",
  ),
} as const satisfies Record<`CST${string}`, CodeRow>;

/** A code that is in the table. */
export type DiagnosticCode = keyof typeof diagnosticCodes;

/** The page of a code, relative to the repository. */
export function documentOf(code: DiagnosticCode): string {
  return `docs/errors/${code}.md`;
}
