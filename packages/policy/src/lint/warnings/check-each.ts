import { conditionOperators } from "../../condition/operators.ts";
import type { Condition, Statement } from "../../document/policy-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";

/** The name and weight of a check. */
export type CheckHead = Pick<LintCheck, "code" | "type" | "title">;

/** A check that looks at one statement at a time. */
export function checkStatements(
  head: CheckHead,
  look: (statement: Statement, subject: LintSubject) => readonly FoundAt[],
): LintCheck {
  return { ...head, find: (subject) => subject.statements.flatMap((statement) => look(statement, subject)) };
}

/** A condition with the statement and the policy it stands in. */
export interface ConditionSite {
  readonly condition: Condition;
  /** The key in lower case. */
  readonly key: string;
  readonly statement: Statement;
  readonly subject: LintSubject;
}

/** A check that looks at one key under one operator at a time. */
export function checkConditions(head: CheckHead, look: (site: ConditionSite) => FoundAt | undefined): LintCheck {
  return checkStatements(head, (statement, subject) =>
    statement.conditions.flatMap(
      (condition) => look({ condition, key: condition.key.value.toLowerCase(), statement, subject }) ?? [],
    ),
  );
}

/** The conditions of a statement on a key; letter case does not matter. */
export function conditionsOn(statement: Statement, key: string): readonly Condition[] {
  return statement.conditions.filter((condition) => condition.key.value.toLowerCase() === key.toLowerCase());
}

/** Whether a condition holds for listed values only: not negated, not true by absence, not a test of presence. */
export function restricts({ name, ifExists, qualifier }: Condition): boolean {
  return !conditionOperators[name].negated && !ifExists && qualifier !== "ForAllValues" && name !== "Null";
}

/** Whether the policy grants rights to whom it is attached to, or caps them. */
export function isIdentityKind({ kind }: Pick<LintSubject, "kind">): boolean {
  return kind === "identity" || kind === "boundary" || kind === "session";
}
