import type { ActionElement, ResourceElement, Statement } from "../../document/policy-node.ts";
import type { FoundAt } from "../finding.ts";
import type { LintCheck, LintSubject } from "../lint-check.ts";
import { checkStatements } from "../warnings/check-each.ts";
import { removeItems } from "../warnings/edits.ts";
import { actionCovering } from "./action-covers.ts";
import { coveredGroups, type Covering } from "./covered-groups.ts";
import { resourceCovering } from "./resource-covers.ts";

/** Entries of one list that another entry of the list makes superfluous. */
export const redundantEntries: readonly LintCheck[] = [
  checkStatements({ code: "REDUNDANT_ACTION", type: "SUGGESTION", title: "Redundant action" }, ({ action }, subject) =>
    redundant(subject, action, actionCovering),
  ),
  checkStatements(
    { code: "REDUNDANT_RESOURCE", type: "SUGGESTION", title: "Redundant resource" },
    ({ resource }, subject) =>
      resource === undefined ? [] : redundant(subject, resource, resourceCovering(subject.kind)),
  ),
];

function redundant<Read>(
  subject: LintSubject,
  element: ActionElement | ResourceElement,
  covering: Covering<Read>,
): readonly FoundAt[] {
  return coveredGroups(element.patterns, covering).map(({ keeper, covered }) => ({
    at: element.patterns.filter((entry) => entry === keeper || covered.includes(entry)),
    details: `\`${keeper.value}\` already covers ${listOf(covered.map(({ value }) => value))}`,
    help: covered.length === 1 ? "remove the narrower entry" : "remove the narrower entries",
    fix: removeItems(subject, element.patterns, covered),
  }));
}

function listOf(values: readonly string[]): string {
  const [first = "", ...rest] = values;
  return rest.length === 0 ? `\`${first}\`` : `\`${first}\` and ${rest.length} more`;
}

/** Statements that say the same as an earlier one, word order and letter case of actions aside. */
export const redundantStatements: LintCheck = {
  code: "REDUNDANT_STATEMENT",
  type: "SUGGESTION",
  title: "Redundant statement",
  find: (subject) => {
    const firsts = new Map<string, Statement>();
    const found: FoundAt[] = [];
    for (const statement of subject.statements) {
      const meaning = meaningOf(statement);
      const first = firsts.get(meaning);
      if (first === undefined) firsts.set(meaning, statement);
      else
        found.push({
          at: [first, statement],
          details: "two statements say the same",
          help: "remove one of them",
          fix: removeItems(subject, subject.statementObjects, [...atStatement(subject, statement)]),
        });
    }
    return found;
  },
};

function atStatement({ statementObjects }: LintSubject, { start }: Statement): LintSubject["statementObjects"] {
  return statementObjects.filter((object) => object.start === start);
}

/** A text that two statements share exactly when they say the same in other order. */
function meaningOf({ effect, principal, action, resource, conditions }: Statement): string {
  return JSON.stringify([
    effect,
    principal && [principal.negated, principal.entries.map(({ type, value }) => `${type} ${value}`).toSorted()],
    [action.negated, sorted(action.patterns.map(({ value }) => value.toLowerCase()))],
    resource && [resource.negated, sorted(resource.patterns.map(({ value }) => value))],
    conditions
      .map(({ operator, key, values }) =>
        JSON.stringify([operator.value, key.value.toLowerCase(), sorted(values.map(({ value }) => value))]),
      )
      .toSorted(),
  ]);
}

function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted();
}
