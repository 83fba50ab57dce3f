import { anyOne, anyRun, parseGlob, compileGlob, type Glob } from "../pattern/glob.ts";
import type { ActionAtom } from "./atom.ts";
import { findText } from "./find/find-text.ts";
import type { Found } from "./find/found.ts";
import type { TextLiteral } from "./find/literals.ts";

/** A statement's list of actions required to match or not. */
export interface ActionDemand {
  readonly atom: ActionAtom;
  readonly holds: boolean;
}

/** A pattern of actions over the whole name in lower case, `service:action`. */
export function actionGlob(pattern: string): Glob {
  const lower = pattern.toLowerCase();
  return compileGlob(lower === "*" ? [anyOne, anyRun, ":", anyOne, anyRun] : parseGlob(lower));
}

const isAction: readonly TextLiteral[] = [
  { any: [{ kind: "glob", glob: actionGlob("*") }], holds: true },
  { any: [{ kind: "glob", glob: compileGlob([anyRun, ":", anyRun, ":", anyRun]) }], holds: false },
];

/** The name of an action that meets every demand. */
export function findAction(demands: readonly ActionDemand[]): Found<string> {
  const literals = demands.map(({ atom, holds }) => ({
    any: atom.patterns.map((glob) => ({ kind: "glob", glob }) as const),
    holds,
  }));
  return findText([...isAction, ...literals]);
}
