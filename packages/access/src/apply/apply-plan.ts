import type { Diagnostic } from "@castellan/policy";
import type { AwsClients } from "../aws/clients.ts";
import { failureText, type Workbench } from "../aws/perform/performer.ts";
import { performStep } from "../aws/perform/perform-step.ts";
import { registryOf } from "../aws/perform/registry.ts";
import { readEstate } from "../aws/read-estate.ts";
import type { Plan } from "../plan/plan.ts";
import type { Step } from "../plan/step.ts";
import type { ApplyJournal } from "./apply-journal.ts";
import { runSteps, type StepRun } from "./run-steps.ts";

/** Steps at work at the same time: AWS takes 10 outstanding assignment writes, some are left to others. */
const stepsInFlight = 8;

/** What happens while an apply runs. */
export interface ApplyProgress {
  readonly kind: "begins" | "succeeded" | "failed";
  readonly step: Step;
  /** Steps that have succeeded so far. */
  readonly done: number;
  readonly total: number;
  readonly reason?: string;
}

/** What an apply needs besides plan and clients. */
export interface ApplyOptions {
  readonly journal: ApplyJournal;
  readonly onProgress?: (progress: ApplyProgress) => void;
  /** Ends the apply after the calls in flight; what is left is done by the next apply. */
  readonly signal?: AbortSignal;
  /** The time for the journal. */
  readonly clock?: () => Date;
}

/** One step that failed, with AWS's words. */
export interface StepFailure {
  readonly step: Step;
  readonly reason: string;
  readonly error: unknown;
}

/** How an apply ended. After `failed` and `stopped`, planning and applying again finishes the work. */
export type ApplyResult =
  | { readonly kind: "done"; readonly done: readonly Step[] }
  | { readonly kind: "refused"; readonly refusals: readonly Diagnostic[] }
  | { readonly kind: "stale"; readonly planned: string; readonly found: string }
  | {
      readonly kind: "failed";
      readonly failures: readonly StepFailure[];
      readonly done: readonly Step[];
      readonly remaining: readonly Step[];
    }
  | { readonly kind: "stopped"; readonly done: readonly Step[]; readonly remaining: readonly Step[] };

/** Carries out a plan, unless it is refused or AWS has changed since it was made. A plan without steps writes nothing. */
export async function applyPlan(plan: Plan, clients: AwsClients, options: ApplyOptions): Promise<ApplyResult> {
  if (plan.refusals.length > 0) return { kind: "refused", refusals: plan.refusals };
  if (plan.steps.length === 0) return { kind: "done", done: [] };
  const reading = await readEstate(clients, plan.scope);
  if (reading.digest !== plan.digest) return { kind: "stale", planned: plan.digest, found: reading.digest };
  const clock = options.clock ?? (() => new Date());
  const note = () => ({ at: clock().toISOString(), plan: plan.digest });
  const { journal } = options;
  await journal.append({ event: "started", ...note(), steps: plan.steps.length });
  const registry = registryOf(reading.estate);
  const tell = teller(plan, options);
  const perform = async (step: Step): Promise<void> => {
    await journal.append({ event: "sending", ...note(), step: step.id, text: step.text });
    tell("begins", step);
    const accepted: Workbench["accepted"] = (requestId) =>
      journal.append({ event: "accepted", ...note(), step: step.id, requestId });
    try {
      await performStep(step, { clients, registry, signal: options.signal, accepted });
    } catch (error) {
      await noteFailure(step, error);
      throw error;
    }
    await journal.append({ event: "done", ...note(), step: step.id });
    tell("succeeded", step);
  };
  const noteFailure = async (step: Step, error: unknown): Promise<void> => {
    if (options.signal?.aborted === true && error === options.signal.reason) return;
    const reason = failureText(error);
    await journal.append({ event: "failed", ...note(), step: step.id, reason });
    tell("failed", step, reason);
  };
  const run = await runSteps(plan.steps, { perform, signal: options.signal, window: stepsInFlight });
  const result = resultOf(run);
  await journal.append({ event: "ended", ...note(), outcome: result.kind });
  return result;
}

type Ended = Extract<ApplyResult, { kind: "done" | "failed" | "stopped" }>;

function resultOf({ done, failures, remaining }: StepRun): Ended {
  if (failures.length > 0) {
    const told = failures.map(({ step, error }) => ({ step, error, reason: failureText(error) }));
    return { kind: "failed", failures: told, done, remaining };
  }
  return remaining.length > 0 ? { kind: "stopped", done, remaining } : { kind: "done", done };
}

function teller(plan: Plan, options: ApplyOptions) {
  let done = 0;
  return (kind: ApplyProgress["kind"], step: Step, reason?: string): void => {
    if (kind === "succeeded") done += 1;
    const words = reason === undefined ? {} : { reason };
    options.onProgress?.({ kind, step, done, total: plan.steps.length, ...words });
  };
}
