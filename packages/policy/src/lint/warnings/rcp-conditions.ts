import type { Condition, Statement } from "../../document/policy-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { checkStatements, conditionsOn } from "./check-each.ts";
import { addCondition } from "./edits.ts";

/** Keys that AWS's services do not have when they call [IAM User Guide, data perimeters, 2025]. */
const principalKey = /^aws:principal(?:arn|account|orgid|orgpaths|tag\/.+)$/;
/** Keys that only AWS's services have [same]. */
const sourceKey = /^aws:source(?:arn|account|orgid|orgpaths)$/;

/** Resource control policies that stop AWS's services, or everybody else, unintentionally. */
export const rcpConditions: readonly LintCheck[] = [
  checkStatements(
    {
      code: "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY",
      type: "WARNING",
      title: "RCP missing related principal condition key",
    },
    (statement, subject) =>
      serviceCallTested(statement, "false") ? [] : missing(statement, subject, principalKey, "false"),
  ),
  checkStatements(
    {
      code: "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY",
      type: "WARNING",
      title: "RCP missing related service principal condition key",
    },
    (statement, subject) =>
      serviceCallTested(statement, "true") ? [] : missing(statement, subject, sourceKey, "true"),
  ),
  checkStatements(
    {
      code: "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK",
      type: "WARNING",
      title: "RCP missing service condition key null check",
    },
    (statement, subject) => {
      if (presenceTested(statement)) return [];
      return keysLike(statement, subject, sourceKey).map(({ key }) => {
        const fix = addCondition(subject, statement, "Null", "aws:SourceAccount", "false");
        return {
          at: [key],
          details: `not every service that calls sends \`${key.value}\`, and those that do not are stopped`,
          help: "add `Null` of `aws:SourceAccount` or `aws:SourceArn` equal to `false`",
          ...(fix && { fix }),
        };
      });
    },
  ),
];

const meant: Readonly<Record<"true" | "false", string>> = {
  false: "an AWS service that calls has no such key and is stopped too",
  true: "only an AWS service that calls has such a key, and everybody else is stopped too",
};

function missing(
  statement: Statement,
  subject: LintSubject,
  keys: RegExp,
  value: "true" | "false",
): readonly FoundAt[] {
  return keysLike(statement, subject, keys).map(({ key }) => {
    const fix = addCondition(subject, statement, "BoolIfExists", "aws:PrincipalIsAWSService", value);
    return {
      at: [key],
      details: `\`${key.value}\` without \`aws:PrincipalIsAWSService\`: ${meant[value]}`,
      help: `add \`BoolIfExists\` of \`aws:PrincipalIsAWSService\` equal to \`${value}\``,
      ...(fix && { fix }),
    };
  });
}

function keysLike(statement: Statement, { kind }: LintSubject, keys: RegExp): readonly Condition[] {
  if (kind !== "rcp" || statement.effect === "Allow") return [];
  return statement.conditions.filter(({ name, key }) => name !== "Null" && keys.test(key.value.toLowerCase()));
}

function serviceCallTested(statement: Statement, value: "true" | "false"): boolean {
  return conditionsOn(statement, "aws:PrincipalIsAWSService").some(
    ({ name, values }) => name === "Bool" && values.some((text) => text.value.toLowerCase() === value),
  );
}

function presenceTested(statement: Statement): boolean {
  return ["aws:SourceAccount", "aws:SourceArn"]
    .flatMap((key) => conditionsOn(statement, key))
    .some(({ name, values }) => name === "Null" && values.some(({ value }) => value.toLowerCase() === "false"));
}
