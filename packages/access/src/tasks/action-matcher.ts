import { matchesGlob } from "@castellan/policy";
import type { CatalogAction } from "../access-catalog.ts";

/** A test of an action. */
export type ActionMatcher = (action: CatalogAction) => boolean;

/** A test for an action pattern, without regard to letter case. */
export function actionMatcher(pattern: string): ActionMatcher {
  if (pattern === "*" || pattern === "*:*") return () => true;
  const folded = pattern.toLowerCase();
  return (action) => matchesGlob(folded, `${action.service}:${action.name}`.toLowerCase());
}
