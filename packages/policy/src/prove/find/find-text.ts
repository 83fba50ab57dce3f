import { onlyText } from "./covers.ts";
import { guesses } from "./example-text.ts";
import { findMeasuredText, isMeasure, isMeasured } from "./find-measured-text.ts";
import { found, none, type Found } from "./found.ts";
import type { TextLiteral, TextPattern, Wanted } from "./literals.ts";
import { findShortestText } from "./shortest-text.ts";
import { simplifyLiterals } from "./simplify-literals.ts";
import { textHolds } from "./text-holds.ts";

const notEmpty: TextLiteral = { any: [{ kind: "glob", glob: { kind: "exact", text: "" } }], holds: false };
const noWishes: Wanted = {};

/**
 * A text that satisfies every literal. Exact for globs, texts without regard to case, ARNs, Booleans and binary
 * values in any mixture, and for numbers, dates or addresses alone; `unknown` where these are mixed and no
 * candidate fits, and where the patterns are too many to be searched together.
 */
export function findText(literals: readonly TextLiteral[], { nonEmpty, prefer }: Wanted = noWishes): Found<string> {
  const all = nonEmpty === true ? [...literals, notEmpty] : literals;
  for (const text of prefer ?? []) if (textHolds(all, text)) return found(text);
  const listed = shortestList(all);
  if (listed !== undefined) return findListed(all, listed);
  if (all.some(isMeasured)) return findMeasuredText(literals.some(isMeasure) ? literals : all);
  for (const text of guesses(wantedOf(all))) if (textHolds(all, text)) return found(text);
  const simple = simplifyLiterals(all);
  return simple === undefined ? none : findShortestText(simple);
}

/** The texts of the literal that leaves the fewest of them, when one lists all the texts it lets through. */
function shortestList(literals: readonly TextLiteral[]): readonly TextPattern[] | undefined {
  let shortest: readonly TextPattern[] | undefined;
  for (const { any, holds } of literals)
    if (holds && (shortest === undefined || any.length < shortest.length) && any.every(isListed)) shortest = any;
  return shortest;
}

function isListed(pattern: TextPattern): boolean {
  return pattern.kind === "never" || onlyText(pattern) !== undefined;
}

function findListed(literals: readonly TextLiteral[], listed: readonly TextPattern[]): Found<string> {
  for (const pattern of listed) {
    const text = onlyText(pattern);
    if (text !== undefined && textHolds(literals, text)) return found(text);
  }
  return none;
}

function wantedOf(literals: readonly TextLiteral[]): readonly (readonly TextPattern[])[] {
  return literals.filter(({ holds }) => holds).map(({ any }) => any);
}
