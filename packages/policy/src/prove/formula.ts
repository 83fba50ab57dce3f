import type { Atom } from "./atom.ts";

/** An atom required to hold or not to hold. */
export interface Literal {
  readonly kind: "literal";
  readonly atom: Atom;
  readonly holds: boolean;
}

/** A condition on a request: literals joined by all and some, negations pushed down to the literals. */
export type Formula =
  | { readonly kind: "true" }
  | { readonly kind: "false" }
  | Literal
  | { readonly kind: "all"; readonly parts: readonly Formula[] }
  | { readonly kind: "some"; readonly parts: readonly Formula[] };

/** Holds for every request. */
export const always: Formula = { kind: "true" };
/** Holds for no request. */
export const never: Formula = { kind: "false" };

/** The formula of a fact that is known. */
export function fact(holds: boolean): Formula {
  return holds ? always : never;
}

/** An atom that holds. */
export function literal(atom: Atom, holds = true): Formula {
  return { kind: "literal", atom, holds };
}

/** Every part holds. */
export function all(parts: readonly Formula[]): Formula {
  return join(parts, "all", "true", "false");
}

/** At least one part holds. */
export function some(parts: readonly Formula[]): Formula {
  return join(parts, "some", "false", "true");
}

function join(
  parts: readonly Formula[],
  kind: "all" | "some",
  neutral: Formula["kind"],
  absorbing: Formula["kind"],
): Formula {
  const kept = new Set<Formula>();
  for (const part of parts) {
    if (part.kind === absorbing) return part;
    if (part.kind === kind) for (const inner of part.parts) kept.add(inner);
    else if (part.kind !== neutral) kept.add(part);
  }
  const [only] = kept;
  if (only === undefined) return kind === "all" ? always : never;
  return kept.size === 1 ? only : { kind, parts: [...kept] };
}

/** Holds exactly when the formula does not. */
export function not(formula: Formula): Formula {
  switch (formula.kind) {
    case "true":
      return never;
    case "false":
      return always;
    case "literal":
      return { kind: "literal", atom: formula.atom, holds: !formula.holds };
    case "all":
      return some(formula.parts.map(not));
    case "some":
      return all(formula.parts.map(not));
  }
}

/** The atoms of a formula, each once. */
export function atomsOf(formula: Formula, found: Set<Atom> = new Set()): ReadonlySet<Atom> {
  if (formula.kind === "literal") found.add(formula.atom);
  if (formula.kind === "all" || formula.kind === "some") for (const part of formula.parts) atomsOf(part, found);
  return found;
}
