import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommandLine } from "../run-command-line.ts";

/** What a run of the command left. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder for a test, in which the command can be run. */
export interface TestFolder {
  readonly path: string;
  readonly run: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ran>;
  readonly read: (name: string) => string;
}

/** A test, or a file of tests, that says when it is over. */
interface Ending {
  readonly after: (act: () => void) => void;
}

/** Makes a folder with these files, which is taken away when the test is over. */
export function folderOf(test: Ending, files: Readonly<Record<string, string>>): TestFolder {
  const path = mkdtempSync(join(tmpdir(), "castellan-"));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return {
    path,
    run: (args, env = {}) => runIn(path, args, env),
    read: (name) => readFileSync(join(path, name), "utf8"),
  };
}

async function runIn(folder: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const capture = (stream: keyof typeof written) => ({
    value: { isTTY: false, write: (text: string) => (written[stream] += text) },
  });
  const host: typeof process = Object.create(process, {
    stdin: { value: { isTTY: false } },
    stdout: capture("stdout"),
    stderr: capture("stderr"),
    env: { value: { NO_COLOR: "1", ...env } },
    cwd: { value: () => folder },
  });
  const exitCode = await runCommandLine(args, host);
  return { exitCode, ...written };
}
