import { checkName, type CheckContext, namesOf } from "./check-context.ts";

/** Checks that the short names under `profiles` are of permission sets that exist. */
export function checkProfileWords(context: CheckContext): void {
  const sets = namesOf(context.content.permissionSets);
  for (const { key } of context.content.profiles?.short ?? [])
    checkName(key, sets, { code: "CST0103", what: "permission set" }, context);
}
