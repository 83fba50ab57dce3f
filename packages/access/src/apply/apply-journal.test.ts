import assert from "node:assert/strict";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { memoryApplyJournal, type ApplyEntry, type ApplyJournal } from "./apply-journal.ts";
import { fileApplyJournal } from "./file-apply-journal.ts";

const entry = (step: string): ApplyEntry => ({ event: "done", at: "2026-11-22T10:00:00.000Z", plan: "digest", step });

/** What every apply journal keeps to. */
function applyJournalContract(name: string, make: () => Promise<ApplyJournal>): void {
  test(`${name}: entries come back in the order in which they were appended`, async () => {
    const journal = await make();
    const steps = Array.from({ length: 20 }, (_item, index) => `step ${index}`);
    await Promise.all(steps.map((step) => journal.append(entry(step))));
    assert.deepEqual(await journal.read(), steps.map(entry));
  });

  test(`${name}: a journal nobody wrote to is empty`, async () => {
    assert.deepEqual(await (await make()).read(), []);
  });
}

const directory = await mkdtemp(join(tmpdir(), "castellan-journal-"));
test.after(() => rm(directory, { recursive: true, force: true }));
let files = 0;
const newPath = () => join(directory, "deep", `journal-${(files += 1)}.jsonl`);

applyJournalContract("memory", () => Promise.resolve(memoryApplyJournal()));
applyJournalContract("file", () => Promise.resolve(fileApplyJournal(newPath())));

test("a file that another process left torn loses only the torn line", async () => {
  const path = newPath();
  await fileApplyJournal(path).append(entry("whole"));
  await appendFile(path, '{"event":"done","at":"20');
  const journal = fileApplyJournal(path);
  await journal.append(entry("after"));
  assert.deepEqual(await journal.read(), [entry("whole"), entry("after")]);
});
