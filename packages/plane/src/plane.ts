export { openDataDirectory, type DataDirectory } from "./data-directory.ts";
export { createPlane, type Plane, type PlaneOptions } from "./create-plane.ts";
export { listen, type Listening } from "./http/listen.ts";
export type { Journal, JournalEntry, Snapshot } from "./frame/journal.ts";
export { memoryJournal } from "./frame/memory-journal.ts";
export { JournalError, sqliteJournal } from "./frame/sqlite-journal.ts";
export { type OneTimePassword, type Operator, operatorCredentialsWith } from "./operator.ts";
export { moduleOf } from "./services.ts";
export { newVaultKey } from "./security/vault.ts";
