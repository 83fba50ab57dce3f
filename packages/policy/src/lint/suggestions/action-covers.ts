import { patternCovers } from "./pattern-covers.ts";

/** Whether one entry of `Action` speaks of every action that another speaks of; letter case does not matter. */
export function actionCovers(outer: string, inner: string): boolean {
  return patternCovers(outer.toLowerCase(), inner.toLowerCase());
}
