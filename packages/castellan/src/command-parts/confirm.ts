import type { Invocation } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

/** Asks before something is written; without a person to ask, `--yes` has to be there. */
export async function confirm({ terminal, flags }: Invocation, question: string): Promise<boolean> {
  if (flags["yes"] === true) return true;
  if (!terminal.interactive)
    throw new CommandFailure(
      exitCodes.input,
      "nobody is here to confirm this",
      "look at what would be done, and add --yes",
    );
  const prompts = await import("@clack/prompts");
  const answer = await prompts.confirm({ message: question, initialValue: false, output: process.stderr });
  return answer === true;
}
