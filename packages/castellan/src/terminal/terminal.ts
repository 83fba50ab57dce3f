import picocolors from "picocolors";

/** The two streams of a command: the answer goes to stdout, the talk to stderr. */
export interface Terminal {
  /** A line of the answer. */
  readonly out: (line: string) => void;
  /** A line of talk: progress, notes, warnings. */
  readonly say: (line: string) => void;
  /** Colours for the answer, or functions that change nothing. */
  readonly outColors: Colors;
  /** Colours for the talk. */
  readonly sayColors: Colors;
  /** Whether a person is there to answer questions. */
  readonly interactive: boolean;
}

/** Functions that colour text, or leave it. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** What the user said about colour: `--color auto|always|never`. */
export type ColorChoice = "auto" | "always" | "never";

interface Stream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** `--color` goes before NO_COLOR, that before FORCE_COLOR, that before what the stream is [no-color.org]. */
function useColor(choice: ColorChoice, env: Readonly<Record<string, string | undefined>>, stream: Stream): boolean {
  if (choice !== "auto") return choice === "always";
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] && env["FORCE_COLOR"] !== "0") return true;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/** The terminal over a process's streams. */
export function createTerminal(
  streams: {
    readonly stdin: { readonly isTTY?: boolean | undefined };
    readonly stdout: Stream;
    readonly stderr: Stream;
  },
  env: Readonly<Record<string, string | undefined>>,
  color: ColorChoice,
): Terminal {
  const { stdin, stdout, stderr } = streams;
  return {
    out: (line) => void stdout.write(`${line}\n`),
    say: (line) => void stderr.write(`${line}\n`),
    outColors: picocolors.createColors(useColor(color, env, stdout)),
    sayColors: picocolors.createColors(useColor(color, env, stderr)),
    interactive: stdin.isTTY === true && stderr.isTTY === true && !env["CI"],
  };
}
