import type { ConditionOperator } from "../condition/operators.ts";
import type { SetQualifier } from "../document/policy-node.ts";
import type { Glob } from "../pattern/glob.ts";
import type { TemplatePart } from "../pattern/template.ts";
import type { Settled } from "./standpoint.ts";

/** A text that is a pattern once its variables have values. */
export interface OpenText {
  readonly parts: readonly TemplatePart[];
  /** The variables without known value, in lower case. */
  readonly open: readonly string[];
}

/** One entry of `Resource`; the head is partition, service, region and account. */
export type ResourcePattern =
  | { readonly kind: "any" }
  /** A pattern over the whole text, as resource policies may have it. */
  | { readonly kind: "text"; readonly glob: Glob }
  | { readonly kind: "arn"; readonly head: readonly [Glob, Glob, Glob, Glob]; readonly tail: OpenText };

/** The resource of the request matches one of the patterns. */
export interface ResourceAtom {
  readonly kind: "resource";
  readonly id: number;
  readonly patterns: readonly ResourcePattern[];
  readonly open: readonly string[];
}

/** A condition of a statement on a key whose value is not known beforehand. */
export interface KeyAtom {
  readonly kind: "key";
  readonly id: number;
  /** In lower case. */
  readonly key: string;
  /** As written. */
  readonly name: string;
  readonly operator: ConditionOperator;
  readonly qualifier: SetQualifier | undefined;
  readonly ifExists: boolean;
  readonly tests: readonly OpenText[];
  readonly open: readonly string[];
  /** The value of the key where only variables in the tests are open. */
  readonly settled?: Settled;
}

/** The action of the request, in lower case, matches one of the patterns: asked of actions outside the catalogue. */
export interface ActionAtom {
  readonly kind: "action";
  readonly id: number;
  readonly patterns: readonly Glob[];
  readonly open: readonly string[];
}

/** Something a request says or does not say; two statements that say the same share the atom. */
export type Atom = ResourceAtom | KeyAtom | ActionAtom;

type Unnumbered = Omit<ResourceAtom, "id"> | Omit<KeyAtom, "id"> | Omit<ActionAtom, "id">;

/** Gives equal atoms one identity. */
export interface AtomTable {
  intern<T extends Unnumbered>(atom: T): T & { readonly id: number };
}

/** Starts an empty table. */
export function createAtomTable(): AtomTable {
  const known = new Map<string, { readonly id: number }>();
  return {
    intern: <T extends Unnumbered>(atom: T) => {
      const text = signatureOf(atom);
      const found = known.get(text);
      // Equal signatures are equal atoms, so the entry is of the same kind as the one asked for.
      if (found !== undefined) return found as T & { readonly id: number };
      const made = { ...atom, id: known.size };
      known.set(text, made);
      return made;
    },
  };
}

function signatureOf(atom: Unnumbered): string {
  if (atom.kind !== "key") return JSON.stringify([atom.kind, atom.patterns]);
  const { key, operator, qualifier, ifExists, tests, settled } = atom;
  return JSON.stringify([key, operator.name, qualifier, ifExists, tests.map(({ parts }) => parts), settled]);
}
