/** The name that was probably meant by a word, or undefined when none is near; letter case does not count. */
export function closest(word: string, names: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bound = Math.max(1, Math.floor(lower.length / 4)) + 1;
  for (const name of names) {
    const found = distance(lower, name.toLowerCase(), bound);
    if (found >= bound) continue;
    best = name;
    bound = found;
  }
  return best;
}

/** How many letters must be put in, left out, changed or swapped, or `bound` when at least that many. */
function distance(left: string, right: string, bound: number): number {
  if (Math.abs(left.length - right.length) >= bound) return bound;
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let at = 1; at <= left.length; at += 1) {
    const next = nextRow(left, right, at, row, before);
    if (Math.min(...next) >= bound) return bound;
    [before, row] = [row, next];
  }
  return Math.min(bound, row.at(-1) ?? bound);
}

function nextRow(left: string, right: string, at: number, row: readonly number[], before: readonly number[]): number[] {
  const next = [at];
  for (let to = 1; to <= right.length; to += 1) {
    const same = left[at - 1] === right[to - 1];
    const changed = (row[to - 1] ?? 0) + (same ? 0 : 1);
    const swapped =
      left[at - 1] === right[to - 2] && left[at - 2] === right[to - 1] ? (before[to - 2] ?? at) + 1 : at + to;
    next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, changed, swapped));
  }
  return next;
}
