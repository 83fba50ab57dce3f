import type { Journal, JournalEntry, Snapshot } from "./journal.ts";

/** A journal that lives as long as its process. */
export function memoryJournal(): Journal {
  let entries: JournalEntry[] = [];
  let snapshots: Snapshot[] = [];
  return {
    repairs: [],
    append: async (entry) => void entries.push(entry),
    durableRevision: () => entries.at(-1)?.revision ?? 0,
    *entries(after, until) {
      for (const entry of entries) {
        if (until !== undefined && entry.time > until) return;
        if (entry.revision > after) yield entry;
      }
    },
    snapshot: (until) => snapshots.findLast((s) => until === undefined || s.time <= until),
    saveSnapshot: (snapshot) => void snapshots.push(snapshot),
    clear() {
      entries = [];
      snapshots = [];
    },
    close: async () => undefined,
  };
}
