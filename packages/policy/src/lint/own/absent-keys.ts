import type { LintCheck } from "../lint-check.ts";
import { checkConditions } from "../warnings/check-each.ts";

/**
 * Conditions on a service's key in a statement of wildcards none of whose actions has the key; where actions are
 * named, AWS's UNSUPPORTED_ACTION_FOR_CONDITION_KEY says so.
 */
export const absentKeys: LintCheck = checkConditions(
  { code: "KEY_NEVER_PRESENT", type: "WARNING", title: "Key never present" },
  ({ condition, statement, subject }) => {
    const { lookups } = subject;
    const { negated, patterns } = statement.action;
    if (negated || !patterns.every(({ value }) => /[*?]/.test(value))) return undefined;
    if (lookups.conditionKey(condition.key.value) === undefined) return undefined;
    const actions = lookups.facts(lookups.actionsOf(statement));
    if (actions.length === 0 || actions.some((action) => lookups.hasKey(action, condition.key.value))) return undefined;
    return {
      at: [condition.key],
      details: `none of the statement's actions comes with \`${condition.key.value}\``,
      help: "remove the key, or move it to a statement of actions that have it",
    };
  },
);
