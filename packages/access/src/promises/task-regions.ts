import { type Condition, parsePolicy, type Region } from "@castellan/policy";
import type { AccessCatalog } from "../access-catalog.ts";
import { expandTask } from "../tasks/expand-task.ts";
import type { ConditionBlock, PatternTask, Task, TaskPiece } from "../tasks/task.ts";

/** A task as regions of requests: doing it is making a request in one of them. */
export interface TaskRegions {
  readonly task: Task;
  /** Its actions by the catalogue. */
  readonly actions: readonly string[];
  readonly regions: readonly Region[];
  /** The regions that each have to hold an allowed request where somebody may do the task: one action of it each. */
  readonly core: readonly (readonly Region[])[];
}

/** Makes the regions of tasks, of each task once, so that who asks about them again asks about the same. */
export function taskRegionReader(catalog: AccessCatalog): (task: Task) => TaskRegions {
  const known = new Map<Task, TaskRegions>();
  return (task) => {
    const found = known.get(task) ?? readTask(task, catalog);
    known.set(task, found);
    return found;
  };
}

function readTask(task: Task, catalog: AccessCatalog): TaskRegions {
  const actions = expandTask(task, catalog);
  const core = (task.core ?? actions).map((action) => coreRegions(task, action, catalog));
  return { task, actions, core, regions: task.kind === "levels" ? [{ actions }] : task.pieces.map(pieceRegion) };
}

/** An action of a task wherever the task has it; by itself where it stands for actions of the task. */
function coreRegions(task: Task, action: string, catalog: AccessCatalog): readonly Region[] {
  const pieces = task.kind === "levels" ? [] : piecesWith(task, action, catalog);
  return pieces.length === 0
    ? [{ actions: [action] }]
    : pieces.map((piece) => ({ ...pieceRegion(piece), actions: [action] }));
}

function piecesWith(task: PatternTask, action: string, catalog: AccessCatalog): readonly TaskPiece[] {
  if (task.pieces.length === 1) return task.pieces;
  return task.pieces.filter((piece) => expandTask({ ...task, pieces: [piece] }, catalog).includes(action));
}

function pieceRegion({ actions, resources, condition }: TaskPiece): Region {
  return {
    actions,
    ...(resources.includes("*") ? {} : { resources: resources.map(anyBoundary) }),
    ...(condition === undefined ? {} : { conditions: conditionsOf(condition) }),
  };
}

const anyBoundary = (text: string): string => text.replaceAll("{boundary}", "*");

/** The conditions of a block as the prover takes them. */
export function conditionsOf(block: ConditionBlock): readonly Condition[] {
  const statement = { Effect: "Allow", Action: "*", Resource: "*", Condition: block };
  const parsed = parsePolicy(anyBoundary(JSON.stringify({ Version: "2012-10-17", Statement: [statement] })), {
    kind: "identity",
    accept: "meaningful",
  });
  if (parsed.kind === "malformed") throw new Error(`the conditions of a task are no conditions: ${parsed.message}`);
  return parsed.policy.statements.flatMap(({ conditions }) => conditions);
}
