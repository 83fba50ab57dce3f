import { hash as digest } from "node:crypto";
import Database from "libsql";
import type { Journal, JournalEntry, Snapshot } from "./journal.ts";

/** The journal of another process, or one that cannot be trusted any more. */
export class JournalError extends Error {
  override readonly name = "JournalError";
}

/** Entries that became durable together, as lines of JSON, under the revision of the last one. */
interface Row {
  readonly revision: number;
  readonly entries: string;
  readonly hash: string;
}

const schema = `
  create table if not exists journal (revision integer primary key, entries text not null, hash text not null);
  create table if not exists snapshot (revision integer primary key, time text not null, collections text not null);
`;

/** Older snapshots go: they only shorten the way back to an earlier time, and each is as large as the plane. */
const keptSnapshots = 8;

/** Each row's hash covers its text and the hash before it: a changed or missing row breaks the chain. */
const chain = (before: string, entries: string): string => digest("sha256", before + entries, "base64url");

const parseEntries = (row: Row): JournalEntry[] =>
  row.entries.split("\n").map((line) => JSON.parse(line) as JournalEntry);

/** A journal in one SQLite file: WAL, synchronous FULL; entries that are written together share one row, commit and fsync. */
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

/** Takes rows that are not whole off the end; nothing of them was ever acknowledged. */
function repairTail(database: Database.Database): string[] {
  const repairs: string[] = [];
  const last = database.prepare("select revision, entries, hash from journal order by revision desc limit 2");
  for (;;) {
    const [row, before] = last.all() as Row[];
    if (row === undefined || isWhole(row, before)) return repairs;
    database.prepare("delete from journal where revision = ?").run(row.revision);
    repairs.push(`entry ${row.revision} at the end of the journal was not whole and has been removed`);
  }
}

/** Whether a row is as it was written after the one before it. */
const isWhole = (row: Row, before: Row | undefined): boolean => row.hash === chain(before?.hash ?? "", row.entries);

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
    this.insert = database.prepare("insert into journal (revision, entries, hash) values (?, ?, ?)");
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
    let before = this.rowBefore(after);
    const rows = this.database.prepare(
      "select revision, entries, hash from journal where revision > ? order by revision",
    );
    for (const row of rows.iterate(after) as Iterable<Row>) {
      if (!isWhole(row, before)) {
        throw new JournalError(`the journal is damaged at entry ${row.revision}: restore the file from a copy`);
      }
      before = row;
      for (const entry of parseEntries(row)) {
        if (until !== undefined && entry.time > until) return;
        if (entry.revision > after) yield entry;
      }
    }
  }

  private rowBefore(after: number): Row | undefined {
    const query = "select revision, entries, hash from journal where revision <= ? order by revision desc limit 1";
    return this.database.prepare(query).get(after) as Row | undefined;
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
    this.database
      .prepare(
        "delete from snapshot where revision not in (select revision from snapshot order by revision desc limit ?)",
      )
      .run(keptSnapshots);
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

  /** One statement is one transaction: begun, written and synced by SQLite itself. */
  private write(entries: readonly JournalEntry[]): void {
    const text = entries.map((entry) => JSON.stringify(entry)).join("\n");
    const revision = entries.at(-1)?.revision ?? this.durable;
    const hash = chain(this.lastHash, text);
    this.insert.run(revision, text, hash);
    this.lastHash = hash;
    this.durable = revision;
  }
}
