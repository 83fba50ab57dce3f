import { CommanderError } from "commander";
import type { CommandSpec, Run } from "../command-tree.ts";
import { codeFacts, isKnownCode } from "../diagnostic-formats/code-facts.ts";
import { CommandFailure, type ExitCode, exitCodes } from "../exit-codes.ts";
import { programOf } from "../program.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `castellan help [TOPIC]`: a command's help, or the page of a diagnostic's code. */
export const help: Run = async ({ args: [topic], terminal, tree }) => {
  if (topic === undefined) return showHelp(tree, [], terminal);
  const code = topic.toUpperCase();
  if (isKnownCode(code)) {
    terminal.out(pageOf(code));
    return exitCodes.good;
  }
  if (tree.some(({ name }) => name === topic)) return showHelp(tree, [topic], terminal);
  throw new CommandFailure(
    exitCodes.input,
    `there is no help about \`${topic}\``,
    "name a command, or a code such as CST0103 or INVALID_ACTION",
  );
};

/** The parser prints its own help and then ends by throwing. */
async function showHelp(
  tree: readonly CommandSpec[],
  words: readonly string[],
  { out, say }: Terminal,
): Promise<ExitCode> {
  const output = { writeOut: (text: string) => out(text.trimEnd()), writeErr: (text: string) => say(text.trimEnd()) };
  await programOf(tree, async () => undefined, output)
    .parseAsync([...words, "--help"], { from: "user" })
    .catch((error: unknown) => {
      if (!(error instanceof CommanderError)) throw error;
    });
  return exitCodes.good;
}

/** The page of a code, or of one that AWS has the page of its address. */
function pageOf(code: string): string {
  const { title, markdown, uri } = codeFacts(code);
  return markdown ?? [`# ${code}: ${title}`, ...(uri === undefined ? [] : [`AWS tells about it: ${uri}`])].join("\n\n");
}
