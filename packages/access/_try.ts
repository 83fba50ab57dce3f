import { readFileSync } from "node:fs";
import { installedCatalog } from "@castellan/catalog/node";
import { loadAccessFile } from "./src/load-access-file.ts";
import { printDiagnostic } from "./src/diagnostics/print-diagnostic.ts";
import { openEstate } from "./src/questions/estate-view.ts";
import { checkPromises } from "./src/promises/check-promises.ts";
import { resultInWords } from "./src/promises/promise-result.ts";
import { accessMatrix, printMatrix } from "./src/questions/access-matrix.ts";
import { explainAccess, printAccessAnswer } from "./src/questions/explain-access.ts";
import { listProfiles, profileNaming } from "./src/profiles/list-profiles.ts";
const file = process.argv[2]!;
const text = readFileSync(file, "utf8");
const catalog = installedCatalog();
const t0 = performance.now();
const loaded = loadAccessFile(text, { file, catalog });
console.log("load", performance.now() - t0);
for (const d of loaded.diagnostics) console.log(printDiagnostic(d, text) + "\n");
if (loaded.kind === "loaded") {
  const view = openEstate(loaded.desired.estate, catalog);
  for (const p of loaded.promises) {
    const t = performance.now();
    const [r] = checkPromises(view, [p]);
    console.log(r!.verdict.padEnd(9), p.text.padEnd(60), resultInWords(r!), Math.round(performance.now() - t), "ms");
    if (r!.counterexample) console.log("   ", JSON.stringify(r!.counterexample));
  }
  console.log(printMatrix(accessMatrix(loaded.desired.estate), 200));
  console.log(listProfiles(loaded.desired.estate, profileNaming(loaded.content)).profiles.map((p) => p.name).join(" "));
  if (process.argv[3]) console.log(printAccessAnswer(explainAccess(view, process.argv[3], process.argv[4]!, process.argv[5])));
}
