import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { castellan, castellanCommand, emptyFolder } from "./support/command.ts";

/** Write calls between two kills. */
const writesPerKill = 10;

/** How many calls the applies in a folder have sent so far. */
function callsSent(folder: string): number {
  const journal = join(folder, ".castellan", "apply.jsonl");
  return existsSync(journal) ? readFileSync(journal, "utf8").split('"event":"sending"').length - 1 : 0;
}

/** Starts the folder's plane and resolves when it listens. */
async function serve(folder: string): Promise<{ stop: () => Promise<void> }> {
  const child = spawn(
    process.execPath,
    [
      castellanCommand,
      "serve",
      "--port",
      "0",
      "--account",
      "111111111111",
      "--region",
      "ap-northeast-2",
      "--administrator",
      "none",
      "--json",
    ],
    { cwd: folder, stdio: ["ignore", "pipe", "ignore"] },
  );
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return {
    stop: () => {
      child.kill("SIGTERM");
      return exited;
    },
  };
}

/** Runs an apply and kills it with SIGKILL once it has sent its share of calls; true when it came to its end before. */
function applyUntilKilled(folder: string): Promise<boolean> {
  const limit = callsSent(folder) + writesPerKill;
  const child = spawn(process.execPath, [castellanCommand, "apply", "--yes"], { cwd: folder, stdio: "ignore" });
  const watch = setInterval(() => {
    if (callsSent(folder) >= limit) child.kill("SIGKILL");
  }, 1);
  return new Promise((resolve, reject) => {
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      if (signal === "SIGKILL" || code === 0) resolve(signal === null);
      else reject(new Error(`apply ended with ${code}`));
    });
  });
}

it(
  "an apply that is killed at about every tenth call ends where an undisturbed one does",
  { timeout: 240_000 },
  async () => {
    const { path: folder, remove } = emptyFolder();
    const { path: calm, remove: removeCalm } = emptyFolder();
    for (const one of [folder, calm]) assert.equal((await castellan(one, "init", "starter")).exitCode, 0);
    const plane = await serve(folder);
    let kills = 0;
    while (!(await applyUntilKilled(folder))) {
      kills++;
      assert.ok(kills < 100, "the applies do not come to an end");
    }
    assert.ok(kills >= 2, `only ${kills} kills: nothing was disturbed`);
    const left = await castellan(folder, "plan", "--detailed-exitcode");
    assert.equal(left.exitCode, 0, left.stdout + left.stderr);
    assert.equal((await castellan(calm, "apply", "--yes")).exitCode, 0);
    const [disturbed, undisturbed] = await Promise.all(
      [folder, calm].map(async (one) => (await castellan(one, "verify", "--target", "plane")).stdout),
    );
    assert.equal(disturbed, undisturbed);
    await plane.stop();
    remove();
    removeCalm();
  },
);
