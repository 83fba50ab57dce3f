import { createTwoFilesPatch } from "diff";
import type { Colors } from "../terminal/terminal.ts";

/** What a write would change in a file, as a unified diff. */
export function showDifference(path: string, before: string, after: string, colors: Colors): string[] {
  const patch = createTwoFilesPatch(path, path, before, after, "now", "after", { context: 2 });
  return patch
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("==="))
    .map((line) =>
      line.startsWith("+") ? colors.green(line) : line.startsWith("-") ? colors.red(line) : colors.dim(line),
    );
}
