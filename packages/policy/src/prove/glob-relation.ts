import { anyOne, anyRun, globMatches, globParts, type Glob } from "../pattern/glob.ts";

/** Whether all, none or perhaps some texts of a universe match; undefined when not told at a glance. */
export function relationOf(universe: Glob, pattern: Glob): boolean | undefined {
  if (pattern.kind === "any") return true;
  if (universe.kind === "exact") return globMatches(pattern, universe.text);
  const [head, patternHead] = [literalHead(universe), literalHead(pattern)];
  if (!head.startsWith(patternHead) && !patternHead.startsWith(head)) return false;
  const [tail, patternTail] = [literalTail(universe), literalTail(pattern)];
  if (!tail.endsWith(patternTail) && !patternTail.endsWith(tail)) return false;
  if (pattern.kind === "prefix" && head.startsWith(pattern.text)) return true;
  return isSame(universe, pattern) || undefined;
}

function isSame(one: Glob, other: Glob): boolean {
  const [parts, others] = [globParts(one), globParts(other)];
  return parts.length === others.length && parts.every((part, index) => part === others[index]);
}

/** The text that every match begins with. */
function literalHead(glob: Glob): string {
  const [first] = globParts(glob);
  return typeof first === "string" ? first : "";
}

/** The text that every match ends with. */
function literalTail(glob: Glob): string {
  const last = globParts(glob).at(-1);
  return last === undefined || last === anyRun || last === anyOne ? "" : last;
}
