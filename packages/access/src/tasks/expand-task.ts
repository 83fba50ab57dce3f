import type { AccessCatalog, CatalogAction } from "../access-catalog.ts";
import { type ActionMatcher, actionMatcher } from "./action-matcher.ts";
import type { Task } from "./task.ts";

/** The actions of a task, by the catalogue, as `service:Name`; sorted. */
export function expandTask(task: Task, catalog: AccessCatalog): readonly string[] {
  const actions = catalog.actionSummaries();
  const patterns = task.kind === "levels" ? task.except : task.pieces.flatMap((piece) => piece.actions);
  const matches = anyOf(patterns);
  const chosen = actions.filter((action) =>
    task.kind === "levels" ? task.levels.includes(action.accessLevel) && !matches(action) : matches(action),
  );
  return chosen.map(nameOf).toSorted();
}

/** True when a pattern means at least one action of the catalogue. */
export function meansAnAction(pattern: string, catalog: AccessCatalog): boolean {
  return catalog.actionSummaries().some(anyOf([pattern]));
}

/** Asks the patterns of an action's own service only; those with a star in the service, always. */
function anyOf(patterns: readonly string[]): ActionMatcher {
  const byService = new Map<string, ActionMatcher[]>();
  for (const pattern of patterns) {
    const service = /^[^:*?]+(?=:)/.exec(pattern)?.[0].toLowerCase() ?? "";
    byService.set(service, [...(byService.get(service) ?? []), actionMatcher(pattern)]);
  }
  const general = byService.get("") ?? [];
  return (action) =>
    [...general, ...(byService.get(action.service.toLowerCase()) ?? [])].some((matches) => matches(action));
}

function nameOf(action: CatalogAction): string {
  return `${action.service}:${action.name}`;
}
