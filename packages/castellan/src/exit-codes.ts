/** What the command says to the shell; the same for every command. */
export const exitCodes = {
  /** Done; the answer is good; nothing to do. */
  good: 0,
  /** The verdict is bad: a promise broken, a case that differs. */
  bad: 1,
  /** Changes are pending (`plan --detailed-exitcode` only). */
  pending: 2,
  /** What the user wrote is wrong: file, flags, missing confirmation. */
  input: 3,
  /** A sign-in is needed or has expired. */
  signIn: 4,
  /** The target refused or cannot be reached. */
  target: 5,
  /** Stopped part-way; the same command goes on. */
  stopped: 6,
  /** Our bug. */
  bug: 70,
  /** Interrupted by Ctrl-C. */
  interrupted: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a message for the person who typed it: `message`, then `help` on a line of its own. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  readonly exitCode: ExitCode;
  readonly help: string | undefined;

  constructor(exitCode: ExitCode, message: string, help?: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
    this.help = help;
  }
}
