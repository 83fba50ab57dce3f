import type { Atom, OpenText } from "./atom.ts";
import { atomsOf, type Formula } from "./formula.ts";
import type { ActionModel } from "./find-request.ts";
import type { Solver } from "./solver.ts";
import type { Model } from "./tableau.ts";

/** How many sets of values are tried for variables. */
const triedValues = 24;

/** Models in which every variable has a value: a fresh one, one that the formula speaks of, or none. */
export function* concreteModels(
  { model, frame, values }: ActionModel,
  formula: Formula,
  solver: Solver,
): Generator<Model, void, undefined> {
  if (model.open.length === 0) return;
  const open = new Set([...atomsOf(formula)].flatMap((atom) => atom.open));
  const wanted = [...open].filter((key) => !values.has(key));
  const words = wordsOf(formula);
  const choices = wanted.map((key) => [freshValue(key), ...words, undefined]);
  for (const tried of combinations(wanted, choices)) {
    const answer = solver.solve(formula, { frame, values: new Map([...values, ...tried]) });
    if (answer.kind === "found") yield answer.value;
  }
}

/** A value that no policy speaks of: the last word of the key. */
function freshValue(key: string): string {
  return key.slice(Math.max(key.lastIndexOf(":"), key.lastIndexOf("/")) + 1);
}

/** Texts that the atoms of a formula compare with. */
function wordsOf(formula: Formula): readonly string[] {
  const parts = [...atomsOf(formula)].flatMap(textsOf).flatMap((text) => text.parts);
  const words = parts.flatMap((part) => (typeof part === "string" ? part.split("/") : []));
  return [...new Set(words)].filter((word) => word !== "").slice(0, triedValues);
}

function* combinations(
  keys: readonly string[],
  choices: readonly (readonly (string | undefined)[])[],
): Generator<ReadonlyMap<string, string | undefined>, void, undefined> {
  const most = Math.min(triedValues, Math.max(1, ...choices.map(({ length }) => length)));
  for (let index = 0; index < most; index += 1) yield new Map(keys.map((key, place) => [key, choices[place]?.[index]]));
  for (const [place, key] of keys.entries())
    for (const value of choices[place]?.slice(0, 6) ?? [])
      yield new Map(keys.map((each, other) => [each, each === key ? value : choices[other]?.[0]]));
}

function textsOf(atom: Atom): readonly OpenText[] {
  if (atom.kind === "key") return atom.tests;
  return atom.kind === "resource" ? atom.patterns.flatMap((each) => (each.kind === "arn" ? each.tail : [])) : [];
}
