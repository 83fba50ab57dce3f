import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, resolve, sep } from "node:path";
import { CommandFailure, exitCodes } from "../exit-codes.ts";
import { type PolicyUse, policyUse } from "./policy-use.ts";

/** A file to lint. */
export interface LintFile {
  /** Absolute. */
  readonly path: string;
  /** As messages name it: relative to the working folder, with `/`. */
  readonly name: string;
  readonly text: string;
  readonly is: { readonly kind: "access" } | PolicyUse;
}

/** The files that words on the command line mean; a folder means the access files and policies below it. */
export function findLintFiles(words: readonly string[], cwd: string): readonly LintFile[] {
  return words.flatMap((word) => {
    const path = resolve(cwd, word);
    return isFolder(path, word) ? below(word, cwd) : [readLintFile(path, cwd)];
  });
}

/** Reads a file and sees what it is: YAML is an access file, JSON with statements a policy. */
export function readLintFile(path: string, cwd: string): LintFile {
  const name = (relative(cwd, path) || path).split(sep).join("/");
  try {
    const text = readFileSync(path, "utf8");
    return { path, name, text, is: isJson(path, text) ? policyUse(text) : { kind: "access" } };
  } catch (error) {
    throw unreadable(name, error);
  }
}

function below(word: string, cwd: string): readonly LintFile[] {
  const files = candidates(resolve(cwd, word), word)
    .map((path) => readLintFile(path, cwd))
    .filter(({ is, text }) => is.kind === "policy" || (is.kind === "access" && /^castellan:/m.test(text)));
  if (files.length > 0) return files;
  throw new CommandFailure(
    exitCodes.input,
    `\`${word}\` holds neither an access file nor a policy`,
    "an access file begins with `castellan: 1`, a policy is JSON with a `Statement`",
  );
}

/** JSON and YAML files below a folder, in order; not what is hidden or installed, and no links. */
function candidates(folder: string, name: string): readonly string[] {
  return entriesOf(folder, name)
    .filter((entry) => !entry.name.startsWith(".") && entry.name !== "node_modules")
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return candidates(path, `${name}/${entry.name}`);
      return entry.isFile() && /\.(json|ya?ml)$/i.test(entry.name) ? [path] : [];
    });
}

function entriesOf(folder: string, name: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw unreadable(name, error);
  }
}

function isFolder(path: string, word: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new CommandFailure(exitCodes.input, `there is no file \`${word}\``);
  return found.isDirectory();
}

function isJson(path: string, text: string): boolean {
  const extension = extname(path).toLowerCase();
  if (extension === ".yaml" || extension === ".yml") return false;
  return extension === ".json" || text.trimStart().startsWith("{");
}

function unreadable(name: string, cause: unknown): CommandFailure {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CommandFailure(exitCodes.input, `\`${name}\` cannot be read: ${why}`, undefined, { cause });
}
