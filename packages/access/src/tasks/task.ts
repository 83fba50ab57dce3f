/** The conditions of a statement, as in a policy: operator, key, values. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Actions on resources under conditions: what one statement says. */
export interface TaskPiece {
  /** Action patterns. */
  readonly actions: readonly string[];
  /** Resource ARN patterns; `{boundary}` stands for the name of the boundary that the task is part of. */
  readonly resources: readonly string[];
  readonly condition?: ConditionBlock;
  /** True for a piece that only makes sense inside a boundary, which it speaks of. */
  readonly boundaryOnly?: boolean;
}

/** A task told by patterns: it can be granted, denied and asked about. */
export interface PatternTask extends TaskFacts {
  readonly kind: "patterns";
  readonly pieces: readonly TaskPiece[];
}

/** A task told by access level: no policy can say it, a promise can. */
export interface LevelTask extends TaskFacts {
  readonly kind: "levels";
  readonly levels: readonly string[];
  /** Action patterns that do not count although AWS classes them so. */
  readonly except: readonly string[];
}

interface TaskFacts {
  readonly name: string;
  /** What someone who may do it can do, in a sentence. */
  readonly doc: string;
  /** Where the choice of actions comes from. */
  readonly source: string;
  /** The actions that stand for the task where a promise says that somebody can do it; all of them if absent. */
  readonly core?: readonly string[];
  /** Where the task is told: in the catalogue or in the access file. */
  readonly origin: "built-in" | "file";
}

/** A named set of actions, such as `manage IAM`. */
export type Task = PatternTask | LevelTask;

/** Tasks by name. */
export type TaskCatalogue = ReadonlyMap<string, Task>;

/** A piece on every resource without conditions. */
export function everywhere(...actions: readonly string[]): TaskPiece {
  return { actions, resources: ["*"] };
}

/** A built-in task of patterns. */
export function builtIn(
  name: string,
  facts: { readonly doc: string; readonly source: string; readonly core?: readonly string[] },
  ...pieces: readonly TaskPiece[]
): PatternTask {
  return { kind: "patterns", origin: "built-in", name, pieces, ...facts };
}
