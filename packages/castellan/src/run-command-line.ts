import { Command, CommanderError, Option } from "commander";
import { commandGroups, type CommandSpec, type OptionSpec, type Run } from "./command-tree.ts";
import { commands } from "./commands.ts";
import { CommandFailure, type ExitCode, exitCodes } from "./exit-codes.ts";
import { type ColorChoice, createTerminal, type Terminal } from "./terminal/terminal.ts";
import { version } from "./version.ts";

type Process = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env" | "cwd" | "once" | "off" | "exit">;

/** Runs what was typed and resolves with the exit code. */
export async function runCommandLine(args: readonly string[], host: Process): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.good;
  const program = programOf(async (spec, words, flags, color) => {
    exitCode = await perform(await spec.load(), words, flags, host, color);
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return failed(error, createTerminal(host, host.env, "auto"));
  }
}

type Act = (
  spec: CommandSpec,
  args: readonly string[],
  flags: Record<string, string | boolean | undefined>,
  color: ColorChoice,
) => Promise<void>;

/** The parser of the command tree. */
export function programOf(act: Act): Command {
  const program = new Command("castellan")
    .description("Write who may do what in AWS in one file; Castellan checks it, applies it and keeps verifying it.")
    .version(version, "-V, --version", "print the version")
    .addOption(new Option("--color <when>", "colour the output").choices(["auto", "always", "never"]).default("auto"))
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showHelpAfterError("(castellan --help lists the commands)")
    .exitOverride();
  for (const group of commandGroups) {
    for (const spec of commands.filter((command) => command.group === group))
      program.addCommand(commandOf(spec, program, act));
  }
  return program;
}

function commandOf(spec: CommandSpec, program: Command, act: Act): Command {
  const command = new Command(spec.name)
    .description(spec.summary)
    .helpGroup(`${spec.group}:`)
    .helpOption("-h, --help", "print this help")
    .exitOverride();
  for (const { name, summary, required, variadic } of spec.arguments) {
    const word = variadic ? `${name}...` : name;
    command.argument(required ? `<${word}>` : `[${word}]`, summary);
  }
  for (const option of spec.options) command.addOption(optionOf(option));
  command.addHelpText("after", `\nExamples:\n${spec.examples.map((example) => `  ${example}`).join("\n")}`);
  command.action(async (...received: unknown[]) => {
    const given = received.slice(0, spec.arguments.length).filter((word) => typeof word === "string");
    const flags = Object.fromEntries(
      spec.options.map(({ name }) => [name, command.getOptionValue(camelCase(name)) as string | boolean | undefined]),
    );
    await act(spec, given, flags, program.opts<{ color: ColorChoice }>().color);
  });
  return command;
}

function optionOf({ name, short, value, summary, fallback, choices }: OptionSpec): Option {
  const option = new Option(
    `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` <${value}>`}`,
    summary,
  );
  if (choices !== undefined) option.choices([...choices]);
  if (fallback !== undefined && fallback !== "") option.default(fallback);
  return option;
}

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

async function perform(
  run: Run,
  args: readonly string[],
  flags: Record<string, string | boolean | undefined>,
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
    return await run({ args, flags, terminal, signal: interruption.signal, env: host.env, cwd: host.cwd() });
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
