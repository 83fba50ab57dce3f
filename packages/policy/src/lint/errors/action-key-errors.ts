import type { Statement } from "../../document/policy-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { errorCheck } from "./error-check.ts";

/** Errors of condition keys beside actions that never have them. */
export const actionKeyErrors: readonly LintCheck[] = [
  errorCheck("UNSUPPORTED_ACTION_FOR_CONDITION_KEY", "Unsupported action for condition key", (subject) =>
    subject.statements.flatMap((statement) => findKeys(subject, statement)),
  ),
];

/**
 * The services and identity providers whose keys AWS holds against the actions: in the AWS managed policies it lets
 * pass keys of other services beside actions that never have them [findings in zoph-io/MAMIP, 2021 to 2026].
 */
const judged = /^(dynamodb|iam|kms|lambda|s3|secretsmanager|sns|sqs|sts|[^:]*\.[^:]*):/i;

/** Only actions written in full are looked at, as AWS does. */
function findKeys({ lookups }: LintSubject, { action, conditions }: Statement): readonly FoundAt[] {
  const named = action.negated ? [] : action.patterns.filter(({ value }) => !/[*?]/.test(value));
  return conditions.flatMap(({ key, name }) => {
    if (name === "Null" || !judged.test(key.value) || lookups.conditionKey(key.value) === undefined) return [];
    const without = named.filter(({ value }) =>
      lookups.facts([value]).some((facts) => !lookups.hasKey(facts, key.value)),
    );
    if (without.length === 0) return [];
    const names = without.map(({ value }) => `\`${value}\``).join(", ");
    const details = `a request for ${names} never has \`${key.value}\``;
    return [{ at: [key], details, help: "move the action to a statement without this condition" }];
  });
}
