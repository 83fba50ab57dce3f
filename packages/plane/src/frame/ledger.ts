import type { Journal, JournalEntry } from "./journal.ts";
import { Store } from "./store.ts";

/** How many entries may follow a snapshot before the next one is taken. */
const entriesPerSnapshot = 5_000;

/** The store together with its journal: the one place where state changes become durable. */
export class Ledger {
  readonly store: Store;
  private readonly journal: Journal;
  /** The newest revision, durable or about to be. */
  revision: number;
  private sinceSnapshot: number;
  private lastTime: string;
  /** Resolves when the newest entry, and so all before it, is durable. */
  private newest: Promise<void> = Promise.resolve();
  /** Set when the journal refused an entry: memory is then ahead of the file and nothing more may be written. */
  private failure: unknown;

  constructor(journal: Journal) {
    this.journal = journal;
    const state = foldJournal(journal);
    this.store = state.store;
    this.revision = state.revision;
    this.sinceSnapshot = state.folded;
    this.lastTime = state.time;
  }

  /** True when nothing has ever been written. */
  get isEmpty(): boolean {
    return this.revision === 0;
  }

  /** Resolves once the entry, and with it everything before it, is durable. */
  async commit(entry: Omit<JournalEntry, "revision">): Promise<void> {
    if (this.failure !== undefined) throw new Error("the journal can no longer be written", { cause: this.failure });
    this.revision++;
    this.sinceSnapshot++;
    // INVARIANT: times never go back in the journal, whatever the clock does, or time travel would skip entries.
    this.lastTime = entry.time > this.lastTime ? entry.time : this.lastTime;
    const appended = this.journal.append({ revision: this.revision, ...entry, time: this.lastTime });
    this.newest = appended;
    try {
      await appended;
    } catch (error) {
      this.failure = error;
      throw error;
    }
    if (this.sinceSnapshot >= entriesPerSnapshot && this.journal.durableRevision() === this.revision)
      this.takeSnapshot();
  }

  /** Resolves when everything a reader can have seen is durable. */
  async settled(): Promise<void> {
    if (this.failure !== undefined) throw new Error("the journal can no longer be written", { cause: this.failure });
    if (this.journal.durableRevision() < this.revision) await this.newest;
  }

  /** The state as it was at a time, as a store of its own. */
  at(time: Date): Store {
    return foldJournal(this.journal, time.toISOString()).store;
  }

  /** Forgets everything. */
  clear(): void {
    this.journal.clear();
    this.store.clear();
    this.revision = 0;
    this.sinceSnapshot = 0;
    this.lastTime = "";
  }

  async close(): Promise<void> {
    await this.settled();
    if (this.sinceSnapshot > 0) this.takeSnapshot();
    await this.journal.close();
  }

  private takeSnapshot(): void {
    this.journal.saveSnapshot({ revision: this.revision, time: this.lastTime, collections: this.store.dump() });
    this.sinceSnapshot = 0;
  }
}

/** The state a journal tells of, up to a time. */
export function foldJournal(
  journal: Journal,
  until?: string,
): { store: Store; revision: number; time: string; folded: number } {
  const store = new Store();
  const snapshot = journal.snapshot(until);
  for (const [collection, docs] of Object.entries(snapshot?.collections ?? {})) {
    for (const [key, doc] of Object.entries(docs)) store.apply({ collection, key, doc });
  }
  let revision = snapshot?.revision ?? 0;
  let time = snapshot?.time ?? "";
  let folded = 0;
  for (const entry of journal.entries(revision, until)) {
    for (const change of entry.changes) store.apply(change);
    revision = entry.revision;
    time = entry.time;
    folded++;
  }
  return { store, revision, time, folded };
}
