import { checkActions } from "./check-action.ts";
import { checkResources } from "./check-resource.ts";
import { report, type Reading } from "./fault-list.ts";
import { kindRules } from "./kind-rules.ts";
import type { PolicyKind, Statement, Text } from "./policy-node.ts";

type Check = (reading: Reading, statement: Statement) => void;

const none: readonly Check[] = [];

/** What one kind of policy demands of a statement beyond the common grammar. */
const kindChecks: Readonly<Record<PolicyKind, readonly Check[]>> = {
  identity: none,
  boundary: none,
  session: none,
  trust: [checkTrustNotPrincipal],
  resource: none,
  scp: none,
  rcp: [checkRcpEffect, checkRcpAction],
  vpcEndpoint: none,
};

/** Checks statements against the rules of the document's kind. */
export function checkStatements(reading: Reading, statements: readonly Statement[]): void {
  const rules = kindRules[reading.kind];
  if (rules.strictSids) checkSids(reading, statements);
  for (const statement of statements) {
    checkActions(reading, statement.action);
    if (rules.resourcesAreArns && statement.resource) checkResources(reading, statement.resource);
    for (const check of kindChecks[reading.kind]) check(reading, statement);
  }
}

function checkSids(reading: Reading, statements: readonly Statement[]): void {
  const seen = new Set<string>();
  for (const { sid } of statements) {
    if (sid === undefined || sid.value === "") continue;
    if (!/^[0-9A-Za-z]*$/.test(sid.value))
      report(reading, "invalidSid", sid, {
        message: `\`${sid.value}\` is not a statement id`,
        help: "use letters and digits only",
      });
    if (seen.has(sid.value))
      report(reading, "duplicateSid", sid, {
        message: `\`${sid.value}\` is the id of an earlier statement`,
        help: "give each statement its own id",
      });
    seen.add(sid.value);
  }
}

function checkTrustNotPrincipal(reading: Reading, { principal, effect }: Statement): void {
  if (principal?.negated !== true) return;
  const name = effect === "Allow" ? "allowNotPrincipal" : "trustNotPrincipal";
  report(reading, name, principal, {
    message: "a role trust policy has no `NotPrincipal`",
    help: "name the principals, or deny with a condition",
  });
}

function checkRcpEffect(reading: Reading, statement: Statement): void {
  if (statement.effect === "Deny" || isFullAccess(statement)) return;
  report(reading, "rcpAllow", statement, {
    message: "a resource control policy only denies",
    help: "allow in the policies of the account",
  });
}

function checkRcpAction(reading: Reading, statement: Statement): void {
  if (isFullAccess(statement)) return;
  if (statement.action.negated)
    report(reading, "rcpNotAction", statement.action, {
      message: "a resource control policy has no `NotAction`",
      help: "list the actions",
    });
  for (const pattern of statement.action.patterns)
    if (isStar(pattern))
      report(reading, "rcpBareStar", pattern, {
        message: "`*` covers every service",
        help: "name the service: `s3:*`",
      });
}

/** The statement of RCPFullAWSAccess, which AWS attaches itself. */
function isFullAccess({ effect, action, resource, conditions }: Statement): boolean {
  const everything =
    !action.negated && action.patterns.every(isStar) && resource?.negated === false && resource.patterns.every(isStar);
  return effect === "Allow" && everything && conditions.length === 0;
}

function isStar(text: Text): boolean {
  return text.value === "*";
}
