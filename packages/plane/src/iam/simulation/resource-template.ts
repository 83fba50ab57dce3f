import type { Catalog, ResourceUse } from "@castellan/catalog";

/**
 * The ARN template of the resource type an action works on; of several, the one that the resource is of, else the
 * plainest of those that are required or of all. `*` when the action has none.
 */
export function resourceTemplate(catalog: Catalog, action: string, resource: string): string {
  const uses = catalog.action(action)?.resourceTypes ?? [];
  const types = catalog.service(action.slice(0, action.indexOf(":")))?.resourceTypes ?? [];
  const templatesOf = (some: readonly ResourceUse[]): string[] =>
    some.flatMap((use) => types.find(({ name }) => name === use.name)?.arn ?? []).toSorted(byLength);
  const all = templatesOf(uses);
  const [plainest = all[0] ?? "*"] = templatesOf(uses.filter(({ required }) => required));
  return all.find((template) => isOf(template, resource)) ?? plainest;
}

const byLength = (a: string, b: string): number => a.length - b.length;

/** A placeholder at the end stands for any text, others for a piece without `/` and `:`. */
function isOf(template: string, resource: string): boolean {
  const [head = "", ...rest] = template
    .split(/\$\{[^}]*\}/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = rest.map((piece, index) => (piece === "" && index === rest.length - 1 ? ".+" : `[^/:]*${piece}`));
  return new RegExp(`^${head}${pattern.join("")}$`).test(resource);
}
