import { posix } from "node:path";
import type { PolicyKind } from "@castellan/policy";

/** A text that was looked at, whether or not there is something to say about it. */
export interface DiagnosedText {
  /** As the spans of diagnostics name it: relative to the working folder, with `/`. */
  readonly file: string;
  readonly text: string;
  /** An access file, or a policy of a kind. */
  readonly kind: "access" | PolicyKind;
}

/** The text that a name of a file means; empty for one that was not looked at. */
export function textOf(texts: readonly DiagnosedText[], file: string | undefined): string {
  return texts.find((one) => one.file === file)?.text ?? "";
}

/** The name of a file counted from a folder above; an absolute one stays. */
export function nameFrom(below: string, file: string): string {
  return below === "" || posix.isAbsolute(file) ? file : posix.join(below, file);
}
