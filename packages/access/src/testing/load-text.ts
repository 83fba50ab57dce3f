import { installedCatalog } from "@castellan/catalog/node";
import { createProver } from "@castellan/policy";
import type { AccessPromise } from "../promises/access-promise.ts";
import type { PromiseResult } from "../promises/promise-result.ts";
import { provePromises } from "../promises/prove-promises.ts";
import { type LoadedAccessFile, loadAccessFile } from "../load-access-file.ts";
import { type EstateView, openEstate } from "../questions/estate-view.ts";

/** Sections of a small good access file, by key, to be replaced one by one. */
const sections: Readonly<Record<string, string>> = {
  castellan: "castellan: 1",
  organization: 'organization: {name: example-corp, management: "111111111111", region: ap-northeast-2}',
  people: "people:\n  yu@example.com: {is: admin}\n  hana@example.com: {is: [admin, developer]}",
  groups: "groups: {admin: AWS-Admins, developer: AWS-Developers}",
  "permission-sets":
    "permission-sets:\n  AdminAccess: {use: AdministratorAccess, session: 1h}\n  DeveloperAccess: {use: PowerUserAccess, session: 8h}",
  accounts: 'accounts:\n  management: {id: "111111111111"}\n  sandbox: {id: "222222222222", unit: Sandbox}',
  access: "access:\n  everywhere: {admin: AdminAccess}\n  sandbox: {developer: DeveloperAccess}",
};

/** A good access file in which the sections of a fragment stand instead of its own. */
export function fileWith(fragment: string): string {
  const replaced = new Set([...fragment.matchAll(/^([a-z-]+):/gm)].map((match) => match[1]));
  const kept = Object.entries(sections).filter(([key]) => !replaced.has(key));
  return `${[...kept.map(([, text]) => text), fragment.trimEnd()].join("\n")}\n`;
}

/** Loads a text as `castellan.yaml`. */
export function load(text: string, files: Readonly<Record<string, string>> = {}): LoadedAccessFile {
  return loadAccessFile(text, { file: "castellan.yaml", catalog: installedCatalog(), readText: (path) => files[path] });
}

/** Loads a text that must be good. */
export function loadGood(text: string): LoadedAccessFile & { kind: "loaded" } {
  const loaded = load(text);
  if (loaded.kind === "loaded") return loaded;
  throw new Error(loaded.diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
}

/** The codes of a text's diagnostics, in the order of the text. */
export function codesOf(text: string): readonly string[] {
  return load(text).diagnostics.map(({ code }) => code);
}

/** The estate that a good text asks for, opened for questions. */
export function viewOf(text: string): EstateView {
  return openEstate(loadGood(text).desired.estate, installedCatalog());
}

const prover = createProver({ catalog: installedCatalog() });

/** What is found out about promises over the estate that a good text asks for. */
export function provedOver(text: string, promises: readonly AccessPromise[]): readonly PromiseResult[] {
  return provePromises(viewOf(text), promises, prover);
}
