import type { Collection } from "./collection.ts";
import { SortedKeys } from "./sorted-keys.ts";

/** One put (`doc` present) or delete of a document; what a transaction leaves in the journal. */
export interface Change {
  readonly collection: string;
  readonly key: string;
  readonly doc?: object;
}

interface Table {
  readonly docs: Map<string, object>;
  readonly keys: SortedKeys;
  readonly indexes: Map<string, Map<string, SortedKeys>>;
  /** Set when the first reader brings the declaration; folding a journal needs none. */
  definition: Collection<object> | undefined;
}

/** The plane's state: collections of documents in memory, each with the indexes its declaration names. */
export class Store {
  private readonly tables = new Map<string, Table>();
  /** Grows with every change that can alter a decision. */
  securityRevision = 0;

  get<Doc extends object>(collection: Collection<Doc>, key: string): Doc | undefined {
    return this.table(collection).docs.get(key) as Doc | undefined;
  }

  /** Documents in key order: all of them, or those under a value of an index. */
  list<Doc extends object, Index extends string>(
    collection: Collection<Doc, Index>,
    index?: Index,
    value?: string,
  ): Doc[] {
    const table = this.table(collection);
    const keys = index === undefined ? table.keys : table.indexes.get(index)?.get(value ?? "");
    const docs: Doc[] = [];
    for (const key of keys?.all() ?? []) docs.push(table.docs.get(key) as Doc);
    return docs;
  }

  /** How many documents `list` would return. */
  count<Doc extends object, Index extends string>(
    collection: Collection<Doc, Index>,
    index?: Index,
    value?: string,
  ): number {
    const table = this.table(collection);
    return index === undefined ? table.keys.size : (table.indexes.get(index)?.get(value ?? "")?.size ?? 0);
  }

  /** Puts or deletes one document and returns what undoes it. */
  apply(change: Change, collection?: Collection<object>): Change {
    const table = collection === undefined ? this.open(change.collection) : this.table(collection);
    const before = table.docs.get(change.key);
    if (change.doc === undefined) {
      if (table.docs.delete(change.key)) table.keys.remove(change.key);
    } else {
      if (before === undefined) table.keys.add(change.key);
      table.docs.set(change.key, change.doc);
    }
    reindex(table, change.key, before, change.doc);
    if (table.definition?.security !== false) this.securityRevision++;
    return before === undefined ? { collection: change.collection, key: change.key } : { ...change, doc: before };
  }

  /** Every document of every collection, as a snapshot holds them. */
  dump(): Readonly<Record<string, Readonly<Record<string, object>>>> {
    return Object.fromEntries([...this.tables].map(([name, table]) => [name, Object.fromEntries(table.docs)]));
  }

  clear(): void {
    this.tables.clear();
    this.securityRevision++;
  }

  private open(name: string): Table {
    let table = this.tables.get(name);
    if (!table) {
      table = { docs: new Map(), keys: new SortedKeys(), indexes: new Map(), definition: undefined };
      this.tables.set(name, table);
    }
    return table;
  }

  private table(definition: Collection<never>): Table {
    const table = this.open(definition.name);
    if (table.definition === undefined) {
      table.definition = definition as unknown as Collection<object>;
      for (const name of Object.keys(definition.indexes)) table.indexes.set(name, new Map());
      for (const [key, doc] of table.docs) reindex(table, key, undefined, doc);
    }
    return table;
  }
}

function values(table: Table, name: string, doc: object): readonly string[] {
  const found = table.definition?.indexes[name]?.(doc);
  return found === undefined ? [] : typeof found === "string" ? [found] : found;
}

/** Moves a key from where the old document is found to where the new one is; most changes leave most indexes alone. */
function reindex(table: Table, key: string, before: object | undefined, after: object | undefined): void {
  for (const [name, entries] of table.indexes) {
    const old = before === undefined ? [] : values(table, name, before);
    const now = after === undefined ? [] : values(table, name, after);
    if (isSame(old, now)) continue;
    for (const value of old) removeFrom(entries, value, key);
    for (const value of now) addTo(entries, value, key);
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function addTo(entries: Map<string, SortedKeys>, value: string, key: string): void {
  let keys = entries.get(value);
  if (!keys) entries.set(value, (keys = new SortedKeys()));
  keys.add(key);
}

function removeFrom(entries: Map<string, SortedKeys>, value: string, key: string): void {
  const keys = entries.get(value);
  keys?.remove(key);
  if (keys?.size === 0) entries.delete(value);
}
