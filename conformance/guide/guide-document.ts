import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const command = fileURLToPath(new URL("../../packages/castellan/src/main.ts", import.meta.url));
const path = fileURLToPath(new URL("../../docs/guide-checked.md", import.meta.url));
const loader = import.meta.resolve("tsx");

/** A block of the document: a command line and what it prints. */
export interface ConsoleBlock {
  readonly line: string;
  readonly prints: string;
  /** What the proofs take for known is left out, and three dots say so. */
  readonly isShort: boolean;
}

const pattern = /^```console\n\$ castellan (.*)\n([^]*?)^```$/gm;
const notes = /The proofs take for known:\n[^]*$/;
const dots = "…\n";

/** The document about the guide, and the blocks in it. */
export function readGuideDocument(): { readonly text: string; readonly blocks: readonly ConsoleBlock[] } {
  const text = readFileSync(path, "utf8");
  const blocks = [...text.matchAll(pattern)].map(([, line = "", prints = ""]) => ({
    line,
    prints,
    isShort: prints.endsWith(dots),
  }));
  return { text, blocks };
}

/** What the command of a block prints now, run beside the access files of this folder. */
export function printedBy({ line, isShort }: ConsoleBlock): Promise<string> {
  const env = { PATH: process.env["PATH"], NO_COLOR: "1" };
  const args = ["--import", loader, command, ...line.split(" ")];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout, stderr) =>
      stdout === ""
        ? reject(new Error(stderr, { cause: error }))
        : resolve(isShort ? stdout.replace(notes, dots) : stdout),
    );
  });
}

/** Writes into every block of the document what its command prints now. */
async function writeGuideDocument(): Promise<void> {
  const { text, blocks } = readGuideDocument();
  const printed = (await Promise.all(blocks.map(printedBy))).values();
  const written = text.replace(pattern, (_, line: string) =>
    ["```console", `$ castellan ${line}`, `${printed.next().value ?? ""}\`\`\``].join("\n"),
  );
  writeFileSync(path, written);
}

// node --import tsx conformance/guide/guide-document.ts
if (argv[1] === fileURLToPath(import.meta.url)) await writeGuideDocument();
