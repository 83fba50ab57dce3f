import { distance } from "fastest-levenshtein";

/** Names longer than this are never compared: they are no slip of the finger. */
const longestCompared = 80;

/** The candidate that a mistyped name most likely means, if one is near enough. */
export function nearName(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > longestCompared) return undefined;
  const wanted = fold(name);
  const allowed = Math.ceil(name.length / 3);
  let best: { name: string; far: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > allowed + 1) continue;
    const far = distance(wanted, fold(candidate));
    if (far <= allowed && (best === undefined || far < best.far)) best = { name: candidate, far };
  }
  return best?.name;
}

/** How the two names differ, in words, for a note beside the one that was meant. */
export function differenceInWords(name: string, candidate: string): string {
  if (fold(name) === fold(candidate)) return "this one differs only in capitals and hyphens";
  const letters = distance(name, candidate);
  return letters === 1 ? "this one differs by one letter" : `this one differs by ${letters} letters`;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_]+/g, "-");
}
