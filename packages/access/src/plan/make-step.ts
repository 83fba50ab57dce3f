import type { Source } from "../estate.ts";
import type { Stage, Step, StepBody, StepKind } from "./step.ts";
import type { StepRow } from "./step-row.ts";
import { stepTable } from "./step-table.ts";

/** The row of a body's kind, typed for exactly that body. */
export function rowOf<Body extends StepBody>(body: Body): StepRow<Body> {
  // The table is total and indexed by the body's own kind, so the row takes this body.
  return stepTable[body.kind] as unknown as StepRow<Body>;
}

/** The id that a step of this kind with this key has; use it to depend on a step that may or may not be planned. */
export function stepId(kind: StepKind, ...key: readonly string[]): string {
  return `${kind}:${key.length === 1 ? key.join("") : key.map(escapePart).join("/")}`;
}

/** The id of a body's step. */
export function idOf(body: StepBody): string {
  return stepId(body.kind, ...rowOf(body).key(body));
}

/** What a planner says about a step besides its body. */
export interface StepSetting {
  readonly source?: Source | undefined;
  readonly dependsOn?: readonly string[];
  readonly stage?: Stage;
}

/** A whole step from its body: id, words, object, change and stage come from the step table. */
export function makeStep(body: StepBody, setting: StepSetting = {}): Step {
  const row = rowOf(body);
  return {
    ...body,
    id: idOf(body),
    text: row.text(body),
    object: row.object(body),
    change: row.change,
    stage: setting.stage ?? (row.phase >= 100 ? "remove" : "add"),
    dependsOn: setting.dependsOn ?? [],
    ...(setting.source ? { source: setting.source } : {}),
  };
}

/** The lock that a step holds while it runs, if any. */
export function lockOf(step: Step): string | undefined {
  return rowOf<StepBody>(step).lock?.(step);
}

function escapePart(part: string): string {
  return part.replaceAll("%", "%25").replaceAll("/", "%2F");
}
