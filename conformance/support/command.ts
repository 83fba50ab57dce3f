import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built command. */
export const castellanCommand = fileURLToPath(new URL("../../packages/castellan/bin/castellan.js", import.meta.url));

/** What a run of the command left. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command in a folder, with nobody at a terminal and an empty home. */
export function castellan(folder: string, ...args: string[]): Promise<Ran> {
  const env = { PATH: process.env["PATH"], HOME: folder, NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [castellanCommand, ...args],
      { cwd: folder, env, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

/** An empty folder, and how to take it away. */
export function emptyFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "castellan-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
