import type { ContextValue } from "../request/request.ts";
import type { Atom } from "./atom.ts";
import type { VariableValues } from "./bind-text.ts";
import { found, none, unknown, type Found } from "./find/found.ts";
import type { Formula, Literal } from "./formula.ts";
import { resourceRelation } from "./resource-relation.ts";
import { actionVariable, resourceVariable, variableOf, type Search, type Theory } from "./theory.ts";

/** What a request is like that satisfies a formula. */
export interface Model {
  readonly resource: string;
  /** An action in lower case, where the formula speaks of actions. */
  readonly action: string | undefined;
  /** Keys as policies write them, or in lower case, with their values. */
  readonly context: ReadonlyMap<string, ContextValue | undefined>;
  /** The variables without known value that the model depends on. */
  readonly open: readonly string[];
}

const noValues: VariableValues = new Map();

/**
 * The search through one formula. It assumes literals until nothing is left to be satisfied, asks the theory after
 * each step whether they can be true together, and takes back what led nowhere. Without a theory every literal may
 * be true beside every other.
 */
export class Tableau {
  readonly #theory: Theory | undefined;
  readonly #search: Search | undefined;
  #budget: number;
  readonly #assumed = new Map<number, boolean>();
  readonly #trail: Literal[] = [];

  constructor(theory: Theory | undefined, search: Search | undefined, budget: number) {
    this.#theory = theory;
    this.#search = search;
    this.#budget = budget;
  }

  /** A model of the formula, or the certainty that there is none. */
  run(formula: Formula): Found<Model> {
    return this.#satisfy([formula]);
  }

  /** Satisfies all the formulas together with what was assumed before. */
  #satisfy(formulas: readonly Formula[]): Found<Model> {
    const mark = this.#trail.length;
    const answer = this.#attempt(formulas, mark);
    this.#takeBack(mark);
    return answer;
  }

  #takeBack(mark: number): void {
    for (const { atom } of this.#trail.splice(mark)) this.#assumed.delete(atom.id);
  }

  #attempt(formulas: readonly Formula[], mark: number): Found<Model> {
    this.#budget -= 1;
    if (this.#budget < 0) return unknown("the search was given up after too many steps");
    const open = this.#propagate(formulas);
    if (open === undefined) return none;
    const possible = this.#check(mark);
    if (possible.kind !== "found") return possible;
    const narrowest = narrowestOf(open);
    if (narrowest?.kind !== "some") return this.#model();
    const rest = open.filter((formula) => formula !== narrowest);
    return this.#branch(narrowest.parts, rest);
  }

  /** Tries one part after the other; a literal that cannot be is from then on known not to be. */
  #branch(parts: readonly Formula[], rest: readonly Formula[]): Found<Model> {
    const mark = this.#trail.length;
    let failed: Found<Model> = none;
    for (const part of parts) {
      const answer = this.#satisfy([part, ...rest]);
      if (answer.kind === "found") return answer;
      if (answer.kind === "unknown") failed = answer;
      else if (part.kind === "literal" && !this.#assume({ ...part, holds: !part.holds })) break;
    }
    this.#takeBack(mark);
    return failed;
  }

  /** Assumes what must be; gives the alternatives that remain, or undefined when there is a contradiction. */
  #propagate(formulas: readonly Formula[]): readonly Formula[] | undefined {
    let open: readonly Formula[] = formulas;
    for (;;) {
      const before = this.#trail.length;
      const next: Formula[] = [];
      for (const formula of open) if (!this.#reduce(formula, next)) return undefined;
      open = next;
      if (this.#trail.length === before) return open;
    }
  }

  /** Assumes a formula, or puts it among those that stay open; false when it cannot hold. */
  #reduce(formula: Formula, open: Formula[]): boolean {
    if (formula.kind === "literal") return this.#assume(formula);
    if (formula.kind === "all") return formula.parts.every((part) => this.#reduce(part, open));
    if (formula.kind !== "some") return formula.kind === "true";
    const live: Formula[] = [];
    for (const part of formula.parts) {
      const value = this.#evaluate(part);
      if (value === true) return true;
      if (value === undefined) live.push(part);
    }
    const [only] = live;
    if (only === undefined) return false;
    if (live.length === 1) return this.#reduce(only, open);
    open.push({ kind: "some", parts: live });
    return true;
  }

  #assume(literal: Literal): boolean {
    const value = this.#valueOf(literal.atom);
    if (value !== undefined) return value === literal.holds;
    this.#assumed.set(literal.atom.id, literal.holds);
    this.#trail.push(literal);
    return true;
  }

  #valueOf(atom: Atom): boolean | undefined {
    const assumed = this.#assumed.get(atom.id);
    if (assumed !== undefined || atom.kind !== "resource" || this.#search === undefined) return assumed;
    return resourceRelation(this.#search.frame, atom);
  }

  #evaluate(formula: Formula): boolean | undefined {
    if (formula.kind === "true" || formula.kind === "false") return formula.kind === "true";
    if (formula.kind === "literal") {
      const value = this.#valueOf(formula.atom);
      return value === undefined ? undefined : value === formula.holds;
    }
    const decisive = formula.kind === "some";
    let answer: boolean | undefined = !decisive;
    for (const part of formula.parts) {
      const value = this.#evaluate(part);
      if (value === decisive) return decisive;
      if (value === undefined) answer = undefined;
    }
    return answer;
  }

  /** Whether every variable of which something was assumed since the mark still has a value. */
  #check(mark: number): Found<unknown> {
    let failed: Found<unknown> | undefined;
    for (const variable of new Set(this.#trail.slice(mark).map(({ atom }) => variableOf(atom)))) {
      const answer = this.#find(variable);
      if (answer.kind === "none") return answer;
      if (answer.kind === "unknown") failed = answer;
    }
    return failed ?? found(undefined);
  }

  #find(variable: string): Found<ContextValue | undefined> {
    if (this.#theory === undefined || this.#search === undefined) return found(undefined);
    const literals = this.#trail.filter(({ atom }) => variableOf(atom) === variable);
    return this.#theory.valueOf(variable, literals, this.#search);
  }

  #model(): Found<Model> {
    const values = this.#search?.values ?? noValues;
    const context = new Map<string, ContextValue | undefined>();
    for (const [key, name] of this.#keys(values)) {
      const value = this.#find(key);
      if (value.kind !== "found") return value;
      context.set(name, values.has(key) ? values.get(key) : value.value);
    }
    const [resource, action] = [this.#find(resourceVariable), this.#find(actionVariable)];
    if (resource.kind !== "found") return resource;
    if (action.kind !== "found") return action;
    const open = new Set(this.#trail.flatMap(({ atom }) => atom.open.filter((key) => !values.has(key))));
    return found({ resource: textOf(resource.value) ?? "*", action: textOf(action.value), context, open: [...open] });
  }

  /** The keys that have or lack a value on purpose, with the names they go by. */
  #keys(values: VariableValues): ReadonlyMap<string, string> {
    const names = new Map([...values.keys()].map((key) => [key, key]));
    for (const { atom } of this.#trail) if (atom.kind === "key") names.set(atom.key, atom.name);
    return names;
  }
}

function narrowestOf(open: readonly Formula[]): Formula | undefined {
  let narrowest: Formula | undefined;
  for (const formula of open) if (widthOf(formula) < widthOf(narrowest)) narrowest = formula;
  return narrowest;
}

function widthOf(formula: Formula | undefined): number {
  return formula?.kind === "some" ? formula.parts.length : Number.POSITIVE_INFINITY;
}

function textOf(value: ContextValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
