import { readFileSync } from "node:fs";
import { installedCatalog } from "@castellan/catalog/node";
import { loadAccessFile } from "./src/load-access-file.ts";
import { openEstate } from "./src/questions/estate-view.ts";
import { checkPromises } from "./src/promises/check-promises.ts";
const text = readFileSync("examples/multi-account.yaml", "utf8");
const catalog = installedCatalog();
const loaded = loadAccessFile(text, { file: "x", catalog });
if (loaded.kind === "loaded") { const t = performance.now(); checkPromises(openEstate(loaded.desired.estate, catalog), loaded.promises); console.log(performance.now() - t); }
