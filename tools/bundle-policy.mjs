// The policy package and the catalogue as one plain JavaScript module, as they ship, for scripts that measure or compare.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Where scripts keep what they make. */
export const cacheFolder = join(ROOT, ".cache/bench");

/** The address of the bundled module. */
export const policyModule = pathToFileURL(join(cacheFolder, "policy.mjs")).href;

/** Bundles the sources as they are now; gives the module. */
export async function bundlePolicy() {
  mkdirSync(cacheFolder, { recursive: true });
  await build({
    stdin: {
      contents: `export * from "./packages/policy/src/policy.ts"; export { openCatalogAt } from "./packages/catalog/src/node.ts";`,
      resolveDir: ROOT,
    },
    outfile: fileURLToPath(policyModule),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return import(policyModule);
}

/** The catalogue of this working copy. */
export const catalogFolder = join(ROOT, "packages/catalog/data");
