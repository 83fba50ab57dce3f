import type { AccessCatalog } from "../access-catalog.ts";
import { expandTask } from "../tasks/expand-task.ts";
import { builtInTasks } from "../tasks/task-catalogue.ts";
import type { Closing } from "./escalation-report.ts";
import type { EscalationStep } from "./find-path.ts";

/** Tells how a path is closed: by the narrowest task of the catalogue that has one of its actions. */
export function pathCloser(catalog: AccessCatalog): (steps: readonly EscalationStep[]) => Closing {
  const tasks = builtInTasks
    .filter((task) => task.kind === "patterns")
    .map((task) => ({ name: task.name, actions: new Set(expandTask(task, catalog)) }))
    .toSorted((a, b) => a.actions.size - b.actions.size);
  return (steps) => {
    for (const { name, actions } of tasks) {
      const step = steps.find(({ action }) => actions.has(action));
      if (step !== undefined) return { action: step.action, task: name, used: isUse(name, step) };
    }
    return { action: steps[0]?.action ?? "", used: false };
  };
}

/** Whether a statement that the task itself put into a permission set allows the request. */
function isUse(task: string, { because }: EscalationStep): boolean {
  const stem = `Use${task.replaceAll(/[^a-z0-9]/gi, "")}`.toLowerCase();
  return because.some(({ sid = "" }) => sid.toLowerCase().replace(/\d+$/, "") === stem);
}
