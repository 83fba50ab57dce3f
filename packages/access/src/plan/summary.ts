import type { PlanSummary } from "./plan.ts";
import type { Change, PlannedObject, Step } from "./step.ts";

/** The steps of one object, and what becomes of it as a whole. */
export interface ObjectSteps {
  readonly object: PlannedObject;
  readonly change: Change;
  readonly steps: readonly Step[];
}

/** Steps gathered by object, in the order in which the objects first appear. */
export function stepsByObject(steps: readonly Step[]): readonly ObjectSteps[] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const key = JSON.stringify([step.object.kind, step.object.name]);
    const group = groups.get(key);
    if (group) group.push(step);
    else groups.set(key, [step]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ object: first.object, change: changeOf(group), steps: group }] : [];
  });
}

function changeOf(steps: readonly Step[]): Change {
  if (steps.some((step) => step.change === "remove")) return "remove";
  return steps.some((step) => step.change === "add") ? "add" : "change";
}

/** Seconds one asynchronous write takes at the published pace of 20 a minute (access load figure of 2022). */
const secondsPerAssignment = 3;

/** Counts and the expected time. */
export function summaryOf(steps: readonly Step[]): PlanSummary {
  const objects = stepsByObject(steps);
  const count = (change: Change) => objects.filter((object) => object.change === change).length;
  const slow = steps.filter((step) => slowKinds.has(step.kind)).length;
  return {
    add: count("add"),
    change: count("change"),
    remove: count("remove"),
    steps: steps.length,
    estimateSeconds: Math.ceil(slow * secondsPerAssignment + (steps.length - slow) * 0.1),
  };
}

const slowKinds = new Set(["createAssignment", "deleteAssignment", "provisionPermissionSet", "createAccount"]);
