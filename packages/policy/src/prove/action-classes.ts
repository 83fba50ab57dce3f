import type { ActionElement, Policy } from "../document/policy-node.ts";
import type { ActionTable } from "./action-table.ts";

/** The actions of a catalogue in classes: those of one class are listed by the same statements. */
export interface ActionClasses {
  /** The class of each action. */
  readonly classOf: Uint16Array;
  /** One action of each class. */
  readonly examples: readonly number[];
  /** How many actions are in each class. */
  readonly sizes: readonly number[];
  /** The statements that speak of each class, by policy. */
  readonly statementsOf: readonly (readonly (readonly number[])[])[];
}

const remembered = new WeakMap<ActionTable, WeakMap<Policy, ActionClasses>>();

/** The classes that one policy makes, found once. */
export function classesOfPolicy(policy: Policy, table: ActionTable): ActionClasses {
  const byPolicy = remembered.get(table) ?? new WeakMap<Policy, ActionClasses>();
  remembered.set(table, byPolicy);
  const known = byPolicy.get(policy);
  if (known !== undefined) return known;
  const made = makeClasses(policy, table);
  byPolicy.set(policy, made);
  return made;
}

function makeClasses({ statements }: Policy, table: ActionTable): ActionClasses {
  const classOf = Uint16Array.from(table.traits);
  const listedBy: (readonly number[])[] = Array.from({ length: traitCount(table) }, () => []);
  for (const [index, { action }] of statements.entries()) split(classOf, listedBy, listedActions(action, table), index);
  const speaking = (listing: readonly number[]): readonly number[] =>
    statements.flatMap(({ action }, index) => (listing.includes(index) === action.negated ? [] : [index]));
  return renumber(classOf, listedBy, speaking);
}

function traitCount({ traits }: ActionTable): number {
  return traits.reduce((most, trait) => Math.max(most, trait), 0) + 1;
}

/** Parts every class into the actions that a statement lists and those that it does not. */
function split(
  classOf: Uint16Array,
  listedBy: (readonly number[])[],
  listed: Iterable<number>,
  statement: number,
): void {
  const movedTo = new Int32Array(listedBy.length).fill(-1);
  for (const action of listed) {
    const from = classOf[action] ?? 0;
    if (movedTo[from] === -1) movedTo[from] = listedBy.push([...(listedBy[from] ?? []), statement]) - 1;
    classOf[action] = movedTo[from] ?? 0;
  }
}

function listedActions({ patterns }: ActionElement, table: ActionTable): Iterable<number> {
  const [only, second] = patterns;
  if (only !== undefined && second === undefined) return table.matching(only.value);
  const listed = new Set<number>();
  for (const { value } of patterns) for (const action of table.matching(value)) listed.add(action);
  return listed;
}

/** Numbers the classes that still have members anew. */
function renumber(
  classOf: Uint16Array,
  listedBy: readonly (readonly number[])[],
  speaking: (listing: readonly number[]) => readonly number[],
): ActionClasses {
  const renamed = new Int32Array(listedBy.length).fill(-1);
  const examples: number[] = [];
  const sizes: number[] = [];
  const statementsOf: (readonly (readonly number[])[])[] = [];
  for (let action = 0; action < classOf.length; action += 1) {
    const old = classOf[action] ?? 0;
    if (renamed[old] === -1) {
      renamed[old] = examples.push(action) - 1;
      statementsOf.push([speaking(listedBy[old] ?? [])]);
    }
    const renamedTo = renamed[old] ?? 0;
    classOf[action] = renamedTo;
    sizes[renamedTo] = (sizes[renamedTo] ?? 0) + 1;
  }
  return { classOf, examples, sizes, statementsOf };
}

/** The classes that several policies make together. */
export function joinClasses(parts: readonly ActionClasses[], table: ActionTable): ActionClasses {
  const [first, ...rest] = parts;
  if (first === undefined) return classesWithoutPolicy(table);
  return rest.reduce((left, right) => meet(left, right), first);
}

function classesWithoutPolicy(table: ActionTable): ActionClasses {
  const examples = Array.from({ length: traitCount(table) }, (_, trait) => table.traits.indexOf(trait));
  const sizes = examples.map((_, trait) => table.traits.filter((each) => each === trait).length);
  return { classOf: Uint16Array.from(table.traits), examples, sizes, statementsOf: examples.map(() => []) };
}

function meet(left: ActionClasses, right: ActionClasses): ActionClasses {
  const width = right.examples.length;
  const numbers = new Int32Array(left.examples.length * width).fill(-1);
  const classOf = new Uint16Array(left.classOf.length);
  const examples: number[] = [];
  const sizes: number[] = [];
  const statementsOf: (readonly (readonly number[])[])[] = [];
  for (let action = 0; action < classOf.length; action += 1) {
    const [one, other] = [left.classOf[action] ?? 0, right.classOf[action] ?? 0];
    const cell = one * width + other;
    if (numbers[cell] === -1) {
      numbers[cell] = examples.push(action) - 1;
      statementsOf.push([...(left.statementsOf[one] ?? []), ...(right.statementsOf[other] ?? [])]);
    }
    const number = numbers[cell] ?? 0;
    classOf[action] = number;
    sizes[number] = (sizes[number] ?? 0) + 1;
  }
  return { classOf, examples, sizes, statementsOf };
}

const examplesByActions = new WeakMap<ActionClasses, WeakMap<Int32Array, Int32Array>>();

/** Of some actions one of each class for every list of resources that the actions of the class work on. */
export function examplesOf(classes: ActionClasses, actions: Int32Array, { uses }: ActionTable): Int32Array {
  const byActions = examplesByActions.get(classes) ?? new WeakMap<Int32Array, Int32Array>();
  examplesByActions.set(classes, byActions);
  const known = byActions.get(actions);
  if (known !== undefined) return known;
  const seen = new Set<number>();
  const found = actions.filter((action) => {
    const sort = (classes.classOf[action] ?? 0) * 0x10000 + (uses[action] ?? 0);
    return !seen.has(sort) && seen.add(sort).size > 0;
  });
  byActions.set(actions, found);
  return found;
}
