import type { Found } from "./find/found.ts";
import type { Formula } from "./formula.ts";
import type { KeyShapes } from "./key-shapes.ts";
import { Tableau, type Model } from "./tableau.ts";
import { createTheory, type Search } from "./theory.ts";

/** Looks for requests that satisfy formulas. */
export interface Solver {
  /** Whether the formula can hold when atoms have nothing to do with each other. */
  mayHold(formula: Formula): boolean;
  /** What a request that satisfies the formula is like. */
  solve(formula: Formula, search: Search): Found<Model>;
}

/** How many steps a search may take. */
const defaultBudget = 20_000;

/** A solver that remembers what it found out about single variables. */
export function createSolver(shapes: KeyShapes, budget: number = defaultBudget): Solver {
  const theory = createTheory(shapes);
  return {
    mayHold: (formula) => new Tableau(undefined, undefined, budget).run(formula).kind !== "none",
    solve: (formula, search) => new Tableau(theory, search, budget).run(formula),
  };
}
