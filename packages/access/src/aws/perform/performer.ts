import { faultOf, isConflict, isMissing } from "../aws-fault.ts";
import type { AwsClients } from "../clients.ts";
import { waitAfter } from "../patience.ts";
import type { BodyOf, StepKind } from "../../plan/step.ts";
import type { Registry } from "./registry.ts";

/** What a performer works with. */
export interface Workbench {
  readonly clients: AwsClients;
  readonly registry: Registry;
  /** Ends waiting between polls; a call in flight is always finished. */
  readonly signal?: AbortSignal | undefined;
  /** Writes down the id under which AWS works on a step, before its outcome is asked for. */
  readonly accepted: (requestId: string) => Promise<void>;
}

/** Does one kind of step, and is content when it is done already. */
export type Performer<Kind extends StepKind> = (body: BodyOf<Kind>, bench: Workbench) => Promise<void>;
/** The performers of some kinds. */
export type PerformerTable<Kind extends StepKind> = { readonly [Each in Kind]: Performer<Each> };

/** AWS took the request and then said that it failed. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
}

/** Tries of a write that AWS answers with a conflict although what it makes is not there yet. */
const conflictAttempts = 9;

/**
 * A write that may have been done before: after a conflict AWS is asked whether the thing is there. If not, somebody
 * else is writing, and the write is tried again after a wait.
 */
export async function writeOnce(
  bench: Workbench,
  write: () => Promise<unknown>,
  isThere: () => Promise<boolean>,
): Promise<void> {
  const { timing } = bench.clients;
  for (let failure = 0; ; failure += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (await isThere()) return;
      if (failure + 1 >= conflictAttempts) throw error;
      await timing.sleep(waitAfter(failure, error, timing.random), bench.signal);
    }
  }
}

/** A write that says the same however often it is sent; a conflict means only that somebody else is writing. */
export function put(bench: Workbench, write: () => Promise<unknown>): Promise<void> {
  return writeOnce(bench, write, () => Promise.resolve(false));
}

/** A removal: what is gone already counts as removed; a conflict means that somebody else is writing. */
export async function removeOnce(bench: Workbench, remove: () => Promise<unknown>): Promise<void> {
  await put(bench, async () => {
    try {
      await remove();
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  });
}

/** Milliseconds: first wait between two looks at an asynchronous request, the longest one, and patience in all. */
const firstLook = 20;
const slowestLook = 5_000;
const longestPoll = 30 * 60_000;

/** Where an asynchronous request stands. */
export interface AsyncStatus {
  readonly state: string | undefined;
  readonly reason?: string | undefined;
}

/** Asks until the request has SUCCEEDED; FAILED is thrown with AWS's reason. */
export async function pollUntilDone(bench: Workbench, what: string, look: () => Promise<AsyncStatus>): Promise<void> {
  const { timing } = bench.clients;
  const start = timing.now();
  for (let wait = firstLook; ; wait = Math.min(slowestLook, wait * 1.6)) {
    const { state, reason } = await look();
    if (state === "SUCCEEDED") return;
    if (state === "FAILED") throw new StepFailed(`${what} failed: ${reason ?? "AWS gives no reason"}`);
    if (timing.now() - start > longestPoll)
      throw new StepFailed(`${what} is still ${state ?? "in progress"} after 30 minutes`);
    await timing.sleep(wait, bench.signal);
  }
}

/** The words of whatever a step failed with: AWS's error name and message. */
export function failureText(error: unknown): string {
  if (error instanceof StepFailed) return error.message;
  const { name, message } = faultOf(error);
  return name === "Error" ? message : `${name}: ${message}`;
}
