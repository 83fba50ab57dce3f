import { join } from "node:path";
import {
  applyPlan,
  type ApplyProgress,
  type ApplyResult,
  fileApplyJournal,
  readBack,
  type ReadScope,
} from "@castellan/access";
import type { Invocation } from "../command-tree.ts";
import type { GoodAccessFile } from "../access-file/open-access-file.ts";
import { CommandFailure, type ExitCode, exitCodes } from "../exit-codes.ts";
import type { OpenTarget } from "../target/open-target.ts";
import { whileLocked } from "./apply-lock.ts";
import { type PlanWork, reach } from "./plan-work.ts";

/** Carries a plan out, journalled in the folder's `apply.jsonl`, telling each step, and looks at the target again; ends the command when it did not come through. */
export async function applyWork(
  invocation: Invocation,
  file: GoodAccessFile,
  opened: OpenTarget,
  work: PlanWork,
  directory: string,
): Promise<PlanWork> {
  const journal = fileApplyJournal(join(directory, "apply.jsonl"));
  const options = { journal, onProgress: teller(invocation), signal: invocation.signal };
  const result = await whileLocked(directory, () =>
    reach(opened.title, () => applyPlan(work.plan, work.clients, options)),
  );
  requireDone(result);
  const scope: ReadScope = work.reading.scope;
  const back = await reach(opened.title, () => readBack(file.loaded.desired.estate, work.clients, scope, work.options));
  if (back.kind === "different") {
    const left = back.plan.steps.map(({ text }) => text).slice(0, 5);
    throw new CommandFailure(
      exitCodes.target,
      `${opened.title} does not hold what was applied: ${left.join("; ")}`,
      "someone else may be changing it; plan again",
    );
  }
  return { ...work, reading: back.reading, plan: back.plan };
}

function teller({ terminal }: Invocation): (progress: ApplyProgress) => void {
  const { sayColors, say } = terminal;
  return ({ kind, step, done, total, reason }) => {
    if (kind === "succeeded")
      say(sayColors.dim(`[${String(done).padStart(String(total).length)}/${total}] ${step.text}`));
    if (kind === "failed") say(`${sayColors.red("failed")}: ${step.text}: ${reason ?? "no reason was given"}`);
  };
}

type Unfinished = Exclude<ApplyResult, { kind: "done" }>;

const endings: {
  readonly [K in Unfinished["kind"]]: (result: Extract<Unfinished, { kind: K }>) => readonly [ExitCode, string, string];
} = {
  refused: ({ refusals }) => [
    exitCodes.bad,
    `this plan is refused: ${refusals.map(({ message }) => message).join("; ")}`,
    "nothing was changed",
  ],
  stale: () => [
    exitCodes.target,
    "the target has changed since it was read",
    "nothing was changed; run the command again",
  ],
  failed: ({ failures, remaining }) => [
    exitCodes.stopped,
    `${failures.length === 1 ? "a step" : `${failures.length} steps`} failed: ${failures.map(({ step, reason }) => `${step.text}: ${reason}`).join("; ")}`,
    `${remaining.length} steps are left; when the reason is mended, the same command goes on`,
  ],
  stopped: ({ done, remaining }) => [
    exitCodes.stopped,
    `stopped after ${done.length} steps, ${remaining.length} are left`,
    "the same command goes on",
  ],
};

function requireDone(result: ApplyResult): void {
  if (result.kind === "done") return;
  // Each ending is looked up under its own kind; TypeScript cannot follow the pairing.
  const [exitCode, message, help] = endings[result.kind](result as never);
  throw new CommandFailure(exitCode, message, help);
}
