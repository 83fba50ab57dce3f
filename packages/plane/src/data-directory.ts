import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Journal } from "./frame/journal.ts";
import { JournalError, sqliteJournal } from "./frame/sqlite-journal.ts";
import { newVaultKey } from "./security/vault.ts";

/** What a plane keeps in its folder: `journal.db`, and `vault.key`, which nobody but its owner may read. */
export interface DataDirectory {
  readonly journal: Journal;
  readonly vaultKey: Uint8Array;
}

const keyBytes = 32;

/** Opens the folder of a plane, making it if it is not there. Without its key a journal is of no use and is refused. */
export function openDataDirectory(path: string): DataDirectory {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const journalPath = join(path, "journal.db");
  const keyPath = join(path, "vault.key");
  if (!existsSync(keyPath)) {
    if (existsSync(journalPath))
      throw new JournalError(`\`${keyPath}\` is missing: the journal beside it cannot be read without it`);
    writeKey(keyPath, newVaultKey());
  }
  const vaultKey = readFileSync(keyPath);
  if (vaultKey.length !== keyBytes)
    throw new JournalError(`\`${keyPath}\` is not a key: it must have ${keyBytes} bytes`);
  return { journal: sqliteJournal(journalPath), vaultKey };
}

/** The key is on disk before anything is sealed with it. */
function writeKey(path: string, key: Uint8Array): void {
  const file = openSync(path, "wx", 0o600);
  writeSync(file, key);
  fsyncSync(file);
  closeSync(file);
}
