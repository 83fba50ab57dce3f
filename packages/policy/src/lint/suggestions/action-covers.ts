import type { Covering } from "./covered-groups.ts";
import { patternCovers } from "./pattern-covers.ts";

/** Entries of `Action`; letter case does not matter. */
export const actionCovering: Covering<string> = { read: (value) => value.toLowerCase(), covers: patternCovers };

/** Whether one entry of `Action` speaks of every action that another speaks of. */
export function actionCovers(outer: string, inner: string): boolean {
  if (outer.length !== inner.length && !outer.includes("*") && !outer.includes("?")) return false;
  return outer === inner || patternCovers(outer.toLowerCase(), inner.toLowerCase());
}
