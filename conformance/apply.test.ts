import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { createClients, readBack, scopeOf } from "@castellan/access";
import { assertDone, essence, exampleFolder, held, load, managementId, planAndApply } from "./support/apply-file.ts";
import { planeTarget, type Line } from "./support/plane-target.ts";

const examples = readdirSync(exampleFolder).filter((name) => name.endsWith(".yaml"));

for (const name of examples) {
  const loaded = load(name);

  test(`${name} is applied to a fresh plane, which then holds it, and a second apply writes nothing`, async () => {
    const { connect, close } = await planeTarget(managementId(loaded));
    const first: Line = { writes: [] };
    const { planned, result } = await planAndApply(loaded, connect(first));
    assert.deepEqual(planned.refusals, []);
    assertDone(result);
    assert.ok(first.writes.length >= planned.steps.length);
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
