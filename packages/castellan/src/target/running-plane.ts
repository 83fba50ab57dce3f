import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Operator } from "@castellan/plane";

/** What a plane that listens leaves in its folder so that other commands find it; nothing secret. */
export interface RunningPlane {
  readonly endpoint: string;
  readonly processId: number;
  readonly region: string;
  readonly operator: Operator;
}

const file = (directory: string): string => join(directory, "running.json");

/** Writes down where the plane of a folder listens. */
export function announceRunning(directory: string, running: RunningPlane): void {
  writeFileSync(file(directory), `${JSON.stringify(running)}\n`, { mode: 0o600 });
}

/** Takes the note away. */
export function retractRunning(directory: string): void {
  rmSync(file(directory), { force: true });
}

/** The plane that runs on a folder now, if one does; a note left by a process that died is not believed. */
export function findRunning(directory: string): RunningPlane | undefined {
  if (!existsSync(file(directory))) return undefined;
  const running = JSON.parse(readFileSync(file(directory), "utf8")) as RunningPlane;
  return isAlive(running.processId) ? running : undefined;
}

/** Whether a process of that id runs. */
export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
