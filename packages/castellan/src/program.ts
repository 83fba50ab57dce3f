import { Command, Option, type OutputConfiguration } from "commander";
import { commandGroups, type CommandSpec, type FlagValue, type OptionSpec } from "./command-tree.ts";
import type { ColorChoice } from "./terminal/terminal.ts";
import { version } from "./version.ts";

/** What is done when a command was typed. */
export type Act = (
  spec: CommandSpec,
  args: readonly string[],
  flags: Record<string, FlagValue>,
  color: ColorChoice,
) => Promise<void>;

/** Where the parser writes its help and its complaints. */
export type Output = Pick<OutputConfiguration, "writeOut" | "writeErr">;

/** The parser of a command tree. */
export function programOf(tree: readonly CommandSpec[], act: Act, output: Output): Command {
  const program = new Command("castellan")
    .description("Write who may do what in AWS in one file; Castellan checks it, applies it and keeps verifying it.")
    .version(version, "-V, --version", "print the version")
    .addOption(new Option("--color <when>", "colour the output").choices(["auto", "always", "never"]).default("auto"))
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showHelpAfterError("(castellan --help lists the commands)")
    .configureOutput(output)
    .exitOverride();
  for (const group of commandGroups) {
    for (const spec of tree.filter((command) => command.group === group))
      program.addCommand(commandOf(spec, program, act, output));
  }
  return program;
}

function commandOf(spec: CommandSpec, program: Command, act: Act, output: Output): Command {
  const command = new Command(spec.name)
    .description(spec.summary)
    .helpGroup(`${spec.group}:`)
    .helpOption("-h, --help", "print this help")
    .configureOutput(output)
    .exitOverride();
  for (const { name, summary, required, variadic } of spec.arguments) {
    const word = variadic ? `${name}...` : name;
    command.argument(required ? `<${word}>` : `[${word}]`, summary);
  }
  for (const option of spec.options) command.addOption(optionOf(option));
  command.addHelpText("after", `\nExamples:\n${spec.examples.map((example) => `  ${example}`).join("\n")}`);
  command.action(async (...received: unknown[]) => {
    const given = received
      .slice(0, spec.arguments.length)
      .flat()
      .filter((word) => typeof word === "string");
    const flags = Object.fromEntries(
      spec.options.map(({ name }) => [name, command.getOptionValue(camelCase(name)) as FlagValue]),
    );
    await act(spec, given, flags, program.opts<{ color: ColorChoice }>().color);
  });
  return command;
}

function optionOf({ name, short, value, summary, fallback, choices, repeated }: OptionSpec): Option {
  const option = new Option(
    `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` <${value}>`}`,
    summary,
  );
  // A flag such as --no-more is a flag of its own, not the other one of --more.
  option.negate = false;
  if (choices !== undefined) option.choices([...choices]);
  if (repeated) option.argParser((word: string, before: readonly string[] = []) => [...before, word]);
  if (fallback !== undefined && fallback !== "") option.default(fallback);
  return option;
}

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
