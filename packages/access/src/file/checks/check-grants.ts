import type { Span } from "@castellan/policy";
import type { AccessPromise } from "../../promises/access-promise.ts";
import { setContents } from "../../roles/set-contents.ts";
import { type Cell, cellsOf, managementAccount } from "../../resolve/resolving.ts";
import type { PatternTask } from "../../tasks/task.ts";
import type { PermissionSetSection } from "../sections/permission-sets.ts";
import type { Entry, Word } from "../word.ts";
import type { CheckContext } from "./check-context.ts";
import { isSurelyGiven } from "./surely-given.ts";

/** Something that must not be given, by a promise of the file or by a role: a task, or anything at all. */
interface Ban {
  readonly task?: string;
  /** The sentence that says so, in words for a note. */
  readonly words: string;
  readonly span: Span;
  bans(cell: Cell): boolean;
}

/**
 * Reports grants that contradict a promise by their words alone: a task used by name that the promise names too, or an
 * assignment outside the accounts that a group may reach. What boundaries, denials and guardrails may take away again is
 * left to the proof.
 */
export function checkGrants(context: CheckContext, promises: readonly AccessPromise[]): void {
  const { permissionSets } = context.content;
  const sets = new Map(permissionSets.map(({ key, value }) => [key.text, value]));
  const cells = alikeCells(context);
  for (const ban of [...promises.flatMap(banOf), ...permissionSets.flatMap(bansOfRole)])
    for (const alike of cells)
      reportFirst(
        ban,
        alike.filter((cell) => ban.bans(cell)),
        sets,
        context,
      );
}

/** The cells of the matrix, those of one group and permission set together. */
function alikeCells(context: CheckContext): readonly (readonly Cell[])[] {
  const alike = new Map<string, Cell[]>();
  for (const cell of grantedCells(context)) {
    const key = JSON.stringify([cell.group, cell.set.text]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [cell]);
    else known.push(cell);
  }
  return [...alike.values()];
}

/** With IAM users, the matrix gives the management account's row only. */
function grantedCells({ content }: CheckContext): readonly Cell[] {
  const cells = cellsOf(content);
  if (content.organization.method?.text !== "iam-users") return cells;
  const management = managementAccount(content);
  return cells.filter(({ account }) => account === management);
}

function banOf({ claim, span }: AccessPromise): readonly Ban[] {
  if (claim.kind === "may" || claim.kind === "people") return [];
  const groups = new Set(claim.groups.map(({ key }) => key));
  if (claim.kind === "reach") {
    const accounts = new Set(claim.accounts);
    const words = "may reach only other accounts by this promise";
    return [{ words, span, bans: ({ group, account }) => groups.has(group) && !accounts.has(account) }];
  }
  const { place, task, kind } = claim;
  const accounts = place.kind === "anywhere" ? undefined : new Set(place.accounts);
  const isThere = ({ account }: Cell): boolean => accounts?.has(account) ?? true;
  const words = kind === "only" ? "only others may, by this promise" : "may never, by this promise";
  const bans = (cell: Cell): boolean => groups.has(cell.group) === (kind === "never") && isThere(cell);
  return [{ task: task.name, words, span, bans }];
}

/** What a set's role says that the set never gives. */
function bansOfRole({ key, value }: Entry<PermissionSetSection>): readonly Ban[] {
  const { role } = setContents(value);
  if (role === undefined) return [];
  const words = `role \`${role.name}\` is held to never give it`;
  const bans = ({ set }: Cell): boolean => set.text === key.text;
  return role.claims.flatMap((claim) =>
    claim.kind === "never" ? [{ task: claim.task, words, span: value.role?.span ?? key.span, bans }] : [],
  );
}

/** One diagnostic for a group and a permission set, at the first assignment of them that is surely against the ban. */
function reportFirst(
  ban: Ban,
  cells: readonly Cell[],
  sets: ReadonlyMap<string, PermissionSetSection>,
  context: CheckContext,
): void {
  const section = sets.get(cells[0]?.set.text ?? "");
  if (section === undefined) return;
  if (ban.task === undefined) return report(ban, cells, undefined, context);
  for (const { word, task } of givenTasks(section, ban.task, context)) {
    const sure = cells.filter(({ account }) => isSurelyGiven(task, section, account, context));
    if (sure.length > 0) return report(ban, sure, word, context);
  }
}

/** A word after `use` or `role`, and what it gives of a task. */
interface GivenTask {
  readonly word: Word;
  readonly task: PatternTask;
}

/** The words that give a task, by itself or within a task of the file: one that includes another has its very pieces. */
function givenTasks(section: PermissionSetSection, name: string, { tasks }: CheckContext): readonly GivenTask[] {
  const banned = tasks.get(name);
  if (banned?.kind !== "patterns") return [];
  const words = setContents(section).use.flatMap((use) => (use.kind === "named" ? use.word : []));
  return words.flatMap((word) => {
    const task = tasks.get(word.text);
    if (task?.kind !== "patterns") return [];
    const pieces = task.pieces.filter((piece) => banned.pieces.includes(piece));
    return pieces.length === 0 ? [] : [{ word, task: { ...task, pieces } }];
  });
}

function report(
  { task, words, span }: Ban,
  cells: readonly Cell[],
  given: Word | undefined,
  { reading }: CheckContext,
): void {
  const [first] = cells;
  if (first === undefined) return;
  const { set, group } = first;
  const accounts = [...new Set(cells.map(({ account }) => `\`${account}\``))].slice(0, 3).join(", ");
  const where = `${accounts}${cells.length > 3 ? ", …" : ""}`;
  const what = task === undefined ? `is given \`${set.text}\`` : `is given \`${task}\` by \`${set.text}\``;
  const use = given === undefined ? [] : [{ message: `\`${set.text}\` gives it here`, span: given.span }];
  reading.report("CST0215", `\`${group}\` ${what} in ${where}, which a promise forbids`, {
    span: set.span,
    label: task === undefined ? "assigned here" : `gives \`${task}\``,
    notes: [...use, { message: words, span }],
    help: task === undefined ? "take the assignment away, or name the account in the promise" : helpFor(task),
  });
}

function helpFor(task: string): string {
  return `give another permission set, take \`${task}\` out of what it uses, or change the promise`;
}
