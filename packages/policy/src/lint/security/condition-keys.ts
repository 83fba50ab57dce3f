import { conditionOperators } from "../../condition/operators.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkConditions, checkStatements, conditionsOn } from "../warnings/check-each.ts";
import { addCondition, renameOperator } from "../warnings/edits.ts";

/** Keys whose value the caller chooses [IAM User Guide, reference_policies_condition-keys, 2026]. */
const forgeable: ReadonlySet<string> = new Set(["aws:referer", "aws:useragent"]);

/** Actions that answer with attributes of items [Amazon DynamoDB developer guide, specifying-conditions, 2026]. */
const readsAttributes = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan"] as const;

/** Condition keys that do not protect as they seem to. */
export const weakConditionKeys: readonly LintCheck[] = [
  checkConditions(
    { code: "UNTRUSTWORTHY_CONDITION_KEY", type: "SECURITY_WARNING", title: "Untrustworthy condition key" },
    ({ condition, key }) =>
      forgeable.has(key)
        ? {
            at: [condition.key],
            details: `the caller chooses \`${condition.key.value}\``,
            help: "do not decide access by it",
          }
        : undefined,
  ),
  checkConditions(
    {
      code: "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
      type: "SECURITY_WARNING",
      title: "ForAllValues with single valued key",
    },
    ({ condition, statement, subject }) => {
      const facts = subject.lookups.conditionKey(condition.key.value);
      if (condition.qualifier !== "ForAllValues" || facts === undefined || facts.type.startsWith("ArrayOf"))
        return undefined;
      if (statement.effect === "Deny" || condition.name === "Null") return undefined;
      const plain = `${condition.name}${condition.ifExists ? "IfExists" : ""}`;
      const fix = renameOperator(subject, statement, condition, plain);
      return {
        at: [condition.operator, condition.key],
        details: `\`ForAllValues:\` is true without \`${condition.key.value}\`, a key of one value`,
        help: `write \`${plain}\``,
        ...(fix && { fix }),
      };
    },
  ),
  checkConditions(
    { code: "MISSING_PAIRED_CONDITION_KEYS", type: "SECURITY_WARNING", title: "Missing paired condition keys" },
    ({ condition, key, statement }) => {
      if (key !== "aws:vpcsourceip") return undefined;
      const partners = ["aws:SourceVpc", "aws:SourceVpcArn", "aws:SourceVpce"];
      if (partners.some((partner) => conditionsOn(statement, partner).length > 0)) return undefined;
      return {
        at: [condition.key],
        details: `every VPC has addresses like these: \`${condition.key.value}\` alone does not say which VPC`,
        help: "add a condition on `aws:SourceVpc`",
      };
    },
  ),
  checkConditions(
    {
      code: "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
      type: "SECURITY_WARNING",
      title: "String like operator with ARN condition keys",
    },
    ({ condition, statement, subject }) => {
      const { name, operator, key } = condition;
      const type = subject.lookups.conditionKey(key.value)?.type;
      if ((name !== "StringLike" && name !== "StringNotLike") || (type !== "ARN" && type !== "ArrayOfARN"))
        return undefined;
      const better = operator.value.replace("String", "Arn");
      const fix = renameOperator(subject, statement, condition, better);
      return {
        at: [key],
        details: `\`${key.value}\` is an ARN, and under \`${operator.value}\` a star crosses its fields`,
        help: `write \`${better}\``,
        ...(fix && { fix }),
      };
    },
  ),
  checkStatements(
    {
      code: "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT",
      type: "SECURITY_WARNING",
      title: "DynamoDB attributes without select",
    },
    (statement, subject) => {
      const [attributes] = conditionsOn(statement, "dynamodb:Attributes");
      if (attributes === undefined || statement.effect === "Deny") return [];
      if (conditionsOn(statement, "dynamodb:Select").length > 0) return [];
      const actions = new Set(subject.lookups.actionsOf(statement));
      if (!readsAttributes.some((name) => actions.has(name))) return [];
      const fix = addCondition(subject, statement, "StringEqualsIfExists", "dynamodb:Select", "SPECIFIC_ATTRIBUTES");
      return [
        {
          at: [attributes.key],
          details: "a read that names no attributes answers with all of them",
          help: "add `dynamodb:Select` equal to `SPECIFIC_ATTRIBUTES`",
          ...(fix && { fix }),
        },
      ];
    },
  ),
  checkConditions(
    { code: "S3_PREFIX_IN_NEGATIVE_CONTEXT", type: "SECURITY_WARNING", title: "S3 prefix in negative context" },
    ({ condition, key, statement }) => {
      if (key !== "s3:prefix" || condition.name === "Null") return undefined;
      const { negated } = conditionOperators[condition.name];
      if (negated !== (statement.effect === "Allow")) return undefined;
      return {
        at: [condition.operator, condition.key],
        details: "a request with a shorter prefix, or none, gets past this condition and lists the same objects",
        help: "use `StringLike` in an Allow or `StringNotLike` in a Deny",
      };
    },
  ),
  checkStatements(
    { code: "ALLOW_WITH_NOT_PRINCIPAL", type: "SECURITY_WARNING", title: "Allow with NotPrincipal" },
    ({ effect, principal }) =>
      effect === "Allow" && principal?.negated === true
        ? [
            {
              at: [principal],
              details: "`NotPrincipal` allows everybody else, anonymous callers too",
              help: "name those who may in `Principal`",
            },
          ]
        : [],
  ),
];
