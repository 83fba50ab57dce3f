import { builtInTasks, expandTask, nearName } from "@castellan/access";
import type { Catalog } from "@castellan/catalog";
import { actionsMatching, nameOf } from "./action-pattern.ts";
import { nearPattern } from "./near-pattern.ts";

/** What a word means by the catalogue: the actions of a pattern or of a task, sorted; or nothing, with the nearest that would. */
export type Expansion =
  | { readonly kind: "pattern" | "task"; readonly word: string; readonly actions: readonly string[] }
  | { readonly kind: "nothing"; readonly word: string; readonly near?: string };

/** What a word means: `iam:*User*` and `*` are patterns, anything without a colon is the name of a built-in task. */
export function expandWord(word: string, catalog: Catalog): Expansion {
  if (word !== "*" && !word.includes(":")) return expandTaskName(word, catalog);
  const actions = actionsMatching(word, catalog);
  if (actions.length > 0) return { kind: "pattern", word, actions: actions.map(nameOf).toSorted() };
  return nothing(word, nearPattern(word, catalog));
}

function expandTaskName(word: string, catalog: Catalog): Expansion {
  const task = builtInTasks.find(({ name }) => name.toLowerCase() === word.trim().toLowerCase());
  if (task !== undefined) return { kind: "task", word: task.name, actions: expandTask(task, catalog) };
  const service = catalog.services().find((prefix) => prefix === word.toLowerCase());
  const names = builtInTasks.map(({ name }) => name);
  return nothing(word, service === undefined ? nearName(word, names) : `${service}:*`);
}

function nothing(word: string, near: string | undefined): Expansion {
  return near === undefined ? { kind: "nothing", word } : { kind: "nothing", word, near };
}
