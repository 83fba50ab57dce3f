import type { Collection } from "./collection.ts";
import type { Change, Store } from "./store.ts";

/** Work the plane does by itself later: durable with the transaction that asked for it. */
export interface Job {
  readonly service: string;
  readonly name: string;
  readonly payload: object;
}

/** Reading and writing as one handler does it: all of its changes become one journal entry, or none do. */
export class Transaction {
  readonly changes: Change[] = [];
  readonly jobs: Job[] = [];
  private readonly undo: { readonly change: Change; readonly collection: Collection<object> }[] = [];
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  get<Doc extends object>(collection: Collection<Doc>, key: string): Doc | undefined {
    return this.store.get(collection, key);
  }

  /** Documents in key order: all of them, or those under a value of a declared index. */
  list<Doc extends object, Index extends string>(
    collection: Collection<Doc, Index>,
    index?: Index,
    value?: string,
  ): Doc[] {
    return this.store.list(collection, index, value);
  }

  /** How many documents `list` would return, without making the list. */
  count<Doc extends object, Index extends string>(
    collection: Collection<Doc, Index>,
    index?: Index,
    value?: string,
  ): number {
    return this.store.count(collection, index, value);
  }

  put<Doc extends object>(collection: Collection<Doc>, doc: Doc): Doc {
    this.change(collection, { collection: collection.name, key: collection.keyOf(doc), doc });
    return doc;
  }

  remove<Doc extends object>(collection: Collection<Doc>, doc: Doc): void {
    this.change(collection, { collection: collection.name, key: collection.keyOf(doc) });
  }

  /** Asks for a job of the same service module to be run after this transaction has become durable. */
  schedule(job: Job): void {
    this.jobs.push(job);
  }

  /** Takes every change back; the store is then as it was before. */
  rollback(): void {
    for (const { change, collection } of this.undo.reverse()) this.store.apply(change, collection);
    this.changes.length = this.undo.length = this.jobs.length = 0;
  }

  private change<Doc extends object>(declared: Collection<Doc>, change: Change): void {
    const collection = declared as unknown as Collection<object>;
    this.undo.push({ change: this.store.apply(change, collection), collection });
    this.changes.push(change);
  }
}
