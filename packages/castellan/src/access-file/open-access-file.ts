import { existsSync, readFileSync } from "node:fs";
import { dirname, join, parse, relative, resolve } from "node:path";
import { loadAccessFile, type LoadedAccessFile, printDiagnostic } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import type { Diagnostic } from "@castellan/policy";
import type { Invocation } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

/** An access file as commands use it. */
export interface OpenAccessFile {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
  readonly loaded: LoadedAccessFile;
}

/** An access file without errors. */
export interface GoodAccessFile extends OpenAccessFile {
  readonly loaded: Extract<LoadedAccessFile, { kind: "loaded" }>;
}

const defaultName = "castellan.yaml";

/** The file the command means: the one named, or `castellan.yaml` here or in a folder above; undefined when there is none. */
export function findAccessFile({ flags, cwd }: Invocation, named?: string): string | undefined {
  const wanted = named ?? (typeof flags["file"] === "string" ? flags["file"] : defaultName);
  const here = resolve(cwd, wanted);
  if (existsSync(here)) return here;
  if (wanted !== defaultName)
    throw new CommandFailure(exitCodes.input, `there is no file \`${wanted}\``, "write one with `castellan init`");
  for (let folder = dirname(here); folder !== parse(folder).root; folder = dirname(folder)) {
    if (existsSync(join(folder, wanted))) return join(folder, wanted);
  }
  return undefined;
}

/** Reads a file and everything it says; faults are in `loaded.diagnostics`. */
export function openAccessFile(path: string, cwd: string): OpenAccessFile {
  const name = relative(cwd, path) || path;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandFailure(
      exitCodes.input,
      `\`${name}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      undefined,
      { cause: error },
    );
  }
  return readAccessText(text, name, dirname(path));
}

/** The same for a text that is not in a file, such as a blueprint. */
export function readAccessText(text: string, name: string, folder: string): OpenAccessFile {
  const readText = (path: string) =>
    existsSync(resolve(folder, path)) ? readFileSync(resolve(folder, path), "utf8") : undefined;
  return { name, text, loaded: loadAccessFile(text, { file: name, catalog: installedCatalog(), readText }) };
}

/** The command's file, good; its warnings are shown, its errors end the command. */
export function goodAccessFile(invocation: Invocation, named?: string): GoodAccessFile {
  const path = findAccessFile(invocation, named);
  if (path === undefined)
    throw new CommandFailure(
      exitCodes.input,
      "there is no castellan.yaml here or in a folder above",
      "write one with `castellan init`",
    );
  return requireGood(invocation, openAccessFile(path, invocation.cwd));
}

/** Ends the command when the file has errors; shows what it has. */
export function requireGood(invocation: Invocation, opened: OpenAccessFile): GoodAccessFile {
  showDiagnostics(invocation, opened, opened.loaded.diagnostics);
  const { loaded } = opened;
  if (loaded.kind === "loaded") return { ...opened, loaded };
  const errors = loaded.diagnostics.filter(({ severity }) => severity === "error").length;
  throw new CommandFailure(
    exitCodes.input,
    `\`${opened.name}\` has ${errors === 1 ? "an error" : `${errors} errors`}; nothing was done`,
  );
}

/** Prints diagnostics as frames, as talk. */
export function showDiagnostics(
  { terminal }: Invocation,
  { text }: OpenAccessFile,
  diagnostics: readonly Diagnostic[],
): void {
  for (const diagnostic of diagnostics)
    terminal.say(`${printDiagnostic(diagnostic, text, { color: terminal.sayColors.isColorSupported })}\n`);
}
