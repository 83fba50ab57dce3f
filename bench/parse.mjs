// Parsing and compiling every AWS managed policy against JSON.parse of the same text, each in fresh processes.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundlePolicy, catalogFolder, policyModule } from "../tools/bundle-policy.mjs";
import { loadPeer } from "../tools/peers.mjs";
import { median } from "./cpu.mjs";

const rounds = Number(process.env.ROUNDS ?? 5);
const warmPasses = 10;
const cpu = () => process.cpuUsage().user + process.cpuUsage().system;

const readers = {
  "JSON.parse": async () => JSON.parse,
  "castellan parse + compile": async () => {
    const { parsePolicy, compilePolicy } = await import(policyModule);
    return (text, name) => {
      const parsed = parsePolicy(text, { kind: "identity" });
      if (parsed.kind === "malformed") throw new Error(`${name}: ${parsed.message}`);
      return compilePolicy(parsed.policy, name);
    };
  },
  // What the first decisions pay for instead: statements that are faultless are read when they are touched.
  "the same, all touched": async () => {
    const { parsePolicy, compilePolicy } = await import(policyModule);
    return (text, name) => {
      const { policy } = parsePolicy(text, { kind: "identity" });
      for (const { action, resource, conditions } of compilePolicy(policy, name).statements)
        if (action === resource || conditions === undefined) throw new Error(name);
      return policy;
    };
  },
  "iam-policy validation": async () => {
    const { validateIdentityPolicy } = await loadPeer("@cloud-copilot/iam-policy");
    return (text) => validateIdentityPolicy(JSON.parse(text));
  },
};

/** One reader in this process: CPU milliseconds of a first pass and of a warm one. */
async function measure(name) {
  const { openCatalogAt } = await import(policyModule);
  const catalog = openCatalogAt(catalogFolder);
  const texts = catalog.managedPolicyIndex().map((policy) => catalog.managedPolicy(policy.name).document);
  const read = await readers[name]();
  const kept = [];
  const pass = () => {
    kept.length = 0;
    const started = cpu();
    for (const text of texts) kept.push(read(text, name));
    return (cpu() - started) / 1000;
  };
  const cold = pass();
  const warm = median(Array.from({ length: warmPasses }, pass));
  console.log(JSON.stringify({ cold, warm, count: texts.length }));
}

async function compare() {
  await bundlePolicy();
  const names = Object.keys(readers);
  if ((await loadPeer("@cloud-copilot/iam-policy")) === undefined) names.pop();
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: "utf8" });
      if (ran.status !== 0) throw new Error(ran.stderr);
      results[name].push(JSON.parse(ran.stdout));
    }
  console.log(
    `${results["JSON.parse"][0].count} AWS managed policies, CPU ms, medians of ${rounds} interleaved rounds`,
  );
  const bars = { cold: 6, warm: 4 };
  for (const name of names)
    for (const [figure, bar] of Object.entries(bars)) {
      const value = median(results[name].map((result) => result[figure]));
      const ratio = median(results[name].map((result, round) => result[figure] / results["JSON.parse"][round][figure]));
      const against = name.startsWith("castellan") ? ` (bar ${bar}) ${ratio <= bar ? "ok" : "MISSED"}` : "";
      console.log(`${name.padEnd(27)} ${figure} ${value.toFixed(1).padStart(7)} ms  ${ratio.toFixed(1)} x${against}`);
    }
}

await (process.argv[2] === undefined ? compare() : measure(process.argv[2]));
