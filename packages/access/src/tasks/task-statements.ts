import type { ConditionBlock, PatternTask, TaskPiece } from "./task.ts";

/** One statement of a policy as it is written in JSON. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action?: readonly string[] | string;
  readonly NotAction?: readonly string[];
  readonly Resource: readonly string[] | string;
  readonly Condition?: ConditionBlock;
}

/** Stands for "any boundary" outside of a boundary. */
const anyBoundary = "*";

/** What `use: TASK` becomes: Allow statements. */
export function allowStatements(task: PatternTask): readonly PolicyStatement[] {
  return statements(task, "Allow", anyBoundary);
}

/** What `never: TASK` becomes: Deny statements; `boundary` is the name of the boundary they stand in, if they stand in one. */
export function denyStatements(task: PatternTask, boundary?: string): readonly PolicyStatement[] {
  return statements(task, "Deny", boundary);
}

function statements(
  task: PatternTask,
  effect: "Allow" | "Deny",
  boundary: string | undefined,
): readonly PolicyStatement[] {
  const pieces = task.pieces.filter((piece) => boundary !== undefined || piece.boundaryOnly !== true);
  const stem = (effect === "Allow" ? "Use" : "Never") + pascalCase(task.name);
  return pieces.map((piece, index) =>
    statement(piece, effect, pieces.length === 1 ? stem : `${stem}${index + 1}`, boundary ?? anyBoundary),
  );
}

function statement(piece: TaskPiece, effect: "Allow" | "Deny", sid: string, boundary: string): PolicyStatement {
  const named = (text: string): string => text.replaceAll("{boundary}", boundary);
  const condition = piece.condition === undefined ? {} : { Condition: mapValues(piece.condition, named) };
  return {
    Sid: sid,
    Effect: effect,
    Action: oneOr(piece.actions),
    Resource: oneOr(piece.resources.map(named)),
    ...condition,
  };
}

function mapValues(block: ConditionBlock, change: (value: string) => string): ConditionBlock {
  const tests = (keys: ConditionBlock[string]) =>
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, values.map(change)]));
  return Object.fromEntries(Object.entries(block).map(([operator, keys]) => [operator, tests(keys)]));
}

function oneOr(values: readonly string[]): readonly string[] | string {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}

/** A name as an identifier of letters and digits, as a Sid must be. */
export function pascalCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
