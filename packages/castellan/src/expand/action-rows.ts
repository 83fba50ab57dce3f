import type { Catalog } from "@castellan/catalog";

/** An action as `castellan.expand/1` tells it. */
export interface ActionRow {
  /** `service:Name`. */
  readonly action: string;
  readonly accessLevel: string;
  /** The types of resource it works on, with their ARNs; none when only `*` makes sense. */
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean; readonly arn: string }[];
  /** The condition keys that it may carry, beside the global ones. */
  readonly conditionKeys: readonly string[];
  /** Actions that a caller needs besides. */
  readonly dependentActions: readonly string[];
}

/** What the catalogue knows of an action. */
export function actionRow(action: string, catalog: Catalog): ActionRow {
  const facts = catalog.action(action);
  const arns = new Map(
    catalog.service(action.slice(0, action.indexOf(":")))?.resourceTypes.map((type) => [type.name, type.arn]),
  );
  const used = facts?.resourceTypes ?? [];
  return {
    action,
    accessLevel: facts?.accessLevel ?? "",
    resourceTypes: used.map(({ name, required }) => ({ name, required, arn: arns.get(name) ?? "" })),
    conditionKeys: unique([...(facts?.conditionKeys ?? []), ...used.flatMap(({ conditionKeys }) => conditionKeys)]),
    dependentActions: facts?.dependentActions ?? [],
  };
}

/** The rows as lines: name and access level, and with `long` everything else. */
export function printActionRows(rows: readonly ActionRow[], long: boolean): readonly string[] {
  const width = Math.max(0, ...rows.map(({ action }) => action.length));
  return rows.flatMap((row) => [`${row.action.padEnd(width)}  ${row.accessLevel}`, ...(long ? details(row) : [])]);
}

function details({ resourceTypes, conditionKeys, dependentActions }: ActionRow): readonly string[] {
  const resources = resourceTypes.map(({ name, required, arn }) => `${name}${required ? " (required)" : ""}  ${arn}`);
  return [
    ...listed("resources", resources.length === 0 ? ["*"] : resources),
    ...listed("keys", conditionKeys),
    ...listed("needs", dependentActions),
  ];
}

function listed(title: string, words: readonly string[]): readonly string[] {
  return words.map((word, at) => `  ${(at === 0 ? title : "").padEnd(11)}${word}`);
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted();
}
