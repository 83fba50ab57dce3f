import type { ActionSummary, Catalog } from "@castellan/catalog";
import { compileGlob, globMatches, parseGlob } from "@castellan/policy";

/** The actions that a pattern matches; case does not matter. */
export function actionsMatching(pattern: string, catalog: Catalog): readonly ActionSummary[] {
  const [service = "", ...rest] = pattern.split(":");
  const glob = compileGlob(parseGlob(pattern.toLowerCase()));
  const among = rest.length > 0 && !/[*?]/.test(service) ? catalog.actionsOf(service) : catalog.actionSummaries();
  return among.filter((action) => globMatches(glob, nameOf(action).toLowerCase()));
}

/** An action's name as policies write it. */
export function nameOf({ service, name }: ActionSummary): string {
  return `${service}:${name}`;
}
