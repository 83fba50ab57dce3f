import type { Span } from "@castellan/policy";
import type { AccessCatalog } from "../access-catalog.ts";
import type { Source, Tags } from "../estate.ts";
import type { AccessFile } from "../file/access-file.ts";
import { everywhere } from "../file/checks/check-accounts.ts";
import type { Entry, Word } from "../file/word.ts";
import type { TaskCatalogue } from "../tasks/task.ts";

/** The tag of what Castellan owns. */
export interface OwnerTag {
  readonly key: string;
  readonly value: string;
}

/** What resolving an access file works with. */
export interface Resolving {
  readonly content: AccessFile;
  readonly file: string;
  readonly catalog: AccessCatalog;
  readonly tasks: TaskCatalogue;
  readonly owner: OwnerTag;
  /** Reads a policy file that the access file names; `undefined` if it cannot be read. */
  readonly readText: (path: string) => string | undefined;
}

/** The place of a span, as estate records carry it. */
export function sourceOf(span: Span, file: string): Source {
  return { file: span.file ?? file, line: span.start.line, column: span.start.column };
}

/** The owner tag of a file: `owns`, or `castellan=NAME`. */
export function ownerTag(content: AccessFile): OwnerTag {
  const written = content.owns?.text ?? `castellan=${content.organization.name.text}`;
  const cut = written.indexOf("=");
  return { key: written.slice(0, cut), value: written.slice(cut + 1) };
}

/** Tags as written, with the owner tag. */
export function ownedTags(tags: readonly Entry<Word>[] | undefined, owner: OwnerTag): Tags {
  return { ...plainTags(tags), [owner.key]: owner.value };
}

/** Tags as written. */
export function plainTags(tags: readonly Entry<Word>[] | undefined): Tags {
  return Object.fromEntries((tags ?? []).map(({ key, value }) => [key.text, value.text]));
}

/** One cell of the matrix: a group gets a permission set in an account. */
export interface Cell {
  readonly account: string;
  readonly group: string;
  readonly set: Word;
}

/** The cells of the matrix, rows for `everywhere` written out, each once; rows and names that do not exist are left out. */
export function cellsOf(content: AccessFile, rows: AccessFile["access"] = content.access): readonly Cell[] {
  const accounts = content.accounts.map(({ key }) => key.text);
  const known = new Set(accounts);
  const groups = new Set(content.groups.map(({ key }) => key.text));
  const sets = new Set(content.permissionSets.map(({ key }) => key.text));
  const cells = new Map<string, Cell>();
  for (const row of rows) {
    const places = row.key.text === everywhere ? accounts : [row.key.text].filter((name) => known.has(name));
    for (const { key, value } of row.value.filter((cell) => groups.has(cell.key.text))) {
      for (const set of value.filter((word) => sets.has(word.text))) {
        for (const account of places) addOnce(cells, { account, group: key.text, set });
      }
    }
  }
  return [...cells.values()];
}

function addOnce(cells: Map<string, Cell>, cell: Cell): void {
  const key = JSON.stringify([cell.account, cell.group, cell.set.text]);
  if (!cells.has(key)) cells.set(key, cell);
}

/** The name of the management account. */
export function managementAccount(content: AccessFile): string {
  const { management } = content.organization;
  return content.accounts.find(({ value }) => value.id?.text === management.text)?.key.text ?? management.text;
}

/** Compares by a name, without regard to the reader's language. */
export function byName<T>(nameOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);
}
