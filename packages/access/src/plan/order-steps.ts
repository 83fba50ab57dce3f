import { rowOf } from "./make-step.ts";
import type { Stage, Step, StepBody } from "./step.ts";

const stageOrder: Record<Stage, number> = { add: 0, remove: 1, ownPath: 2 };

/**
 * Steps in the order of section "create order": by stage, by AWS's phase, then as planned, and never before what they
 * depend on. Dependencies on steps that are not in the plan are dropped: what they would do is already there.
 */
export function orderSteps(steps: readonly Step[]): readonly Step[] {
  const ids = new Set(steps.map((step) => step.id));
  const planned = steps.map((step) => ({
    ...step,
    dependsOn: [...new Set(step.dependsOn)].filter((id) => ids.has(id) && id !== step.id),
  }));
  const ranked = planned
    .map((step, index) => ({ step, index, phase: rowOf<StepBody>(step).phase }))
    .toSorted(
      (left, right) =>
        stageOrder[left.step.stage] - stageOrder[right.step.stage] ||
        left.phase - right.phase ||
        left.index - right.index,
    )
    .map(({ step }) => step);
  return afterDependencies(ranked);
}

/** A depth-first walk in the given order that puts each step after what it depends on. */
function afterDependencies(steps: readonly Step[]): readonly Step[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const ordered = new Map<string, Step>();
  const open = new Set<string>();
  const visit = (step: Step): void => {
    if (ordered.has(step.id)) return;
    if (open.has(step.id)) throw new Error(`a step depends on itself: ${step.id}`);
    open.add(step.id);
    for (const id of step.dependsOn) {
      const needed = byId.get(id);
      if (needed) visit(needed);
    }
    ordered.set(step.id, step);
  };
  for (const step of steps) visit(step);
  return [...ordered.values()];
}
