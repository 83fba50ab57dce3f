import { readFileSync } from "node:fs";
import type { Colors } from "../terminal/terminal.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { showDifference } from "../command-parts/show-difference.ts";
import { chooseFixes } from "./choose-fixes.ts";
import type { LintedFile } from "./lint-file.ts";
import { replaceFile } from "./replace-file.ts";

/** What fixing a file came to. */
export interface FixedFile {
  /** The file's text with the fixes. */
  readonly text: string;
  /** What is to be shown: the difference, how many fixes, which ones wait. */
  readonly lines: readonly string[];
}

/** Makes the fixes of a file and writes it, unless `dryRun`. */
export function fixFile(
  { path, file, text, kind, diagnostics }: LintedFile,
  dryRun: boolean,
  colors: Colors,
): FixedFile {
  const isWhole = kind !== "access" && isJson(text) ? isJson : () => true;
  const { made, left, text: fixed } = chooseFixes(text, file, diagnostics, isWhole);
  const notMade = left.map(
    ({ code, span }) =>
      `${placeOf(file, span?.start)}: the fix of ${code} is not made: it does not go together with another one`,
  );
  if (made.length === 0) return { text, lines: notMade };
  if (!dryRun) write(path, file, text, fixed);
  const sum = `${file}: ${dryRun ? "would make" : "made"} ${made.length === 1 ? "1 fix" : `${made.length} fixes`}`;
  const again = left.length === 0 ? [] : ["run `castellan lint --fix` again for those not made"];
  return { text: fixed, lines: [...showDifference(file, text, fixed, colors), sum, ...notMade, ...again] };
}

/** What somebody wrote in the meantime is not lost. */
function write(path: string, file: string, before: string, after: string): void {
  if (readFileSync(path, "utf8") !== before)
    throw new CommandFailure(exitCodes.input, `\`${file}\` changed while it was linted`, "run the command again");
  replaceFile(path, after);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function placeOf(file: string, start: { readonly line: number; readonly column: number } | undefined): string {
  return start === undefined ? file : `${file}:${start.line}:${start.column}`;
}
