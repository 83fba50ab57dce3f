import type { VariableValues } from "./bind-text.ts";
import { all, atomsOf, type Formula } from "./formula.ts";
import type { Frame } from "./frame.ts";
import { isOwn, type Plan } from "./plan.ts";
import type { Solver } from "./solver.ts";
import type { Model } from "./tableau.ts";

/** A side with what it is to decide. */
export interface Wish {
  readonly plan: Plan;
  readonly outcome: "allowed" | "denied";
}

/** A model with the action it is for and what it was looked for in. */
export interface ActionModel {
  readonly action: number;
  readonly model: Model;
  readonly frame: Frame;
  readonly values: VariableValues;
}

/** What a search needs besides its wishes. */
export interface Scope {
  readonly solver: Solver;
  readonly actions: Int32Array;
  /** What every request fulfils. */
  readonly region: Formula;
  readonly framesOf: (action: number) => readonly Frame[];
  /** Whose resources these are. */
  readonly owner: string | undefined;
  /** Is told why something could not be decided. */
  readonly doubt: (reason: string) => void;
}

/** Is told of every model that may be a request; answers whether the search may end. */
export type Inspect = (candidate: ActionModel, formula: Formula) => boolean;

/** What is left to do for actions that the sides treat alike. */
interface Case {
  readonly formula: Formula;
  /** The answer may differ from one kind of resource to the next. */
  readonly perFrame: boolean;
  readonly tried: Set<Frame>;
}

/** Looks through all actions for requests that the sides decide as wished. */
export function findRequests(wishes: readonly [Wish, ...Wish[]], scope: Scope, inspect: Inspect): void {
  const { cells, cellOf } = cellsOf(wishes);
  // One byte for each cell, for nearly all of the actions fall into cells that were closed before.
  const closed = new Uint8Array(cells);
  const open = new Map<number, Case>();
  for (let index = 0; index < scope.actions.length; index += 1) {
    const action = scope.actions[index] ?? 0;
    const cell = cellOf(action);
    if (closed[cell] === 1) continue;
    const left = open.get(cell) ?? openCase(wishes, action, scope);
    if (left !== undefined && tryFrames(left, action, scope, inspect)) return;
    if (left?.perFrame === true) open.set(cell, left);
    else closed[cell] = 1;
  }
}

/** The actions in cells: those of one cell are of one class for every side. */
function cellsOf([{ plan }, second]: readonly [Wish, ...Wish[]]): {
  readonly cells: number;
  readonly cellOf: (action: number) => number;
} {
  const { classOf, examples } = plan.classes;
  if (second === undefined) return { cells: examples.length, cellOf: (action) => classOf[action] ?? 0 };
  const { classOf: otherClassOf, examples: others } = second.plan.classes;
  const width = others.length;
  return {
    cells: examples.length * width,
    cellOf: (action) => (classOf[action] ?? 0) * width + (otherClassOf[action] ?? 0),
  };
}

/** The case of an action, or undefined when no request for such actions can be decided as wished. */
function openCase(wishes: readonly Wish[], action: number, { region, owner, solver }: Scope): Case | undefined {
  const sides = wishes.map(({ plan, outcome }) => plan[outcome](plan.classes.classOf[action] ?? 0, isOwn(plan, owner)));
  const formula = all([...sides, region]);
  if (formula.kind === "false" || !solver.mayHold(formula)) return undefined;
  const perFrame = [...atomsOf(formula)].some(
    (atom) => atom.kind !== "key" || atom.key === ownerKey || atom.open.length > 0,
  );
  return { formula, perFrame, tried: new Set() };
}

function tryFrames({ formula, perFrame, tried }: Case, action: number, scope: Scope, inspect: Inspect): boolean {
  for (const frame of scope.framesOf(action)) {
    if (tried.has(frame)) continue;
    tried.add(frame);
    for (const values of perFrame ? ownerValues(frame, formula) : [noValues]) {
      const answer = scope.solver.solve(formula, { frame, values });
      if (answer.kind === "found" && inspect({ action, model: answer.value, frame, values }, formula)) return true;
      if (answer.kind === "unknown") scope.doubt(answer.reason);
    }
    if (!perFrame) return false;
  }
  return false;
}

/** The key that says whose the resource is. */
export const ownerKey = "aws:resourceaccount";
const noValues: VariableValues = new Map();

/** What can be known of the owner: a request need not name the principal's own account where the ARN does not. */
export function ownerValues({ owner, namesOwner, ownsItself }: Frame, formula: Formula): readonly VariableValues[] {
  const matters = [...atomsOf(formula)].some(
    (atom) => atom.open.includes(ownerKey) || (atom.kind === "key" && atom.key === ownerKey),
  );
  if (!matters) return [noValues];
  const named = new Map([[ownerKey, owner]]);
  return namesOwner || !ownsItself ? [named] : [named, new Map([[ownerKey, undefined]])];
}
