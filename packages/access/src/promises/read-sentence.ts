import type { Diagnostic } from "@castellan/policy";
import { LineCounter } from "yaml";
import type { AccessCatalog } from "../access-catalog.ts";
import { hasErrors, sortDiagnostics } from "../diagnostics/diagnose.ts";
import { Reading } from "../file/reading.ts";
import type { LoadedAccessFile } from "../load-access-file.ts";
import type { AccessPromise } from "./access-promise.ts";
import { parsePromises } from "./parse-promises.ts";

/** A sentence that was understood as a promise about a file, or what is wrong with it. */
export type ReadSentence =
  | { readonly kind: "promise"; readonly promise: AccessPromise; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

/** What a sentence is read with: what it is called in messages, and the file whose names it may use. */
export interface SentenceOptions {
  readonly name: string;
  readonly file: Extract<LoadedAccessFile, { kind: "loaded" }>;
  readonly catalog: AccessCatalog;
}

/** Reads a promise that stands in no file, such as one of the command line; places are places in the sentence. */
export function readSentence(text: string, { name, file, catalog }: SentenceOptions): ReadSentence {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const reading = new Reading(name, text, lines);
  const word = { text, span: reading.span(0, text.length), quoted: false };
  const content = { ...file.content, promises: [word] };
  const [promise] = parsePromises({ content, reading, catalog, tasks: file.tasks });
  const diagnostics = sortDiagnostics(reading.diagnostics).map(withoutFix);
  if (promise === undefined || hasErrors(diagnostics)) return { kind: "refused", diagnostics };
  return { kind: "promise", promise, diagnostics };
}

/** Nothing can be edited: the sentence is nowhere but on the command line. */
function withoutFix({ fix: _, ...diagnostic }: Diagnostic): Diagnostic {
  return diagnostic;
}
