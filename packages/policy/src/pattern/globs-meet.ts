import { anyOne, anyRun, type GlobPart } from "./glob.ts";

/** Whether some text fits both patterns. */
export function globsMeet(left: readonly GlobPart[], right: readonly GlobPart[]): boolean {
  const [head] = left;
  const [other] = right;
  if (typeof head === "string" && typeof other === "string" && !startTogether(head, other)) return false;
  return meet(units(left), units(right));
}

/** Whether one of two literal beginnings continues the other. */
function startTogether(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left);
}

type Unit = string | typeof anyRun | typeof anyOne;

/** One unit per character or wildcard. */
function units(parts: readonly GlobPart[]): readonly Unit[] {
  return parts.flatMap((part): readonly Unit[] => (typeof part === "string" ? Array.from(part) : [part]));
}

/** Row by row: which ends of `right` can be reached after each unit of `left`. */
function meet(left: readonly Unit[], right: readonly Unit[]): boolean {
  let row = closure([true, ...right.map(() => false)], right);
  for (const unit of left) {
    const next = right.map((other, at) => step(unit, other, row, at));
    row = closure([unit === anyRun && row[0] === true, ...next], right, unit === anyRun ? row : undefined);
  }
  return row.at(-1) === true;
}

/** Whether the unit of `left` and the one of `right` before place `at + 1` can be passed together. */
function step(unit: Unit, other: Unit, row: readonly boolean[], at: number): boolean {
  const before = row[at] === true;
  const here = row[at + 1] === true;
  if (unit === anyRun) return before || here;
  if (other === anyRun) return before || here;
  return before && (unit === anyOne || other === anyOne || unit === other);
}

/** Passes the stars of `right`, and with a star on the left any unit of `right`, without moving on the left. */
function closure(row: readonly boolean[], right: readonly Unit[], star?: readonly boolean[]): boolean[] {
  const closed = row.slice();
  for (const [at, other] of right.entries())
    if (closed[at] === true && (other === anyRun || star !== undefined)) closed[at + 1] = true;
  return closed;
}
