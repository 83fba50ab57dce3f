import type { PolicyTarget } from "../../estate.ts";
import { present } from "../reading.ts";
import { readRoot } from "../read-organization.ts";
import type { Workbench } from "./performer.ts";
import { idIn } from "./registry.ts";

/** The root's id, also when the organization was made by this very apply. */
export async function rootIdOf(bench: Workbench): Promise<string> {
  return bench.registry.rootId ?? present((await readRoot(await bench.clients.organizations())).Id, "the root's id");
}

/** A unit's id by its path; the root's for `/`. */
export async function unitIdOf(bench: Workbench, path: string): Promise<string> {
  return path === "/" ? rootIdOf(bench) : idIn(bench.registry.units, path);
}

/** The id of what a service control policy hangs on. */
export async function targetIdOf(bench: Workbench, target: PolicyTarget): Promise<string> {
  switch (target.kind) {
    case "root":
      return rootIdOf(bench);
    case "unit":
      return unitIdOf(bench, target.path);
    case "account":
      return idIn(bench.registry.accounts, target.name);
  }
}

/** Keeps an id that was found; says whether there was one. */
export function remember(ids: Map<string, string>, name: string, id: string | undefined): boolean {
  if (id !== undefined) ids.set(name, id);
  return id !== undefined;
}
