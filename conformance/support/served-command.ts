import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { castellanCommand } from "./command.ts";

/** A plane in a process of its own. */
export interface ServedCommand {
  readonly endpoint: string;
  /** kill -9; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts `castellan serve` over a folder and waits until it listens. */
export async function serveCommand(directory: string): Promise<ServedCommand> {
  const child = spawn(process.execPath, [castellanCommand, "serve", "--data", directory, "--port", "0", "--json"], {
    cwd: directory,
    env: { PATH: process.env["PATH"], HOME: directory },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const [line] = (await Promise.race([once(createInterface(child.stdout), "line"), exited.then(() => [""])])) as [
    string,
  ];
  const { ready, endpoint } = JSON.parse(line || "{}") as { ready?: boolean; endpoint?: string };
  if (ready !== true || endpoint === undefined) throw new Error("`castellan serve` did not start");
  return {
    endpoint,
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
