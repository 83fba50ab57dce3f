import { hash as digest } from "node:crypto";
import Database from "libsql";
import type { Journal, JournalEntry, Snapshot } from "./journal.ts";

/** The journal of another process, or one that cannot be trusted any more. */
export class JournalError extends Error {
  override readonly name = "JournalError";
}

interface Row {
  readonly revision: number;
  readonly time: string;
  readonly entry: string;
  readonly hash: string;
}

const schema = `
  create table if not exists journal (revision integer primary key, time text not null, entry text not null, hash text not null);
  create table if not exists snapshot (revision integer primary key, time text not null, collections text not null);
`;

/** Each entry's hash covers its text and the hash before it: a changed or missing entry breaks the chain. */
const chain = (before: string, entry: string): string => digest("sha256", before + entry, "base64url");

/** A journal in one SQLite file: WAL, synchronous FULL; entries of one turn of the event loop share one commit and fsync. */
export function sqliteJournal(path: string): Journal {
  const unlock = lock(path);
  try {
    const database = open(path);
    return new SqliteJournal(database, repairTail(database), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function open(path: string): Database.Database {
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  // 32 MB of log between checkpoints: each one costs two more waits for the disk.
  database.pragma("wal_autocheckpoint = 8000");
  database.exec(schema);
  return database;
}

/**
 * Keeps other planes out by a lock of its own, in a file beside the journal: an open transaction, which the system gives
 * back when the process dies, and which does not wait for the driver to let go of the journal's statements.
 */
function lock(path: string): () => void {
  const holder = new Database(`${path}.lock`);
  try {
    holder.exec("begin exclusive");
  } catch (error) {
    holder.close();
    throw new JournalError(`\`${path}\` is in use by another plane`, { cause: error });
  }
  return () => {
    holder.exec("rollback");
    holder.close();
  };
}

/** Takes unreadable entries off the end; those were never acknowledged as a whole. */
function repairTail(database: Database.Database): string[] {
  const repairs: string[] = [];
  const last = database.prepare("select revision, time, entry, hash from journal order by revision desc limit 2");
  for (;;) {
    const [row, before] = last.all() as Row[];
    if (row === undefined || whole(row, before)) return repairs;
    database.prepare("delete from journal where revision = ?").run(row.revision);
    repairs.push(`entry ${row.revision} at the end of the journal was not whole and has been removed`);
  }
}

function whole(row: Row, before: Row | undefined): boolean {
  if (before === undefined && row.revision !== 1) return true;
  return row.hash === chain(before?.hash ?? "", row.entry) && row.revision === (before?.revision ?? 0) + 1;
}

interface Waiting {
  readonly entry: JournalEntry;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

class SqliteJournal implements Journal {
  readonly repairs: readonly string[];
  private readonly database: Database.Database;
  private readonly unlock: () => void;
  private readonly insert: Database.Statement;
  private waiting: Waiting[] = [];
  /** How many entries the last commit held. */
  private lastGroup = 1;
  private durable: number;
  private lastHash: string;

  constructor(database: Database.Database, repairs: readonly string[], unlock: () => void) {
    this.database = database;
    this.unlock = unlock;
    this.repairs = repairs;
    this.insert = database.prepare("insert into journal (revision, time, entry, hash) values (?, ?, ?, ?)");
    const last = database.prepare("select revision, hash from journal order by revision desc limit 1").get() as
      | Row
      | undefined;
    this.durable = last?.revision ?? 0;
    this.lastHash = last?.hash ?? "";
  }

  append(entry: JournalEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ entry, resolve, reject });
      if (this.waiting.length === 1) this.scheduleFlush();
    });
  }

  /** One writer is answered at once; when several write together, a millisecond gathers them into one wait for the disk. */
  private scheduleFlush(): void {
    if (this.lastGroup > 1) setTimeout(() => this.flush(), 1);
    else setImmediate(() => this.flush());
  }

  durableRevision(): number {
    return this.durable;
  }

  *entries(after: number, until?: string): Iterable<JournalEntry> {
    const rows = this.database
      .prepare("select revision, time, entry, hash from journal where revision > ? and time <= ? order by revision")
      .iterate(after, until ?? "9999") as Iterable<Row>;
    let before: Row | undefined;
    for (const row of rows) {
      if (before !== undefined && !whole(row, before)) {
        throw new JournalError(`the journal is damaged at entry ${row.revision}: restore the file from a copy`);
      }
      before = row;
      yield JSON.parse(row.entry) as JournalEntry;
    }
  }

  snapshot(until?: string): Snapshot | undefined {
    const row = this.database
      .prepare("select revision, time, collections from snapshot where time <= ? order by revision desc limit 1")
      .get(until ?? "9999") as { revision: number; time: string; collections: string } | undefined;
    return row && { ...row, collections: JSON.parse(row.collections) as Snapshot["collections"] };
  }

  saveSnapshot(snapshot: Snapshot): void {
    this.database
      .prepare("insert or replace into snapshot (revision, time, collections) values (?, ?, ?)")
      .run(snapshot.revision, snapshot.time, JSON.stringify(snapshot.collections));
  }

  clear(): void {
    this.database.exec("delete from journal; delete from snapshot");
    this.durable = 0;
    this.lastHash = "";
  }

  async close(): Promise<void> {
    this.flush();
    this.database.close();
    this.unlock();
  }

  /** INVARIANT: either all waiting entries are in the file and synced when this resolves them, or none is. */
  private flush(): void {
    const group = this.waiting;
    this.waiting = [];
    this.lastGroup = group.length;
    if (group.length === 0) return;
    try {
      this.write(group.map(({ entry }) => entry));
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  }

  private write(entries: readonly JournalEntry[]): void {
    let hash = this.lastHash;
    this.database.exec("begin immediate");
    try {
      for (const entry of entries) {
        const text = JSON.stringify(entry);
        hash = chain(hash, text);
        this.insert.run(entry.revision, entry.time, text, hash);
      }
      this.database.exec("commit");
    } catch (error) {
      this.database.exec("rollback");
      throw error;
    }
    this.lastHash = hash;
    this.durable = entries.at(-1)?.revision ?? this.durable;
  }
}
