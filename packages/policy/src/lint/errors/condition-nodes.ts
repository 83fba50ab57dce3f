import { conditionOperators } from "../../condition/operators.ts";
import type { Condition, Text } from "../../document/policy-node.ts";
import { memberOf } from "../../document/read-values.ts";
import type { JsonMember, JsonObject } from "../../json/json-node.ts";
import type { LintSubject } from "../lint-check.ts";

/** Every condition of a policy. */
export function conditionsOf({ statements }: LintSubject): readonly Condition[] {
  return statements.flatMap((statement) => statement.conditions);
}

/** The conditions on one of these keys, given in lower case. */
export function conditionsOn(subject: LintSubject, ...keys: readonly string[]): readonly Condition[] {
  return conditionsOf(subject).filter(({ key }) => keys.includes(key.value.toLowerCase()));
}

/** The operators of all condition blocks as JSON. */
export function operatorBlocks({ statementObjects }: LintSubject): readonly JsonObject[] {
  return statementObjects.flatMap((statement) =>
    membersOf(memberOf(statement, "Condition")).flatMap(({ value }) => (value.node === "object" ? [value] : [])),
  );
}

function membersOf(member: JsonMember | undefined): readonly JsonMember[] {
  return member?.value.node === "object" ? member.value.members : [];
}

/** The values without variables, and without wildcards where these mean something. */
export function literalValues({ name, values }: Condition): readonly Text[] {
  const { wildcards } = conditionOperators[name];
  return values.filter(({ value }) => !value.includes("${") && !(wildcards && /[*?]/.test(value)));
}

/** Whether values are compared as text or as ARNs. */
export function comparesText({ name }: Condition): boolean {
  const { type } = conditionOperators[name];
  return type === "string" || type === "arn";
}
