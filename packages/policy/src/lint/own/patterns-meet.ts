import { fieldParts, partsMeet } from "../errors/arn-globs.ts";

/** Whether some text matches both patterns; a `${…}` may stand for any text. */
export function patternsMeet(one: string, other: string): boolean {
  if (one === "*" || other === "*" || one === other) return true;
  if (!hasMark(one) && !hasMark(other)) return false;
  return partsMeet(fieldParts(one), fieldParts(other));
}

/** Whether a pattern may stand for more than its text. */
function hasMark(pattern: string): boolean {
  return /[*?$]/.test(pattern);
}
