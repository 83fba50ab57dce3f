import type { SmallestChange } from "@castellan/policy";
import type { AccessCatalog } from "../access-catalog.ts";
import type { AccessPromise, PromiseClaim } from "../promises/access-promise.ts";
import { expandTask } from "../tasks/expand-task.ts";
import type { Grant } from "./grant.ts";

/** A change of what a grant gives for an action. */
export interface GrantChange {
  readonly grant: Grant;
  readonly action: string;
  readonly turns: SmallestChange["turns"];
}

/** The promises, by their sentences, that a change would break: those whose task has the action and whose place has the account. */
export function promisesAtRisk(
  change: GrantChange,
  promises: readonly AccessPromise[],
  catalog: AccessCatalog,
): readonly string[] {
  return promises.filter(({ claim }) => isAtRisk(change, claim, catalog)).map(({ text }) => text);
}

function isAtRisk({ grant, action, turns }: GrantChange, claim: PromiseClaim, catalog: AccessCatalog): boolean {
  if (claim.kind === "reach" || claim.kind === "people") return false;
  const { place, groups, task } = claim;
  const among = grant.principal.kind === "group" && groups.some((group) => group.displayName === grant.principal.name);
  const concerned = {
    only: turns === "yes" && !among,
    never: turns === "yes" && among,
    may: turns === "no" && among,
  }[claim.kind];
  if (!concerned || (place.kind === "accounts" && !place.accounts.includes(grant.account))) return false;
  return expandTask(task, catalog).some((name) => name.toLowerCase() === action.toLowerCase());
}
