import { CreateGroupCommand, IAMClient } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { installedCatalog } from "@castellan/catalog/node";
import { createPlane, openDataDirectory, type Plane } from "@castellan/plane";
import { inProcessHandler } from "@castellan/wire";
import { emptyFolder } from "./support/command.ts";
import { serveCommand } from "./support/served-command.ts";
import { type Acknowledged, heldSteps, writeUntilGone } from "./support/write-load.ts";

/** `KILLS=100` for the long version, `SEED=…` to repeat a run. */
const kills = Number(process.env["KILLS"] ?? 10);
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const writers = 6;
const region = "eu-central-1";

const folder = emptyFolder();
after(folder.remove);

/** The plane over the folder, in this process: what a start after the kill finds. */
async function withPlane<T>(use: (plane: Plane) => Promise<T>): Promise<T> {
  const faults: unknown[] = [];
  const { journal, vaultKey } = openDataDirectory(folder.path);
  assertWhole([...journal.entries(0)].map(({ revision }) => revision));
  const plane = await createPlane({
    journal,
    vaultKey,
    catalog: installedCatalog(),
    auth: "enforce",
    accountId: "111122223333",
    region,
    onFault: (error) => faults.push(error),
  });
  const result = await use(plane);
  await plane.close();
  assert.deepEqual(faults, []);
  return result;
}

/** Reading the entries has checked their chain; their numbers have no holes. */
function assertWhole(revisions: readonly number[]): void {
  assert.deepEqual(
    revisions,
    revisions.map((_, index) => index + 1),
  );
}

function assertKept(acknowledged: Acknowledged, held: ReadonlyMap<number, number>): void {
  for (const [number, step] of acknowledged) {
    const found = held.get(number) ?? 0;
    assert.ok(
      found === step || found === step + 1,
      `user ${number}: ${step} steps were acknowledged, ${found} are there (SEED=${seed})`,
    );
  }
  for (const number of held.keys()) assert.ok(acknowledged.has(number), `user ${number} was never asked for`);
}

test(
  `a plane killed ${kills} times while it writes keeps every acknowledged write, and none half`,
  { timeout: 60_000 + kills * 10_000 },
  async (t) => {
    const credentials = await withPlane(async (plane) => {
      const operator = await plane.operatorCredentials();
      const requestHandler = inProcessHandler((request) => plane.answer(request));
      await new IAMClient({ region, endpoint: "http://plane.test", credentials: operator, requestHandler }).send(
        new CreateGroupCommand({ GroupName: "load" }),
      );
      return operator;
    });
    let number = 0;
    let random = seed;
    const everything: Acknowledged = new Map();
    for (let kill = 0; kill < kills; kill++) {
      const served = await serveCommand(folder.path);
      const acknowledged: Acknowledged = new Map();
      const iam = new IAMClient({ region, endpoint: served.endpoint, credentials, maxAttempts: 1 });
      const load = Array.from({ length: writers }, () => writeUntilGone(iam, acknowledged, () => ++number));
      random = (random * 48_271) % 2_147_483_647;
      while (acknowledged.size < writers) await sleep(1);
      await sleep(random % 400);
      await served.kill();
      await Promise.all(load);
      iam.destroy();
      await withPlane(async (plane) => {
        const requestHandler = inProcessHandler((request) => plane.answer(request));
        const held = await heldSteps(
          new IAMClient({ region, endpoint: "http://plane.test", credentials, requestHandler }),
        );
        for (const [one, step] of acknowledged) everything.set(one, step);
        assertKept(everything, held);
        // A write in flight may or may not have been done; from now on it stays as it is.
        for (const [one, step] of held) everything.set(one, step);
      });
    }
    t.diagnostic(`${kills} kills, ${everything.size} users, SEED=${seed}`);
  },
);
