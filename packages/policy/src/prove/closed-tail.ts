import { compileGlob, type Glob } from "../pattern/glob.ts";
import type { OpenText } from "./atom.ts";
import { closedParts } from "./bind-text.ts";

const compiled = new WeakMap<OpenText, Glob>();

/** The glob of a text without open variables, made once. */
export function closedTail(text: OpenText): Glob | undefined {
  if (text.open.length > 0) return undefined;
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const glob = compileGlob(closedParts(text));
  compiled.set(text, glob);
  return glob;
}
