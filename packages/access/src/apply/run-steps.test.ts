import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { eightEnvironments, freshOrganization, optionsFor } from "../plan/testing/example-estates.ts";
import { lockOf } from "../plan/make-step.ts";
import { planChanges } from "../plan/plan-changes.ts";
import type { Step } from "../plan/step.ts";
import { runSteps } from "./run-steps.ts";

const { steps } = planChanges(eightEnvironments, freshOrganization, optionsFor(eightEnvironments));

/** Runs the steps, each ending at a moment of the chooser's choice, and watches what is at work together. */
async function watch(window: number, choose: (open: number) => number, fails: (step: Step) => boolean = () => false) {
  const open: { readonly step: Step; readonly end: () => void }[] = [];
  const ended: string[] = [];
  const together: (readonly Step[])[] = [];
  const perform = (step: Step): Promise<void> =>
    new Promise((resolve, reject) => {
      assert.ok(step.dependsOn.every((id) => ended.includes(id)));
      open.push({ step, end: () => (fails(step) ? reject(new Error("no")) : (ended.push(step.id), resolve())) });
      together.push(open.map((item) => item.step));
    });
  const run = runSteps(steps, { perform, window });
  const over = new Set<string>();
  void run.finally(() => over.add("run"));
  while (over.size === 0) {
    const index = open.length > 0 ? choose(open.length) : 0;
    open.splice(index, 1)[0]?.end();
    await new Promise(setImmediate);
  }
  return { run: await run, together };
}

test("every step runs once, after what it depends on, whatever ends first", async () => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 8 }), async (chances, window) => {
      const { run, together } = await watch(window, (count) => chances.next().value % count);
      assert.equal(run.done.length, steps.length);
      assert.ok(together.every((active) => active.length <= window));
    }),
    { numRuns: 20 },
  );
});

test("no account has two assignment writes at work at once", async () => {
  const { together } = await watch(8, () => 0);
  for (const active of together) {
    const locks = active.flatMap((step) => lockOf(step) ?? []);
    assert.equal(new Set(locks).size, locks.length);
  }
  assert.ok(together.some((active) => active.length > 1));
});

test("provisioning everywhere shares the field with no other assignment write", async () => {
  const make = (id: string, body: Partial<Step>): Step =>
    ({ ...(steps[0] as Step), dependsOn: [], id, ...body }) as Step;
  const everywhere = make("a", {
    kind: "provisionPermissionSet",
    permissionSet: "X",
    where: { kind: "everywhere" },
    canary: false,
  });
  const assignment = { account: "x", permissionSet: "X", principal: { kind: "group", name: "g" } } as const;
  const active = new Set<string>();
  const perform = async (step: Step): Promise<void> => {
    active.add(step.id);
    assert.equal(active.size, 1);
    await new Promise(setImmediate);
    active.delete(step.id);
  };
  const run = await runSteps([everywhere, make("b", { kind: "createAssignment", assignment })], { perform, window: 8 });
  assert.equal(run.done.length, 2);
});

test("after a failure nothing new begins and what is at work ends", async () => {
  const victim = steps.find((step) => step.kind === "createPermissionSet");
  const { run } = await watch(
    4,
    () => 0,
    (step) => step === victim,
  );
  assert.deepEqual(
    run.failures.map(({ step }) => step),
    [victim],
  );
  assert.equal(run.done.length + run.remaining.length + 1, steps.length);
  assert.ok(run.remaining.length > 0);
});

test("removals begin only when everything that is added is there", async () => {
  const order: string[] = [];
  const wait = async (step: Step): Promise<void> => {
    await new Promise(setImmediate);
    order.push(step.id);
  };
  const [first, second, third] = steps as [Step, Step, Step];
  const mixed: readonly Step[] = [
    { ...first, stage: "ownPath", dependsOn: [], id: "own" },
    { ...second, stage: "remove", dependsOn: [], id: "remove" },
    { ...third, stage: "add", dependsOn: [], id: "add" },
  ];
  await runSteps(mixed, { perform: wait, window: 8 });
  assert.deepEqual(order, ["add", "remove", "own"]);
});

test("an aborted run ends what is at work, begins nothing, and is no failure", async () => {
  const controller = new AbortController();
  let begun = 0;
  const perform = async (): Promise<void> => {
    begun += 1;
    await new Promise(setImmediate);
    if (begun === 3) controller.abort();
    controller.signal.throwIfAborted();
  };
  const run = await runSteps(steps, { perform, window: 1, signal: controller.signal });
  assert.equal(begun, 3);
  assert.deepEqual(run.failures, []);
  assert.equal(run.done.length, 2);
  assert.equal(run.remaining.length, steps.length - 2);
});
