import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { ApplyEntry, ApplyJournal } from "./apply-journal.ts";

/** A journal in a file, one JSON document a line, each synced to the disk before `append` resolves. */
export function fileApplyJournal(path: string): ApplyJournal {
  let last: Promise<void> = Promise.resolve();
  return {
    append: (entry) => {
      last = last.then(() => appendLine(path, `${JSON.stringify(entry)}\n`));
      return last;
    },
    read: async () => {
      await last;
      return parseLines(await readText(path));
    },
  };
}

async function appendLine(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // "a+": a line torn by a killed process is ended first, so that it never swallows the next one.
  const file = await open(path, "a+", 0o600);
  try {
    await file.appendFile((await endsOpen(file)) ? `\n${line}` : line);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function endsOpen(file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== "\n".charCodeAt(0);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

/** Whole lines only: what a killed process left half-written was never promised to be there. */
function parseLines(text: string): readonly ApplyEntry[] {
  return text.split("\n").flatMap((line): readonly ApplyEntry[] => {
    if (line === "") return [];
    try {
      return [JSON.parse(line) as ApplyEntry];
    } catch {
      return [];
    }
  });
}
