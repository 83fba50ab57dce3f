// npm run bench:decide: decisions a second of CPU, ours and others', each in fresh processes, interleaved. ROUNDS (3) sets how many.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundlePolicy, cacheFolder, catalogFolder } from "../../tools/bundle-policy.mjs";
import { loadPeer, peerInstallation } from "../../tools/peers.mjs";
import { median } from "../cpu.mjs";
import { engines } from "./engines.mjs";
import { buildWorkload } from "./workload.mjs";

const rounds = Number(process.env.ROUNDS ?? 3);
const file = join(cacheFolder, "workload.json");
const { openCatalogAt } = await bundlePolicy();
const workload = buildWorkload(openCatalogAt(catalogFolder));
writeFileSync(file, JSON.stringify(workload));

const names = [];
for (const [name, { peer, path }] of Object.entries(engines)) {
  if (peer === undefined || (await loadPeer(peer, `${peer}${path}`)) !== undefined) names.push(name);
  else console.log(`${name} is left out; to compare with it: ${peerInstallation}`);
}

function measure(name) {
  const script = fileURLToPath(new URL("measure.mjs", import.meta.url));
  const ran = spawnSync(process.execPath, ["--expose-gc", script, file, name], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (ran.status !== 0) throw new Error(`${name} failed`);
  return JSON.parse(ran.stdout);
}

const results = Object.fromEntries(names.map((name) => [name, []]));
for (let round = 0; round < rounds; round++) for (const name of names) results[name].push(measure(name));

const middle = (name, figure) => median(results[name].map((result) => result[figure]));
const whole = (number) => Math.round(number).toLocaleString("en");
const columns = ["steady/s", "cold/s", "p50 µs", "p99 µs", "prepare ms", "MB"];
console.log(`\nper CPU second, medians of ${rounds} interleaved rounds; ${workload.requests.length} requests`);
console.log(`${"".padEnd(22)}${columns.map((title) => title.padStart(12)).join("")}`);
for (const name of names) {
  const [steady, cold, prepare] = ["steady", "cold", "prepare"].map((figure) => whole(middle(name, figure)));
  const [p50, p99, memory] = ["p50", "p99", "memory"].map((figure) => middle(name, figure).toFixed(1));
  const cells = [steady, cold, p50, p99, prepare, memory];
  console.log(`${name.padEnd(22)}${cells.map((cell) => cell.padStart(12)).join("")}`);
}

const own = "castellan decide";
const plain = "plain JS, indexed";
const ratio = (a, b, figure) => median(results[a].map((result, round) => result[figure] / results[b][round][figure]));
const least = (what, value, bar) =>
  console.log(`${value >= bar ? "ok    " : "MISSED"} ${what}: ${value.toFixed(2)} (bar: at least ${bar})`);
const most = (what, value, bar) =>
  console.log(`${value <= bar ? "ok    " : "MISSED"} ${what}: ${value.toFixed(2)} (bar: at most ${bar})`);
console.log();
if (names.includes("iam-simulate")) least("times iam-simulate", ratio(own, "iam-simulate", "steady"), 700);
if (names.includes("cedar-wasm preparsed")) least("times Cedar", ratio(own, "cedar-wasm preparsed", "steady"), 100);
most("memoised floor over decide", ratio("all answers memoised", own, "steady"), 4);
most("p99, µs (where the plain loop has 19)", middle(own, "p99"), 50);
least("cold first pass, per second", middle(own, "cold"), 8_000);
most("compile cost over the plain loop's", ratio(own, plain, "prepare"), 2);
most("cost of explain over decide", ratio(own, "castellan explain", "steady"), 5);

console.log("\nsame answers as castellan decide");
for (const name of names.filter((name) => name !== own)) {
  const given = [...results[name][0].answers];
  const { every } = engines[name];
  const comparable = given.filter((answer) => answer !== "?").length;
  const same = given.filter((answer, index) => answer === results[own][0].answers[index * every]).length;
  console.log(`${name.padEnd(22)} ${same} of ${comparable}`);
}
const allowed = [...results[own][0].answers].filter((answer) => answer === "A").length;
console.log(`${allowed} of ${workload.requests.length} allowed`);
