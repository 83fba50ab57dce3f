import type { ContextValue } from "../request/request.ts";
import type { Atom } from "./atom.ts";
import type { VariableValues } from "./bind-text.ts";
import { findAction } from "./find-action.ts";
import { findKey } from "./find-key.ts";
import { findSymbolically } from "./find-symbolically.ts";
import { found, unknown, type Found } from "./find/found.ts";
import type { Literal } from "./formula.ts";
import type { Frame } from "./frame.ts";
import type { KeyShapes } from "./key-shapes.ts";

/** Where and with what requests are looked for. */
export interface Search {
  readonly frame: Frame;
  /** Values of variables; one that is not listed may be anything in favour of the formula. */
  readonly values: VariableValues;
}

/** A text or list that a request has; undefined for a key that it lacks. */
type Value = ContextValue | undefined;

/** Knows which values the variables of a request can have: its resource, its action, its context keys. */
export interface Theory {
  /** A value of one variable that satisfies all of its literals. */
  valueOf(variable: string, literals: readonly Literal[], search: Search): Found<Value>;
}

/** The variables of a request besides its context keys, none of which is called so. */
export const resourceVariable = "";
/** The action of the request, for actions outside the catalogue. */
export const actionVariable = ":";

/** The variable that an atom speaks of. */
export function variableOf(atom: Atom): string {
  if (atom.kind === "key") return atom.key;
  return atom.kind === "resource" ? resourceVariable : actionVariable;
}

/** A theory that remembers its answers. */
export function createTheory(shapes: KeyShapes): Theory {
  const keys = new Map<string, Found<Value>>();
  const resources = new WeakMap<Frame, Map<string, Found<Value>>>();
  const resourcesIn = (frame: Frame): Map<string, Found<Value>> => {
    const known = resources.get(frame) ?? new Map<string, Found<Value>>();
    resources.set(frame, known);
    return known;
  };
  return {
    valueOf: (variable, literals, search) => {
      const isResource = variable === resourceVariable;
      if (variable === actionVariable) return actionFor(literals);
      const look = (): Found<Value> =>
        isResource ? resourceFor(literals, search) : keyFor(variable, literals, search, shapes);
      if (search.values.size > 0) return look();
      return remember(isResource ? resourcesIn(search.frame) : keys, signatureOf(literals), look);
    },
  };
}

function resourceFor(literals: readonly Literal[], { frame, values }: Search): Found<Value> {
  const asked = literals.flatMap(({ atom, holds }) => (atom.kind === "resource" ? [{ atom, holds }] : []));
  return findSymbolically(frame, asked, values);
}

function keyFor(key: string, literals: readonly Literal[], { values }: Search, shapes: KeyShapes): Found<Value> {
  const asked = literals.flatMap(({ atom, holds }) => (atom.kind === "key" ? [{ atom, holds }] : []));
  const answer = findKey(key, asked, shapes.shapeOf(key), values);
  return answer.kind === "unknown" ? unknown(`a value of \`${key}\`: ${answer.reason}`) : answer;
}

/** No action when nothing is asked of it. */
function actionFor(literals: readonly Literal[]): Found<Value> {
  const asked = literals.flatMap(({ atom, holds }) => (atom.kind === "action" ? [{ atom, holds }] : []));
  return asked.length === 0 ? found(undefined) : findAction(asked);
}

function signatureOf(literals: readonly Literal[]): string {
  const signs = literals.map(({ atom, holds }) => (holds ? atom.id + 1 : -atom.id - 1));
  return signs.sort((one, other) => one - other).join();
}

/** How many answers are remembered in one place. */
const rememberedAnswers = 50_000;

function remember(answers: Map<string, Found<Value>>, signature: string, look: () => Found<Value>): Found<Value> {
  const known = answers.get(signature);
  if (known !== undefined) return known;
  if (answers.size >= rememberedAnswers) answers.clear();
  const answer = look();
  answers.set(signature, answer);
  return answer;
}
