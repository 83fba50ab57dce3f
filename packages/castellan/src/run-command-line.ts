import { CommanderError } from "commander";
import type { FlagValue, Run } from "./command-tree.ts";
import { commands } from "./commands.ts";
import { CommandFailure, type ExitCode, exitCodes } from "./exit-codes.ts";
import { type Act, programOf } from "./program.ts";
import { type ColorChoice, createTerminal, type Terminal } from "./terminal/terminal.ts";

type Process = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env" | "cwd" | "once" | "off" | "exit">;

/** Runs what was typed and resolves with the exit code. */
export async function runCommandLine(args: readonly string[], host: Process): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.good;
  const act: Act = async (spec, words, flags, color) => {
    exitCode = await perform(await spec.load(), words, flags, host, color);
  };
  const program = programOf(commands, act, {
    writeOut: (text) => void host.stdout.write(text),
    writeErr: (text) => void host.stderr.write(text),
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return failed(error, createTerminal(host, host.env, "auto"));
  }
}

async function perform(
  run: Run,
  args: readonly string[],
  flags: Record<string, FlagValue>,
  host: Process,
  color: ColorChoice,
): Promise<ExitCode> {
  const terminal = createTerminal(host, host.env, color);
  const interruption = new AbortController();
  const interrupt = () => {
    if (interruption.signal.aborted) host.exit(exitCodes.interrupted);
    interruption.abort();
  };
  host.once("SIGINT", interrupt);
  host.once("SIGTERM", interrupt);
  try {
    return await run({
      args,
      flags,
      terminal,
      signal: interruption.signal,
      tree: commands,
      env: host.env,
      cwd: host.cwd(),
    });
  } catch (error) {
    return failed(error, terminal);
  } finally {
    host.off("SIGINT", interrupt);
    host.off("SIGTERM", interrupt);
  }
}

function failed(error: unknown, { say, sayColors }: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.good : exitCodes.input;
  if (error instanceof CommandFailure) {
    say(`${sayColors.red("error")}: ${error.message}`);
    if (error.help !== undefined) say(`${sayColors.cyan("help")}: ${error.help}`);
    return error.exitCode;
  }
  say(`${sayColors.red("bug")}: castellan did something it should not have; please report this`);
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.bug;
}
