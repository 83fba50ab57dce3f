import type { OperatorName } from "../../condition/operator-name.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkConditions } from "./check-each.ts";
import { renameOperator } from "./edits.ts";

/** The operators that take `*` and `?` as they stand, with their counterparts that take them as wildcards. */
const counterparts: Readonly<Partial<Record<OperatorName, OperatorName | null>>> = {
  StringEquals: "StringLike",
  StringNotEquals: "StringNotLike",
  StringEqualsIgnoreCase: null,
  StringNotEqualsIgnoreCase: null,
};

/** Stars under an operator that takes them literally. */
export const wildcardWithoutLike: LintCheck = checkConditions(
  { code: "WILDCARD_WITHOUT_LIKE_OPERATOR", type: "WARNING", title: "Wildcard without like operator" },
  ({ condition, statement, subject }) => {
    const counterpart = counterparts[condition.name];
    const wild = condition.values.filter(({ value }) => /[*?]/.test(value.replace(/\$\{[^}]*\}/g, "")));
    if (counterpart === undefined || wild.length === 0) return undefined;
    const better = condition.operator.value.replace(condition.name, counterpart ?? condition.name);
    const fix = counterpart === null ? undefined : renameOperator(subject, statement, condition, better);
    return {
      at: wild,
      details: `under \`${condition.operator.value}\` the wildcard in ${wild.map(({ value }) => `\`${value}\``).join(", ")} stands for itself`,
      help:
        counterpart === null
          ? "use `StringLike` if it is meant as a wildcard"
          : `write \`${better}\` if it is meant as a wildcard`,
      ...(fix && { fix }),
    };
  },
);
