import { realpathSync, renameSync, statSync, writeFileSync } from "node:fs";

/** Writes beside a file and renames, so that it is never half there; a link stays one, and so do its permissions. */
export function replaceFile(path: string, text: string): void {
  const real = realpathSync(path);
  const beside = `${real}.castellan-${process.pid}`;
  writeFileSync(beside, text, { mode: statSync(real).mode });
  renameSync(beside, real);
}
