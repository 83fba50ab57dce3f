import type { PrincipalEntry, Statement } from "../../document/policy-node.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { checkStatements, conditionsOn } from "../warnings/check-each.ts";

/** The keys that say for whom a service acts [IAM User Guide, confused-deputy, 2025]. */
const sourceKeys = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"] as const;
/** Keys that people take in their place although the caller chooses them. */
const substitutes = ["aws:Referer", "aws:UserAgent"] as const;
const help = `add a condition on ${sourceKeys.map((key) => `\`${key}\``).join(", ")}`;

/** Grants to a service that do not say for whom it may act. */
export const restrictServicePrincipal: LintCheck = checkStatements(
  {
    code: "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
    type: "SECURITY_WARNING",
    title: "Restrict access to service principal",
  },
  (statement, subject) => {
    if (substitutes.some((key) => conditionsOn(statement, key).length > 0)) return [];
    return unboundServices(statement, subject).map((entry) => ({
      at: [entry],
      details: `\`${entry.value}\` may act here for anybody, also for other accounts`,
      help,
    }));
  },
);

/** Grants to a service bound by a key that anybody can send. */
export const recommendedServiceKey: LintCheck = checkStatements(
  {
    code: "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
    type: "SUGGESTION",
    title: "Recommended condition key for service principal",
  },
  (statement, subject) =>
    unboundServices(statement, subject).flatMap((entry) =>
      substitutes
        .flatMap((key) => conditionsOn(statement, key))
        .map(({ key }) => ({ at: [entry, key], details: `\`${key.value}\` does not bind \`${entry.value}\``, help })),
    ),
);

function unboundServices(
  { effect, principal, conditions }: Statement,
  { kind }: LintSubject,
): readonly PrincipalEntry[] {
  if (kind !== "resource" || effect === "Deny" || principal === undefined || principal.negated) return [];
  const bound = conditions.some(({ key }) => sourceKeys.some((one) => one.toLowerCase() === key.value.toLowerCase()));
  return bound ? [] : principal.entries.filter(({ type }) => type === "Service");
}
