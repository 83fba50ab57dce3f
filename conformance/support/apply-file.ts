import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  applyPlan,
  createClients,
  loadAccessFile,
  memoryApplyJournal,
  planChanges,
  readEstate,
  scopeOf,
  type ApplyResult,
  type Estate,
  type LoadedAccessFile,
  type Plan,
  type Target,
} from "@castellan/access";
import { installedCatalog } from "@castellan/catalog/node";

/** Where the access files of the blueprints are. */
export const exampleFolder = fileURLToPath(new URL("../../examples", import.meta.url));

/** An access file without faults. */
export type Loaded = Extract<LoadedAccessFile, { kind: "loaded" }>;

/** Loads an example, or another text under its name. */
export function load(name: string, text = readFileSync(join(exampleFolder, name), "utf8")): Loaded {
  const loaded = loadAccessFile(text, { file: name, catalog: installedCatalog() });
  assert.equal(loaded.kind, "loaded", JSON.stringify(loaded.diagnostics.slice(0, 3)));
  return loaded;
}

/** A plan of what the target lacks, and clients to apply it with. */
export async function plan(loaded: Loaded, target: Target) {
  const clients = createClients(target);
  const { estate, owner, administrators } = loaded.desired;
  const reading = await readEstate(clients, scopeOf(estate, owner, "nominal"));
  const planned = planChanges(estate, reading.estate, { ...reading, minimumAdministrators: administrators.atLeast });
  return { clients, planned };
}

/** The way of a person: read, plan, apply. */
export async function planAndApply(
  loaded: Loaded,
  target: Target,
  signal?: AbortSignal,
): Promise<{ readonly planned: Plan; readonly result: ApplyResult }> {
  const { clients, planned } = await plan(loaded, target);
  const journal = memoryApplyJournal();
  return { planned, result: await applyPlan(planned, clients, { journal, ...(signal ? { signal } : {}) }) };
}

/** What the target holds. */
export async function held(loaded: Loaded, target: Target): Promise<Estate> {
  const { estate, owner } = loaded.desired;
  return (await readEstate(createClients(target), scopeOf(estate, owner, "nominal"))).estate;
}

/** An estate without what a plane gives out by chance, and without its account ids. */
export function essence(estate: Estate): unknown {
  const given = new Set(["id", "arn", "rootId", "identityCenter"]);
  const text = JSON.stringify(estate, (key, value: unknown) => (given.has(key) ? undefined : value));
  return JSON.parse(text.replaceAll(/\b\d{12}\b/g, "ACCOUNT").replaceAll(/\bo-[a-z0-9]{10,32}\b/g, "o-ORGANIZATION"));
}

/** The id that the file gives its management account. */
export function managementId(loaded: Loaded): string {
  const { accounts, organization } = loaded.desired.estate;
  return accounts.find((account) => account.name === organization.managementAccount)?.id ?? "111111111111";
}

/** Fails with the reasons of the steps that failed. */
export function assertDone(result: ApplyResult): void {
  const why = result.kind === "failed" ? result.failures.map(({ step, reason }) => `${step.id}: ${reason}`) : result;
  assert.equal(result.kind, "done", JSON.stringify(why, null, 2));
}
