import assert from "node:assert/strict";
import { test } from "node:test";
import { createClients } from "../clients.ts";
import type { Timing } from "../timing.ts";
import { pollUntilDone, put, removeOnce, StepFailed, writeOnce, type Workbench } from "./performer.ts";
import { registryOf } from "./registry.ts";
import { freshOrganization } from "../../plan/testing/example-estates.ts";

const waits: number[] = [];
const timing: Timing = {
  now: () => 0,
  random: () => 1,
  sleep: (milliseconds, signal) => {
    signal?.throwIfAborted();
    waits.push(milliseconds);
    return Promise.resolve();
  },
};
const bench = (signal?: AbortSignal): Workbench => ({
  clients: createClients({ kind: "plane", region: "us-east-1", endpoint: "http://127.0.0.1:9" }, timing),
  registry: registryOf(freshOrganization),
  accepted: () => Promise.resolve(),
  signal,
});
const fault = (name: string) => Object.assign(new Error("said AWS"), { name });
const failingTimes = (times: number, name: string) => {
  let left = times;
  return () => (left-- > 0 ? Promise.reject(fault(name)) : Promise.resolve());
};

test("a write whose object is there already is done", async () => {
  await writeOnce(bench(), failingTimes(1, "EntityAlreadyExistsException"), () => Promise.resolve(true));
});

test("a conflict with somebody else's write is waited out", async () => {
  await put(bench(), failingTimes(3, "ConflictException"));
});

test("a conflict that never ends is a failure", async () => {
  await assert.rejects(put(bench(), failingTimes(99, "ConflictException")), { name: "ConflictException" });
});

test("what is gone already counts as removed", async () => {
  await removeOnce(bench(), failingTimes(1, "ResourceNotFoundException"));
});

test("a request is asked for until it has succeeded, at first fast, then every five seconds", async () => {
  waits.length = 0;
  let looks = 0;
  const look = () => Promise.resolve({ state: (looks += 1) < 20 ? "IN_PROGRESS" : "SUCCEEDED" });
  await pollUntilDone(bench(), "it", look);
  assert.equal(looks, 20);
  assert.equal(waits[0], 20);
  assert.equal(waits.at(-1), 5000);
});

test("a request that FAILED is loud and says AWS's reason", async () => {
  const look = () => Promise.resolve({ state: "FAILED", reason: "the policy is missing" });
  await assert.rejects(pollUntilDone(bench(), "assigning X", look), (error) => {
    assert.ok(error instanceof StepFailed);
    assert.equal(error.message, "assigning X failed: the policy is missing");
    return true;
  });
});

test("waiting ends when the signal fires", async () => {
  const controller = new AbortController();
  controller.abort();
  const look = () => Promise.resolve({ state: "IN_PROGRESS" });
  await assert.rejects(pollUntilDone(bench(controller.signal), "it", look), { name: "AbortError" });
});
