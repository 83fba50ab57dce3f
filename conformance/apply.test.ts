import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  applyPlan,
  createClients,
  loadAccessFile,
  memoryApplyJournal,
  planChanges,
  readBack,
  readEstate,
  scopeOf,
  type ApplyResult,
  type Estate,
  type LoadedAccessFile,
  type Plan,
  type Target,
} from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";
import { planeTarget, type Line } from "./support/plane-target.ts";

const folder = fileURLToPath(new URL("../examples", import.meta.url));
const examples = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
type Loaded = Extract<LoadedAccessFile, { kind: "loaded" }>;

function load(name: string, text = readFileSync(join(folder, name), "utf8")): Loaded {
  const loaded = loadAccessFile(text, { file: name, catalog: installedCatalog() });
  assert.equal(loaded.kind, "loaded", JSON.stringify(loaded.diagnostics.slice(0, 3)));
  return loaded as Loaded;
}

/** The steps of an apply as a person goes through them: read, plan, apply. */
async function planAndApply(loaded: Loaded, target: Target): Promise<{ readonly plan: Plan; readonly result: ApplyResult }> {
  const clients = createClients(target);
  const { desired } = loaded;
  const reading = await readEstate(clients, scopeOf(desired.estate, desired.owner, "nominal"));
  const minimumAdministrators = desired.administrators.atLeast;
  const plan = planChanges(desired.estate, reading.estate, { ...reading, minimumAdministrators });
  return { plan, result: await applyPlan(plan, clients, { journal: memoryApplyJournal() }) };
}

async function held(loaded: Loaded, target: Target): Promise<Estate> {
  const { estate, owner } = loaded.desired;
  return (await readEstate(createClients(target), scopeOf(estate, owner, "nominal"))).estate;
}

/** An estate without what a plane gives out by chance, and without its account ids. */
function essence(estate: Estate): unknown {
  const given = new Set(["id", "arn", "rootId", "identityCenter"]);
  const text = JSON.stringify(estate, (key, value: unknown) => (given.has(key) ? undefined : value));
  return JSON.parse(text.replaceAll(/\b\d{12}\b/g, "ACCOUNT").replaceAll(/\bo-[a-z0-9]{10,32}\b/g, "o-ORGANIZATION"));
}

const managementId = (loaded: Loaded): string =>
  loaded.desired.estate.accounts.find((account) => account.name === loaded.desired.estate.organization.managementAccount)?.id ??
  "111111111111";

function assertDone(result: ApplyResult): void {
  const why = result.kind === "failed" ? result.failures.map(({ step, reason }) => `${step.id}: ${reason}`) : result;
  assert.equal(result.kind, "done", JSON.stringify(why, null, 2));
}

for (const name of examples) {
  const loaded = load(name);

  test(`${name} is applied to a fresh plane, which then holds it, and a second apply writes nothing`, async () => {
    const { connect, close } = await planeTarget(managementId(loaded));
    const first: Line = { writes: [] };
    const { plan, result } = await planAndApply(loaded, connect(first));
    assert.deepEqual(plan.refusals, []);
    assertDone(result);
    assert.ok(first.writes.length >= plan.steps.length);
    const { estate, owner, administrators } = loaded.desired;
    const back = await readBack(estate, createClients(connect()), scopeOf(estate, owner, "nominal"), {
      minimumAdministrators: administrators.atLeast,
    });
    assert.equal(back.kind, "equal", JSON.stringify(back.plan.steps.map((step) => step.id)));
    const second: Line = { writes: [] };
    assertDone((await planAndApply(loaded, connect(second))).result);
    assert.deepEqual(second.writes, []);
    await close();
  });

  test(`${name}, killed at every tenth write and applied again, comes to the same end`, async () => {
    const undisturbed = await planeTarget(managementId(loaded));
    const line: Line = { writes: [] };
    assertDone((await planAndApply(loaded, undisturbed.connect(line))).result);
    const goal = essence(await held(loaded, undisturbed.connect()));
    await undisturbed.close();
    for (let cutAt = 10; cutAt <= line.writes.length; cutAt += 10) {
      const { connect, close } = await planeTarget(managementId(loaded));
      const { result } = await planAndApply(loaded, connect({ writes: [], cutAt }));
      assert.equal(result.kind, "failed");
      assertDone((await planAndApply(loaded, connect())).result);
      assert.deepEqual(essence(await held(loaded, connect())), goal, `killed at write ${cutAt}`);
      await close();
    }
  });
}
