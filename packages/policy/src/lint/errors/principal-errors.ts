import { kindRules } from "../../document/kind-rules.ts";
import type { Condition, PolicyKind, Statement } from "../../document/policy-node.ts";
import { memberOf } from "../../document/read-values.ts";
import type { Located } from "../../document/source.ts";
import type { JsonMember } from "../../json/json-node.ts";
import { conditionOperators } from "../../condition/operators.ts";
import { closest } from "../closest.ts";
import { replaceWith } from "../edit.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { errorCheck, withFix, wrongName } from "./error-check.ts";
import { findPrincipals } from "./organization-errors.ts";

const principalKeys = ["AWS", "CanonicalUser", "Federated", "Service"];

/** Errors in `Principal` and `NotPrincipal`. */
export const principalErrors: readonly LintCheck[] = [
  errorCheck("INVALID_PRINCIPAL_FORMAT", "Invalid principal format", (subject) =>
    namesPrincipals(subject) ? [...findUntyped(subject), ...findMalformed(subject)] : [],
  ),
  errorCheck("INVALID_PRINCIPAL_KEY", "Invalid principal key", (subject) =>
    namesPrincipals(subject) ? findKeys(subject) : [],
  ),
  errorCheck("UNSUPPORTED_PRINCIPAL", "Unsupported principal", findUnsupported),
  errorCheck("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", "Unsupported wildcard in principal", (subject) =>
    namesPrincipals(subject) ? entriesOf(subject).filter(hasWildcard).map(partialWildcard) : [],
  ),
  errorCheck("FEDERATED_PRINCIPAL_NOT_SUPPORTED", "Federated principal not supported", findFederated),
  errorCheck(
    "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
    "Unsupported condition key for service principal",
    ({ statements }) => statements.flatMap(findServiceKeys),
  ),
];

/** Whether the kind of policy names principals one by one. */
function namesPrincipals({ kind }: LintSubject): boolean {
  return kindRules[kind].principal === "required";
}

/** A name under its type, both as written. */
interface NamedPrincipal extends Located {
  readonly type: string;
  readonly value: string;
}

/** The names in all statements, also in those that say nothing else that makes sense. */
function entriesOf(subject: LintSubject): readonly NamedPrincipal[] {
  return principalMembers(subject).flatMap(({ value }) =>
    value.node === "object" ? value.members.flatMap(namesUnder) : [],
  );
}

function namesUnder({ name, value }: JsonMember): readonly NamedPrincipal[] {
  const items = value.node === "array" ? value.items : [value];
  return items.flatMap((item) =>
    item.node === "text" ? [{ type: name.value, value: item.value, start: item.start, end: item.end }] : [],
  );
}

function principalMembers({ statementObjects }: LintSubject): readonly JsonMember[] {
  return statementObjects.flatMap((statement) =>
    ["Principal", "NotPrincipal"].flatMap((name) => memberOf(statement, name) ?? []),
  );
}

function findUntyped(subject: LintSubject): readonly FoundAt[] {
  return principalMembers(subject).flatMap(({ value }) => {
    if (value.node !== "text" || value.value === "*") return [];
    const found = {
      at: [value],
      details: `\`${value.value}\` stands without the type of principal`,
      help: `write \`{ "${typeOf(value.value)}": … }\``,
    };
    const pair = `{ "${typeOf(value.value)}": ${JSON.stringify(value.value)} }`;
    return [withFix(found, replaceWith(subject.policy.source, value, pair))];
  });
}

function typeOf(name: string): string {
  if (/-provider\//.test(name)) return "Federated";
  return /^[a-z0-9.-]+\.amazonaws\.com/.test(name) ? "Service" : "AWS";
}

/** Names that the parser refuses for another reason than a wildcard. */
function findMalformed(subject: LintSubject): readonly FoundAt[] {
  const refused = new Set(
    subject.faults
      .filter(({ name }) => name === "invalidPrincipal")
      .map(({ diagnostic }) => diagnostic.span?.start.offset),
  );
  return entriesOf(subject)
    .filter(({ type, start }) => (type === "AWS" || type === "CanonicalUser") && refused.has(start))
    .filter(({ value }) => !/[*?]|\$\{/.test(value))
    .map((entry) => ({
      at: [entry],
      details: `\`${entry.value}\` does not name a principal`,
      help: "write an account id or the ARN of a role or user",
    }));
}

function findKeys(subject: LintSubject): readonly FoundAt[] {
  const names = principalMembers(subject).flatMap(({ value }) =>
    value.node === "object" ? value.members.map(({ name }) => name) : [],
  );
  return names
    .filter(({ value }) => !principalKeys.includes(value))
    .map((name) => {
      const help = "types are `AWS`, `Service`, `Federated` and `CanonicalUser`";
      const details = `\`${name.value}\` is not a type of principal`;
      return wrongName(subject, name, details, closest(name.value, principalKeys), help);
    });
}

/** Kinds in which a principal is refused under this code; a service control policy has a code of its own. */
const withoutPrincipal: ReadonlySet<PolicyKind> = new Set<PolicyKind>(["identity", "boundary", "session"]);

function findUnsupported(subject: LintSubject): readonly FoundAt[] {
  if (!withoutPrincipal.has(subject.kind)) return [];
  const details = `a policy of this kind (${kindRules[subject.kind].noun}) names no principal`;
  return findPrincipals(subject, details, "it applies to whom it is attached to; remove the element");
}

/** A star is possible only as the whole name, bare or under `AWS`. */
function hasWildcard({ type, value }: NamedPrincipal): boolean {
  if (type === "AWS" && value === "*") return false;
  return /[*?]/.test(value);
}

function partialWildcard(entry: NamedPrincipal): FoundAt {
  return {
    at: [entry],
    details: `\`${entry.value}\` has a wildcard, which \`${entry.type}\` does not take`,
    help:
      entry.type === "AWS"
        ? "name the account and test `aws:PrincipalArn` in a condition, or write `*` alone"
        : "name each in full",
  };
}

function findFederated(subject: LintSubject): readonly FoundAt[] {
  if (subject.kind !== "resource" && subject.kind !== "vpcEndpoint") return [];
  return entriesOf(subject)
    .filter(({ type }) => type === "Federated")
    .map((entry) => ({
      at: [entry],
      details: "only a role trust policy names an identity provider",
      help: "name the role that its users take on",
    }));
}

/**
 * Keys that a call by a service itself never has, in lower case; those ending in a slash are followed by a tag
 * [IAM User Guide, reference_policies_condition-keys, availability of each key, 2026].
 */
const callerKeys = ["aws:principalorgid", "aws:principalorgpaths", "aws:principaltag/", "aws:username"];

function findServiceKeys({ effect, principal, conditions }: Statement): readonly FoundAt[] {
  const services = principal?.negated === false && principal.entries.every(({ type }) => type === "Service");
  if (!services || effect !== "Allow") return [];
  return conditions.filter(isNeverMet).map(({ key }) => ({
    at: [key],
    details: `a request by a service itself never has \`${key.value}\``,
    help: "use `aws:SourceOrgID` or `aws:SourceAccount` for whom the service acts for",
  }));
}

/** Whether the condition needs a key that is never there. */
function isNeverMet({ key, name, ifExists, qualifier }: Condition): boolean {
  const lower = key.value.toLowerCase();
  const fails = !ifExists && qualifier !== "ForAllValues" && name !== "Null" && !conditionOperators[name].negated;
  return fails && callerKeys.some((known) => (known.endsWith("/") ? lower.startsWith(known) : lower === known));
}
