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
    if (before !== undefined) unindex(table, change.key, before);
    if (change.doc === undefined) {
      if (table.docs.delete(change.key)) table.keys.remove(change.key);
    } else {
      if (before === undefined) table.keys.add(change.key);
      table.docs.set(change.key, change.doc);
      index(table, change.key, change.doc);
    }
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
      for (const [key, doc] of table.docs) index(table, key, doc);
    }
    return table;
  }
}

function values(table: Table, name: string, doc: object): readonly string[] {
  const found = table.definition?.indexes[name]?.(doc);
  return found === undefined ? [] : typeof found === "string" ? [found] : found;
}

function index(table: Table, key: string, doc: object): void {
  for (const [name, entries] of table.indexes) {
    for (const value of values(table, name, doc)) {
      let keys = entries.get(value);
      if (!keys) entries.set(value, (keys = new SortedKeys()));
      keys.add(key);
    }
  }
}

function unindex(table: Table, key: string, doc: object): void {
  for (const [name, entries] of table.indexes) {
    for (const value of values(table, name, doc)) {
      const keys = entries.get(value);
      keys?.remove(key);
      if (keys?.size === 0) entries.delete(value);
    }
  }
}
