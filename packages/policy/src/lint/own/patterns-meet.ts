import { anyRun, type anyOne } from "../../pattern/glob.ts";
import { isVariable, parseTemplate } from "../../pattern/template.ts";

type Token = string | typeof anyRun | typeof anyOne;

/** Whether some text matches both patterns; a `${…}` may stand for any text. */
export function patternsMeet(one: string, other: string): boolean {
  if (one === "*" || other === "*") return true;
  return meet(tokensOf(one), tokensOf(other));
}

function tokensOf(pattern: string): readonly Token[] {
  return parseTemplate(pattern, { variables: true, wildcards: true }).flatMap((part): readonly Token[] => {
    if (isVariable(part)) return [anyRun];
    return typeof part === "string" ? Array.from(part) : [part];
  });
}

/** Row by row: which places of the second pattern can be reached together with a place of the first. */
function meet(one: readonly Token[], other: readonly Token[]): boolean {
  const reached = Array.from({ length: one.length + 1 }, () => other.map(() => false).concat(false));
  const mark = (left: number, right: number): void => {
    const row = reached[left];
    if (row !== undefined && right <= other.length) row[right] = true;
  };
  mark(0, 0);
  for (let left = 0; left <= one.length; left += 1)
    for (let right = 0; right <= other.length; right += 1) {
      if (reached[left]?.[right] !== true) continue;
      const [first, second] = [one[left], other[right]];
      if (first === anyRun) mark(left + 1, right);
      if (second === anyRun) mark(left, right + 1);
      if (first === undefined || second === undefined || !agree(first, second)) continue;
      mark(first === anyRun ? left : left + 1, second === anyRun ? right : right + 1);
    }
  return reached.at(-1)?.at(-1) === true;
}

function agree(first: Token, second: Token): boolean {
  return typeof first !== "string" || typeof second !== "string" || first === second;
}
