import { writeFileSync } from "node:fs";
import { applyFixes, diagnosticJson, printDiagnostic } from "@castellan/access";
import { findAccessFile, type OpenAccessFile, openAccessFile } from "../access-file/open-access-file.ts";
import type { Run } from "../command-tree.ts";
import { CommandFailure, exitCodes } from "../exit-codes.ts";

/** `castellan lint [FILE]`: everything there is to say about an access file. */
export const lint: Run = async (invocation) => {
  const { args, flags, terminal, cwd } = invocation;
  const path = findAccessFile(invocation, args[0]);
  if (path === undefined)
    throw new CommandFailure(
      exitCodes.input,
      "there is no castellan.yaml here or in a folder above",
      "write one with `castellan init`",
    );
  const { name, text, loaded } = flags["fix"] === true ? openFixed(path, cwd, terminal.say) : openAccessFile(path, cwd);
  const { diagnostics } = loaded;
  if (flags["json"] === true) {
    terminal.out(
      JSON.stringify(
        { format: "castellan.diagnostics/1", file: name, diagnostics: diagnostics.map(diagnosticJson) },
        null,
        2,
      ),
    );
  } else {
    for (const diagnostic of diagnostics)
      terminal.out(`${printDiagnostic(diagnostic, text, { color: terminal.outColors.isColorSupported })}\n`);
    terminal.say(`${name}: ${counts(diagnostics.map(({ severity }) => severity))}`);
  }
  return loaded.kind === "loaded" ? exitCodes.good : exitCodes.input;
};

/** Writes the fixes that diagnostics bring, and reads what is then there. */
function openFixed(path: string, cwd: string, say: (line: string) => void): OpenAccessFile {
  const { name, text, loaded } = openAccessFile(path, cwd);
  const fixed = applyFixes(text, loaded.diagnostics);
  if (fixed === text) return openAccessFile(path, cwd);
  writeFileSync(path, fixed);
  say(`${name}: wrote ${loaded.diagnostics.filter(({ fix }) => fix !== undefined).length} fixes`);
  return openAccessFile(path, cwd);
}

function counts(severities: readonly string[]): string {
  if (severities.length === 0) return "no findings";
  const kinds = ["error", "warning", "suggestion"].map((kind) => ({
    kind,
    count: severities.filter((one) => one === kind).length,
  }));
  return kinds
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}${count === 1 ? "" : "s"}`)
    .join(", ");
}
