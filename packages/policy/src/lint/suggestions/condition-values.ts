import { parseNumber } from "../../condition/number.ts";
import type { OperatorName } from "../../condition/operator-name.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkConditions } from "../warnings/check-each.ts";
import { removeItems } from "../warnings/edits.ts";

/** Which of several limits is the one that counts. */
const decisive: Readonly<Partial<Record<OperatorName, "greatest" | "least">>> = {
  NumericLessThan: "greatest",
  NumericLessThanEquals: "greatest",
  NumericGreaterThan: "least",
  NumericGreaterThanEquals: "least",
};

/** Conditions with values or marks that change nothing. */
export const idleValues: readonly LintCheck[] = [
  checkConditions(
    { code: "REDUNDANT_CONDITION_VALUE_NUM", type: "SUGGESTION", title: "Redundant condition value num" },
    ({ condition, subject }) => {
      const wanted = decisive[condition.name];
      const numbers = condition.values.map(({ value }) => parseNumber(value));
      if (wanted === undefined || numbers.length < 2 || !numbers.every((number) => number !== undefined))
        return undefined;
      const limit = wanted === "greatest" ? Math.max(...numbers) : Math.min(...numbers);
      const keeper = condition.values[numbers.indexOf(limit)];
      const idle = condition.values.filter((value) => value !== keeper);
      return {
        at: idle,
        details: `under \`${condition.operator.value}\` only the ${wanted} value counts, \`${limit}\``,
        help: `leave \`${limit}\` alone`,
        fix: removeItems(subject, condition.values, idle),
      };
    },
  ),
  checkConditions({ code: "NULL_WITH_QUALIFIER", type: "SUGGESTION", title: "Null with qualifier" }, ({ condition }) =>
    condition.name === "Null" && condition.qualifier !== undefined
      ? {
          at: [condition.operator],
          details: `\`${condition.operator.value}\` is ${condition.qualifier === "ForAllValues" ? "always true" : "never true"}`,
          help: "write `Null`",
        }
      : undefined,
  ),
];
