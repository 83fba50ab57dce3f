import { conditionOperators } from "../../condition/operators.ts";
import type { Condition } from "../../document/policy-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkConditions, type ConditionSite } from "../warnings/check-each.ts";
import { replace } from "../warnings/edits.ts";

/** What a condition whose pattern matches every value comes to. */
type Meaning = "present" | "absent" | "always" | "never";

interface Case {
  readonly meaning: Meaning;
  readonly code: string;
  readonly title: string;
  readonly says: (key: string) => string;
  readonly help: (key: string) => string;
}

const cases: readonly Case[] = [
  {
    meaning: "present",
    code: "EQUIVALENT_TO_NULL_FALSE",
    title: "Equivalent to null false",
    says: (key) => `\`*\` matches every value, so this only asks that \`${key}\` be there`,
    help: (key) => `write \`"Null": { "${key}": "false" }\``,
  },
  {
    meaning: "absent",
    code: "EQUIVALENT_TO_NULL_TRUE",
    title: "Equivalent to null true",
    says: (key) => `\`*\` matches every value, so this only asks that \`${key}\` be absent`,
    help: (key) => `write \`"Null": { "${key}": "true" }\``,
  },
  {
    meaning: "always",
    code: "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION",
    title: "Redundant key due to wildcard in condition",
    says: (key) => `this holds with every value of \`${key}\` and without one`,
    help: () => "remove the key",
  },
  {
    meaning: "never",
    code: "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION",
    title: "Redundant statement due to wildcard in condition",
    says: (key) => `this holds with no value of \`${key}\` and not without one, so the statement never applies`,
    help: () => "remove the key or the statement",
  },
];

/** Conditions with a pattern that matches everything. */
export const matchAllConditions: readonly LintCheck[] = cases.map((one) =>
  checkConditions({ code: one.code, type: "SUGGESTION", title: one.title }, (site) =>
    meaningOf(site.condition) === one.meaning ? tell(one, site) : undefined,
  ),
);

function meaningOf(condition: Condition): Meaning | undefined {
  const { negated, wildcards, type } = conditionOperators[condition.name];
  if (!wildcards || (type !== "string" && type !== "arn")) return undefined;
  if (!condition.values.some(({ value }) => /^\*+$/.test(value))) return undefined;
  if (condition.qualifier === "ForAllValues") return negated ? "absent" : "always";
  if (condition.qualifier === "ForAnyValue" && negated) return condition.ifExists ? "absent" : "never";
  if (negated) return "absent";
  return condition.ifExists ? "always" : "present";
}

function tell({ meaning, says, help }: Case, { condition, statement, subject }: ConditionSite): FoundAt {
  const key = condition.key.value;
  const alone = statement.conditions.filter(({ operator }) => operator.start === condition.operator.start).length === 1;
  const nullTaken = statement.conditions.some(({ name }) => name === "Null");
  const presence = meaning === "present" || meaning === "absent";
  const [only, ...others] = condition.values;
  const fix =
    presence && alone && !nullTaken && only !== undefined && others.length === 0
      ? [
          replace(subject, condition.operator, '"Null"'),
          replace(subject, only, meaning === "absent" ? '"true"' : '"false"'),
        ]
      : undefined;
  return {
    at: condition.values.filter(({ value }) => /^\*+$/.test(value)),
    details: says(key),
    help: help(key),
    ...(fix && { fix }),
  };
}
