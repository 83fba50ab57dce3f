import type { Edit } from "../../diagnostic.ts";
import type { Condition, Statement } from "../../document/policy-node.ts";
import type { Located } from "../../document/source.ts";
import type { JsonObject } from "../../json/json-node.ts";
import { replaceWith } from "../edit.ts";
import type { LintSubject } from "../lint-check.ts";

/** Puts text in the place of a part of the document. */
export function replace({ policy }: LintSubject, at: Located, text: string): Edit {
  return replaceWith(policy.source, at, text);
}

/** Takes items out of a list, with their commas; at least one item stays. */
export function removeItems(
  subject: LintSubject,
  items: readonly Located[],
  gone: readonly Located[],
): readonly Edit[] {
  const kept = items.filter((item) => !gone.includes(item));
  const edits: Edit[] = [];
  for (const item of gone) {
    const next = items[items.indexOf(item) + 1];
    const hasKeptAfter = kept.some(({ start }) => start > item.start);
    if (hasKeptAfter && next !== undefined) edits.push(replace(subject, { start: item.start, end: next.start }, ""));
  }
  const last = kept.at(-1);
  const tail = gone.findLast(({ start }) => last !== undefined && start > last.start);
  if (last !== undefined && tail !== undefined) edits.push(replace(subject, { start: last.end, end: tail.end }, ""));
  return edits;
}

/** Takes a member out of an object. */
export function removeMember(subject: LintSubject, object: JsonObject, name: string): readonly Edit[] {
  const members = object.members.map((member) => ({ start: member.name.start, end: member.value.end }));
  const gone = members.filter((_, index) => object.members[index]?.name.value === name);
  if (gone.length < members.length) return removeItems(subject, members, gone);
  return [replace(subject, { start: object.start + 1, end: object.end - 1 }, "")];
}

/**
 * Gives the block that a condition stands in another operator, when that changes nothing else: the condition is
 * alone in it and there is no block of that name yet.
 */
export function renameOperator(
  subject: LintSubject,
  statement: Statement,
  { operator }: Condition,
  name: string,
): readonly Edit[] | undefined {
  const block = statement.conditions.filter((condition) => condition.operator.start === operator.start);
  const taken = statement.conditions.some((condition) => condition.operator.value === name);
  return block.length === 1 && !taken ? [replace(subject, operator, JSON.stringify(name))] : undefined;
}

/** Adds a condition to a statement, in the operator's block when there is one. */
export function addCondition(
  subject: LintSubject,
  statement: Statement,
  operator: string,
  key: string,
  value: string,
): readonly Edit[] | undefined {
  const member = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const sibling = statement.conditions.find((condition) => condition.operator.value === operator);
  if (sibling !== undefined) return [insert(subject, sibling.key.start, `${member}, `)];
  const [first] = statement.conditions;
  if (first !== undefined) return [insert(subject, first.operator.start, `"${operator}": { ${member} }, `)];
  const object = subject.statementObjects.find(({ start }) => start === statement.start);
  if (object?.members.some(({ name }) => name.value === "Condition")) return undefined;
  return [insert(subject, statement.action.end, `, "Condition": { "${operator}": { ${member} } }`)];
}

function insert(subject: LintSubject, at: number, text: string): Edit {
  return replace(subject, { start: at, end: at }, text);
}
