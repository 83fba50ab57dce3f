import assert from "node:assert/strict";
import { test } from "node:test";
import { isConflict, isMissing, isPassing } from "./aws-fault.ts";
import { waitAfter, withPatience } from "./patience.ts";
import type { Timing } from "./timing.ts";
import { createTokenBucket } from "./token-bucket.ts";

/** A clock that moves only by waiting. */
function playedTiming(): Timing & { readonly waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    now += milliseconds;
    return Promise.resolve();
  };
  return { now: () => now, sleep, random: () => 0.5, waits };
}

const fault = (name: string, more: object = {}) => Object.assign(new Error("said AWS"), { name, ...more });
const free = { take: () => Promise.resolve() };

test("a throttled call is tried again with growing waits until it succeeds", async () => {
  const timing = playedTiming();
  let calls = 0;
  const call = () => {
    calls += 1;
    return calls < 4 ? Promise.reject(fault("ThrottlingException")) : Promise.resolve("answer");
  };
  assert.equal(await withPatience(call, free, timing), "answer");
  assert.deepEqual(timing.waits, [50, 100, 200]);
});

test("a fault that does not pass is not tried again", async () => {
  let calls = 0;
  const call = () => {
    calls += 1;
    return Promise.reject(fault("AccessDeniedException"));
  };
  await assert.rejects(withPatience(call, free, playedTiming()), { name: "AccessDeniedException" });
  assert.equal(calls, 1);
});

test("patience ends", async () => {
  const timing = playedTiming();
  await assert.rejects(withPatience(() => Promise.reject(fault("TooManyRequestsException")), free, timing));
  assert.equal(timing.waits.length, 8);
});

test("the wait that the service asks for is kept", () => {
  assert.equal(
    waitAfter(0, fault("ThrottlingException", { RetryAfterSeconds: 7 }), () => 0),
    7000,
  );
});

test("a bucket of ten a second lets ten through at once and then one every tenth of a second", async () => {
  const timing = playedTiming();
  const bucket = createTokenBucket(10, timing);
  for (let call = 0; call < 13; call += 1) await bucket.take();
  assert.deepEqual(timing.waits.map(Math.round), [100, 100, 100]);
});

test("faults are told apart by name, with or without the word exception", () => {
  assert.ok(isPassing(fault("ConcurrentModificationException")));
  assert.ok(isPassing(fault("Whatever", { $metadata: { httpStatusCode: 503 } })));
  assert.ok(isPassing(Object.assign(new Error("gone"), { code: "ECONNRESET" })));
  assert.ok(!isPassing(fault("ConflictException")));
  assert.ok(isConflict(fault("ConflictException")) && isConflict(fault("EntityAlreadyExistsException")));
  assert.ok(isMissing(fault("NoSuchEntityException")) && isMissing(fault("ResourceNotFoundException")));
});
