import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import type { CommandSpec, Run } from "../command-tree.ts";
import { CommandFailure, type ExitCode, exitCodes } from "../exit-codes.ts";
import { programOf } from "../program.ts";

/** The pages of docs/errors: beside the bundle, or in the repository. */
const folders = ["./errors/", "../../../../docs/errors/"].map((path) => new URL(path, import.meta.url));

/** `castellan help [TOPIC]`: a command's help, or the page of a diagnostic's code. */
export const help: Run = async ({ args: [topic], terminal, tree }) => {
  if (topic === undefined) return showHelp(tree, []);
  if (/^CST\d{4}$/i.test(topic)) {
    terminal.out(pageOf(topic.toUpperCase()));
    return exitCodes.good;
  }
  if (tree.some(({ name }) => name === topic)) return showHelp(tree, [topic]);
  throw new CommandFailure(
    exitCodes.input,
    `there is no help about \`${topic}\``,
    "name a command, or a code such as CST0103",
  );
};

/** The parser prints its own help and then ends by throwing. */
async function showHelp(tree: readonly CommandSpec[], words: readonly string[]): Promise<ExitCode> {
  await programOf(tree, async () => undefined)
    .parseAsync([...words, "--help"], { from: "user" })
    .catch((error: unknown) => {
      if (!(error instanceof CommanderError)) throw error;
    });
  return exitCodes.good;
}

function pageOf(code: string): string {
  const path = folders.map((folder) => fileURLToPath(new URL(`${code}.md`, folder))).find((page) => existsSync(page));
  if (path === undefined) throw new CommandFailure(exitCodes.input, `there is no diagnostic \`${code}\``);
  return readFileSync(path, "utf8").trimEnd();
}
