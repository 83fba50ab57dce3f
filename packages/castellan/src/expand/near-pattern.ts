import { nearName } from "@castellan/access";
import type { Catalog } from "@castellan/catalog";
import { actionsMatching } from "./action-pattern.ts";
import { wordsOf } from "./action-words.ts";

/** The pattern that one without a meaning was most likely meant to be: another service, another action, another word of it. */
export function nearPattern(pattern: string, catalog: Catalog): string | undefined {
  const colon = pattern.indexOf(":");
  const [service, action] = [pattern.slice(0, colon), pattern.slice(colon + 1)];
  const isKnown = catalog.service(service) !== undefined;
  const near = isKnown ? service : nearName(service, catalog.services());
  if (near === undefined) return undefined;
  const corrected = `${near}:${action}`;
  if (!isKnown && actionsMatching(corrected, catalog).length > 0) return corrected;
  const better = nearAction(
    action,
    catalog.actionsOf(near).map(({ name }) => name),
  );
  return better === undefined || actionsMatching(`${near}:${better}`, catalog).length === 0
    ? undefined
    : `${near}:${better}`;
}

/** Of a pattern with wildcards the longest piece of text is corrected. */
function nearAction(action: string, names: readonly string[]): string | undefined {
  if (!/[*?]/.test(action)) return nearName(action, names);
  const [longest = ""] = action.split(/[*?]+/).toSorted((a, b) => b.length - a.length);
  if (longest === "") return undefined;
  const near = nearName(longest, new Set(names.flatMap(runsOfWords)));
  return near === undefined ? undefined : action.replace(longest, near);
}

/** `GetObjectAcl` as `Get`, `GetObject`, `GetObjectAcl`, `Object`, `ObjectAcl`, `Acl`. */
function runsOfWords(name: string): readonly string[] {
  const words = wordsOf(name);
  return words.flatMap((_, from) =>
    words.slice(from).map((__, length) => words.slice(from, from + length + 1).join("")),
  );
}
