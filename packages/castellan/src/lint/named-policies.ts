import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { loadAccessFile } from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { type LintFile, readLintFile } from "./find-lint-files.ts";

/** The policy files that an access file takes permissions from; they are identity policies wherever they look otherwise. */
export function namedPolicies({ path, name, text }: LintFile, cwd: string): readonly LintFile[] {
  if (!text.includes(".json")) return [];
  const read = new Map<string, LintFile>();
  const readText = (named: string): string | undefined => {
    const place = resolve(dirname(path), named);
    if (!existsSync(place)) return undefined;
    const found = readLintFile(place, cwd);
    if (found.is.kind === "policy")
      read.set(place, { ...found, is: { kind: "policy", use: "identity", isCertain: true } });
    return found.text;
  };
  loadAccessFile(text, { file: name, catalog: installedCatalog(), readText });
  return [...read.values()];
}
