import { lockOf } from "../plan/make-step.ts";
import type { Stage, Step } from "../plan/step.ts";

/** What became of the steps. */
export interface StepRun {
  readonly done: readonly Step[];
  readonly failures: readonly { readonly step: Step; readonly error: unknown }[];
  /** Steps that were not begun, and steps whose outcome was not waited for. */
  readonly remaining: readonly Step[];
}

/** How steps are run. */
export interface RunOptions {
  readonly perform: (step: Step) => Promise<void>;
  /** When it fires no further step begins; steps at work end or stop waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Steps at work at the same time. */
  readonly window: number;
}

const stageOrder: readonly Stage[] = ["add", "remove", "ownPath"];

/**
 * Runs steps as their dependencies, stages and locks allow, in the plan's order where there is a choice. After the
 * first failure nothing new begins: what is at work ends, the rest remains.
 */
export async function runSteps(steps: readonly Step[], options: RunOptions): Promise<StepRun> {
  const waiting = new Set(steps);
  const active = new Map<Step, Promise<void>>();
  const done = new Map<string, Step>();
  const failures: { step: Step; error: unknown }[] = [];
  const stopped = (): boolean => options.signal?.aborted === true || failures.length > 0;
  const start = (step: Step): void => {
    waiting.delete(step);
    const outcome = options.perform(step).then(
      () => void done.set(step.id, step),
      (error: unknown) => {
        const interrupted = options.signal?.aborted === true && error === options.signal.reason;
        if (!interrupted) failures.push({ step, error });
      },
    );
    active.set(
      step,
      outcome.finally(() => active.delete(step)),
    );
  };
  for (;;) {
    const next = stopped() ? [] : readySteps(waiting, active, done, options.window - active.size);
    next.forEach(start);
    if (active.size === 0) break;
    await Promise.race(active.values());
  }
  const failed = new Set(failures.map(({ step }) => step.id));
  const remaining = steps.filter((step) => !done.has(step.id) && !failed.has(step.id));
  return { done: [...done.values()], failures, remaining };
}

function readySteps(
  waiting: ReadonlySet<Step>,
  active: ReadonlyMap<Step, unknown>,
  done: ReadonlyMap<string, Step>,
  room: number,
): readonly Step[] {
  const stage = earliestStage([waiting, active.keys()]);
  const held = new Set([...active.keys()].flatMap((step) => lockOf(step) ?? []));
  const ready: Step[] = [];
  for (const step of waiting) {
    if (ready.length >= room) break;
    const lock = lockOf(step);
    if (stageOrder.indexOf(step.stage) > stage || isHeld(lock, held)) continue;
    if (!step.dependsOn.every((id) => done.has(id))) continue;
    ready.push(step);
    if (lock !== undefined) held.add(lock);
  }
  return ready;
}

/** The number of the earliest stage that is not over. */
function earliestStage(unfinished: readonly Iterable<Step>[]): number {
  let earliest = stageOrder.length;
  for (const steps of unfinished) {
    for (const step of steps) {
      earliest = Math.min(earliest, stageOrder.indexOf(step.stage));
      if (earliest === 0) return earliest;
    }
  }
  return earliest;
}

/** `account:*` and any `account:…` exclude each other. */
function isHeld(lock: string | undefined, held: ReadonlySet<string>): boolean {
  if (lock === undefined) return false;
  if (held.has(lock)) return true;
  const [family] = lock.split(":", 1);
  const everything = `${family ?? ""}:*`;
  if (lock === everything) return [...held].some((other) => other.startsWith(`${family ?? ""}:`));
  return held.has(everything);
}
