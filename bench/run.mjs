// npm run bench: every benchmark, one after the other; each prints ratios against peers measured in the same run.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

for (const name of ["start.mjs", "plane.mjs", "parse.mjs", "decide/run.mjs"]) {
  console.log(`\n== ${name}\n`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(name, import.meta.url))], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
