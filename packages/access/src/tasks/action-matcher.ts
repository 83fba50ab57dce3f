import type { CatalogAction } from "../access-catalog.ts";

/** A test of an action. */
export type ActionMatcher = (action: CatalogAction) => boolean;

/** A test for an action pattern, without regard to letter case. */
export function actionMatcher(pattern: string): ActionMatcher {
  if (pattern === "*" || pattern === "*:*") return () => true;
  const folded = pattern.toLowerCase();
  return (action) => matchesGlob(folded, `${action.service}:${action.name}`.toLowerCase());
}

function matchesGlob(pattern: string, text: string): boolean {
  let [at, star, retry, index] = [0, -1, 0, 0];
  while (index < text.length) {
    if (pattern[at] === "*") [star, retry, at] = [at, index, at + 1];
    else if (pattern[at] === "?" || pattern[at] === text[index]) [at, index] = [at + 1, index + 1];
    else if (star === -1) return false;
    else [retry, at, index] = [retry + 1, star + 1, retry + 1];
  }
  while (pattern[at] === "*") at += 1;
  return at === pattern.length;
}
