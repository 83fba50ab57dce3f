import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { awsCli, type AwsCliRun } from "../../tools/awscli.mjs";

/** An empty home directory with the AWS CLI on its PATH and a browser that leaves a note of what it is asked to open. */
export interface ReaderHome {
  readonly path: string;
  /** What a shell of this person has in its environment: nothing of AWS's but `AWS_ENDPOINT_URL`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs lines in bash as they are typed, and stops at the first that fails. */
  readonly type: (lines: string, options?: TypingOptions) => Promise<AwsCliRun>;
  /** The address the browser was last asked to open; waits until it is. */
  readonly openedAddress: (signal: AbortSignal) => Promise<string>;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  /** Ends what still runs and takes the home away. */
  readonly remove: () => void;
}

interface TypingOptions {
  /** The profile the shell already has, as after `export AWS_PROFILE=…`. */
  readonly profile?: string;
  /** What is typed when a command asks. */
  readonly input?: string;
}

/** Makes a home directory for a person who works with a plane. */
export function readerHome(endpoint: string): ReaderHome {
  const path = mkdtempSync(join(tmpdir(), "castellan-home-"));
  const running = new Set<Running>();
  const cli = awsCli();
  if ("missing" in cli) throw new Error(cli.missing);
  mkdirSync(join(path, "bin"));
  symlinkSync(cli.path, join(path, "bin/aws"));
  const note = join(path, "opened");
  const browser = join(path, "bin/browser");
  writeFileSync(browser, `#!/bin/sh\nprintf '%s' "$1" > '${note}.part' && mv '${note}.part' '${note}'\n`);
  chmodSync(browser, 0o755);
  // The ` &` at the end: Python waits for any other browser to exit before it serves the address it is called back on.
  const environment = {
    HOME: path,
    PATH: `${join(path, "bin")}:/usr/local/bin:/usr/bin:/bin`,
    LANG: "C.UTF-8",
    TERM: "xterm",
    BROWSER: `${browser} %s &`,
    AWS_ENDPOINT_URL: endpoint,
  };
  return {
    path,
    environment,
    type: async (lines, { profile, input = "" } = {}) => {
      const env = { ...environment, ...(profile !== undefined && { AWS_PROFILE: profile }) };
      const started = runInBash(lines, path, env, input);
      running.add(started);
      return started.run.finally(() => running.delete(started));
    },
    openedAddress: async (signal) => {
      while (!existsSync(note)) await sleep(20, undefined, { signal });
      const address = readFileSync(note, "utf8");
      rmSync(note);
      return address;
    },
    read: (file) => readFileSync(join(path, file), "utf8"),
    write: (file, text) => {
      mkdirSync(join(path, file, ".."), { recursive: true });
      writeFileSync(join(path, file), text, { mode: 0o600 });
    },
    remove: () => {
      for (const { end } of running) end();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Runs bash in a process group of its own: ending bash alone would leave the command it waits for. */
function runInBash(lines: string, cwd: string, env: Readonly<Record<string, string>>, input: string): Running {
  const child = spawn("/bin/bash", ["-e", "-O", "expand_aliases", "-c", lines], { cwd, env, detached: true });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  child.stdin.on("error", () => undefined).end(input);
  const run = new Promise<AwsCliRun>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...output }));
  });
  return { run, end: () => child.exitCode === null && child.pid !== undefined && process.kill(-child.pid, "SIGKILL") };
}

interface Running {
  readonly run: Promise<AwsCliRun>;
  readonly end: () => void;
}
