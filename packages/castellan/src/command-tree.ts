import type { ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** A positional argument of a command. */
export interface ArgumentSpec {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  readonly variadic?: boolean;
}

/** A flag of a command; one with a `value` takes a word. */
export interface OptionSpec {
  /** As typed, without dashes: `detailed-exitcode`. */
  readonly name: string;
  readonly short?: string;
  /** What the value stands for in help: `FILE`. */
  readonly value?: string;
  readonly summary: string;
  readonly fallback?: string;
  readonly choices?: readonly string[];
  /** May be given several times; its words come as a list. */
  readonly repeated?: true;
}

/** The words of a flag: one, a list when it may be repeated, or that it is there. */
export type FlagValue = string | boolean | readonly string[] | undefined;

/** What a command gets: its arguments in order and its flags by name. */
export interface Invocation {
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, FlagValue>>;
  readonly terminal: Terminal;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** Every command there is. */
  readonly tree: readonly CommandSpec[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** A command's code: runs and says how it went. */
export type Run = (invocation: Invocation) => Promise<ExitCode>;

/** A command as parser, help, completion and reference know it; its code is loaded only when it runs. */
export interface CommandSpec {
  readonly name: string;
  readonly group: CommandGroup;
  readonly summary: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  readonly load: () => Promise<Run>;
}

/** Headings of the help, in order. */
export const commandGroups = ["Start", "Change", "Ask", "Prove", "Use", "Run"] as const;

/** A heading of the help. */
export type CommandGroup = (typeof commandGroups)[number];
