import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { whileLocked } from "./apply-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "castellan-lock-"));
after(() => rmSync(folder, { recursive: true }));
const lock = join(folder, "apply.lock");

describe("the lock of an apply", () => {
  it("keeps a second apply out until the first has ended, however it ends", async () => {
    await whileLocked(folder, async () => {
      await assert.rejects(
        whileLocked(folder, async () => undefined),
        /another apply of this folder is running/,
      );
    });
    await assert.rejects(
      whileLocked(folder, () => Promise.reject(new Error("failed"))),
      /failed/,
    );
    assert.equal(await whileLocked(folder, async () => "in"), "in");
    assert.ok(!existsSync(lock));
  });

  it("is taken over from a process that died", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(lock, String(pid));
    assert.equal(await whileLocked(folder, async () => "in"), "in");
  });
});
