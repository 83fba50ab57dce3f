import { anyOne, anyRun, matchesGlob } from "../../pattern/glob.ts";
import { isVariable, parseTemplate, type TemplatePart } from "../../pattern/template.ts";

/** One place of a pattern: a character, a wildcard, or a variable, which stands for any text but always the same. */
type Token = string | typeof anyRun | typeof anyOne;

/** A character that no pattern writes: it stands for all that the outer pattern does not name. */
const otherCharacter = "\u{10ffff}";

/**
 * Whether every text that `inner` matches is matched by `outer` too. Exact for `*` and `?`; a `${…}` is covered
 * by a star or by the same variable only.
 */
export function patternCovers(outer: string, inner: string): boolean {
  if (outer === "*" || outer === inner) return true;
  if (!hasWildcard(outer) || !beginsAlike(outer, inner) || !endsAlike(outer, inner)) return false;
  if (isPrefix(outer)) return true;
  return coversSample(outer, inner) && includes(tokensOf(outer), tokensOf(inner));
}

/** Whether one text that the inner pattern matches is matched by the outer one, unless there are variables: a quick no. */
function coversSample(outer: string, inner: string): boolean {
  if (outer.includes("$") || inner.includes("$")) return true;
  return matchesGlob(outer, inner.replace(/[*?]/g, otherCharacter));
}

function hasWildcard(pattern: string): boolean {
  return pattern.includes("*") || pattern.includes("?");
}

/** Whether the only mark is a star at the end. */
function isPrefix(pattern: string): boolean {
  return pattern.indexOf("*") === pattern.length - 1 && !pattern.includes("?") && !pattern.includes("$");
}

/** Whether the text before the first mark of the outer pattern is not contradicted by the inner one: a quick no. */
function beginsAlike(outer: string, inner: string): boolean {
  for (let at = 0; at < outer.length; at += 1) {
    const [wanted, found] = [outer.charCodeAt(at), inner.charCodeAt(at)];
    if (isMark(wanted)) return true;
    if (wanted !== found) return false;
  }
  return true;
}

/** Whether the text after the last mark of the outer pattern is not contradicted by the inner one. */
function endsAlike(outer: string, inner: string): boolean {
  for (let back = 1; back <= outer.length; back += 1) {
    const [wanted, found] = [outer.charCodeAt(outer.length - back), inner.charCodeAt(inner.length - back)];
    if (isMark(wanted) || wanted === closingBrace) return true;
    if (wanted !== found) return false;
  }
  return true;
}

/** The `}` that may end a variable. */
const closingBrace = 0x7d;

/** `*`, `?` or the `$` of a variable. */
function isMark(code: number): boolean {
  return code === 0x2a || code === 0x3f || code === 0x24;
}

function tokensOf(pattern: string): readonly Token[] {
  return parseTemplate(pattern, { variables: true, wildcards: true }).flatMap(partTokens);
}

function partTokens(part: TemplatePart): readonly Token[] {
  if (isVariable(part)) return [`\${${part.key}}`];
  return typeof part === "string" ? Array.from(part) : [part];
}

/** Walks both patterns at once: a place in the inner one, with all places the outer one may have reached. */
function includes(outer: readonly Token[], inner: readonly Token[]): boolean {
  const letters = new Set<string>([...outer.filter((token) => typeof token === "string"), otherCharacter]);
  const seen = new Set<string>();
  const open: [place: number, reached: readonly number[]][] = [[0, afterRuns(outer, [0])]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [place, reached] = pair;
    if (seen.has(`${place}:${reached.join()}`)) continue;
    seen.add(`${place}:${reached.join()}`);
    const token = inner[place];
    if (token === undefined) {
      if (!reached.includes(outer.length)) return false;
      continue;
    }
    if (token === anyRun) open.push([place + 1, reached]);
    for (const letter of typeof token === "string" ? [token] : letters)
      open.push([token === anyRun ? place : place + 1, advance(outer, reached, letter)]);
  }
  return true;
}

function advance(outer: readonly Token[], reached: readonly number[], letter: string): readonly number[] {
  const next = new Set<number>();
  for (const at of reached) {
    const token = outer[at];
    if (token === anyRun) next.add(at);
    else if (token === letter || (token === anyOne && !isVariableToken(letter))) next.add(at + 1);
  }
  return afterRuns(outer, [...next]);
}

function isVariableToken(token: string): boolean {
  return token.startsWith("${");
}

/** A star may also stand for nothing. */
function afterRuns(outer: readonly Token[], places: readonly number[]): readonly number[] {
  const all = new Set(places);
  for (const place of all) if (outer[place] === anyRun) all.add(place + 1);
  return [...all].toSorted((one, other) => one - other);
}
