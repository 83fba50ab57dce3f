import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { isAlive } from "../target/running-plane.ts";

/**
 * Runs `act` while no other apply of this folder runs: two at once would each act on what the other is changing. The
 * mark of a process that died is taken over.
 */
export async function whileLocked<T>(directory: string, act: () => Promise<T>): Promise<T> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, "apply.lock");
  take(path);
  try {
    return await act();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): void {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = Number(readFileSync(path, "utf8"));
    if (isAlive(holder)) {
      throw new CommandFailure(
        exitCodes.target,
        `another apply of this folder is running (process ${holder})`,
        "wait for it to end",
      );
    }
    rmSync(path, { force: true });
    take(path);
  }
}
