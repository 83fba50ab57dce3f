import { rcpServices } from "../../decide/rcp-services.ts";
import { countCharacters, policyLimits, type PolicyStore } from "../../document/policy-limits.ts";
import type { PolicyKind, Statement, Text } from "../../document/policy-node.ts";
import { memberOf } from "../../document/read-values.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { errorCheck, parserError } from "./error-check.ts";

/** Errors of service control policies and resource control policies. */
export const organizationErrors: readonly LintCheck[] = [
  kindCheck("scp", "SCP_SYNTAX_ERROR_ACTION_WILDCARD", "SCP syntax error action wildcard", findWildcards),
  kindCheck("scp", "SCP_SYNTAX_ERROR_PRINCIPAL", "SCP syntax error principal", (subject) =>
    findPrincipals(subject, "a service control policy names no principal", "test `aws:PrincipalArn` in a condition"),
  ),
  kindCheck("scp", "POLICY_SIZE_EXCEEDS_SCP_QUOTA", "Policy size exceeds SCP quota", (subject) =>
    findSize(subject, "serviceControlPolicy"),
  ),
  kindCheck("rcp", "POLICY_SIZE_EXCEEDS_RCP_QUOTA", "Policy size exceeds RCP quota", (subject) =>
    findSize(subject, "resourceControlPolicy"),
  ),
  kindCheck("rcp", "RCP_SYNTAX_ERROR_PRINCIPAL", "RCP syntax error principal", findRcpPrincipals),
  parserError("RCP_SYNTAX_ERROR_ALLOW", "RCP syntax error allow"),
  parserError("RCP_SYNTAX_ERROR_NOTACTION", "RCP syntax error NotAction"),
  kindCheck("rcp", "RCP_SYNTAX_ERROR_ACTION", "RCP syntax error action", findRcpActions),
];

function kindCheck(kind: PolicyKind, code: string, title: string, find: LintCheck["find"]): LintCheck {
  return errorCheck(code, title, (subject) => (subject.kind === kind ? find(subject) : []));
}

/**
 * Since 2025-09-19 wildcards may stand anywhere in the name of an action, which Access Analyzer's page of this code
 * does not say; in the service half only the whole of it [AWS Security Blog, SCPs with the full IAM language, 2025].
 */
function findWildcards({ statements }: LintSubject): readonly FoundAt[] {
  return statements
    .flatMap(({ action }) => action.patterns)
    .filter(({ value }) => /^(?!\*:)[^:]*[*?][^:]*:/.test(value))
    .map((pattern) => ({
      at: [pattern],
      details: `\`${pattern.value}\` has a wildcard in its service`,
      help: "name the service, as in `s3:*Object`",
    }));
}

/** Every `Principal` or `NotPrincipal`, told with these words. */
export function findPrincipals({ statementObjects }: LintSubject, details: string, help: string): readonly FoundAt[] {
  return statementObjects
    .flatMap((statement) => [memberOf(statement, "Principal"), memberOf(statement, "NotPrincipal")])
    .flatMap((member) => (member ? [{ at: [member.name], details, help }] : []));
}

function findSize({ policy, kind }: LintSubject, store: PolicyStore): readonly FoundAt[] {
  const { text } = policy.source;
  const limit = policyLimits[store];
  const size = countCharacters(text, limit);
  if (size <= limit.maxCharacters) return [];
  const details = `the policy has ${size} characters, ${size - limit.maxCharacters} more than the ${limit.maxCharacters} of ${kind === "scp" ? "a service control policy" : "a resource control policy"}`;
  return [{ at: [policy], details, help: "leave out white space, shorten it with wildcards or split it" }];
}

function findRcpPrincipals({ statementObjects }: LintSubject): readonly FoundAt[] {
  return statementObjects.flatMap((statement) => {
    const negated = memberOf(statement, "NotPrincipal");
    const plain = memberOf(statement, "Principal");
    const star = plain?.value.node === "text" && plain.value.value === "*";
    const at = [...(negated ? [negated.name] : []), ...(plain && !star ? [plain.value] : [])];
    const details = "a resource control policy applies to everybody";
    return at.length === 0 ? [] : [{ at, details, help: 'write `"Principal": "*"` and narrow it in a condition' }];
  });
}

function findRcpActions({ statements }: LintSubject): readonly FoundAt[] {
  return statements
    .filter((statement) => !isFullAccess(statement))
    .flatMap(({ action }) => action.patterns)
    .filter(({ value }) => !rcpServices.has(value.split(":", 1)[0]?.toLowerCase() ?? ""))
    .map((pattern) => ({
      at: [pattern],
      details: `resource control policies do not bind \`${pattern.value}\``,
      help: "name a service that they bind, as `s3:*`",
    }));
}

/** The statement that allows everything, as in RCPFullAWSAccess. */
function isFullAccess({ effect, action }: Statement): boolean {
  return effect === "Allow" && action.patterns.every(isStar);
}

function isStar({ value }: Text): boolean {
  return value === "*";
}
