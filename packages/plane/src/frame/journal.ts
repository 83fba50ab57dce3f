import type { Change } from "./store.ts";

/** One committed transaction; the plane's state is the fold of these, and the audit trail reads them. */
export interface JournalEntry {
  /** 1, 2, 3 … without holes. */
  readonly revision: number;
  /** ISO 8601 with milliseconds, UTC. */
  readonly time: string;
  readonly requestId: string;
  readonly account: string;
  /** ARN of the caller, or `castellan` for the plane's own jobs. */
  readonly principal: string;
  readonly service: string;
  readonly operation: string;
  /** The input with secrets replaced. */
  readonly request: unknown;
  readonly outcome: "success";
  readonly changes: readonly Change[];
}

/** The whole state at a revision; bounds how much of the journal a start has to fold. */
export interface Snapshot {
  readonly revision: number;
  readonly time: string;
  readonly collections: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** Where entries are kept. Entries are appended in revision order; an entry counts once its promise resolves. */
export interface Journal {
  /** Resolves when the entry is durable; entries appended in one turn of the event loop become durable together. */
  append(entry: JournalEntry): Promise<void>;
  /** The newest revision that is durable; 0 for an empty journal. */
  durableRevision(): number;
  /** Entries with a revision above `after`, in order, up to and including the time `until` (ISO 8601) if given. */
  entries(after: number, until?: string): Iterable<JournalEntry>;
  /** The newest snapshot not younger than `until`, if there is one. */
  snapshot(until?: string): Snapshot | undefined;
  saveSnapshot(snapshot: Snapshot): void;
  /** What was repaired when the journal was opened, in words; empty when nothing was. */
  readonly repairs: readonly string[];
  /** Forgets everything (the reset of throw-away planes). */
  clear(): void;
  close(): Promise<void>;
}
