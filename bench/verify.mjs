// Proving the promises of a generated organization, each in a fresh process with nothing read yet. Proving begins with the
// loaded file; the whole command is measured once, as it was last built.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { cacheFolder, catalogFolder } from "../tools/bundle-policy.mjs";
import { median } from "./cpu.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const COMMAND = join(ROOT, "packages/castellan/bin/castellan.js");
const bundle = join(cacheFolder, "verify.mjs");
const rounds = Number(process.env.ROUNDS ?? 5);
const usual = { accounts: 300, people: 2_000, promises: 30 };
const growing = { accounts: [30, 100, 300, 1_000], people: [200, 2_000, 20_000], promises: [30, 60, 120] };
const barAt300 = 2_000;

const range = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000;

const stages = ["Development", "Testing", "Staging", "Production"];
const policies = [
  "PowerUserAccess",
  "ReadOnlyAccess",
  "ViewOnlyAccess",
  "SecurityAudit",
  "AmazonS3FullAccess",
  "AmazonEC2FullAccess",
];
const denied = [
  "manage IAM",
  "manage sign-in",
  "manage organization",
  "see billing",
  "touch audit trail",
  "read secrets",
  "read data",
  "roll out",
  "open sessions",
];
const tasks = [...denied, "write"];

/** One admin set, then families of sets: managed policies under denials, boundaries and conditions. */
function permissionSet(index) {
  if (index === 0) return "  Set0: {use: AdministratorAccess}";
  const base = policies[index % policies.length];
  const own = `{policy: [{Effect: Allow, Action: ["s3:Get*", "s3:List*"], Resource: "arn:aws:s3:::team-${index}-*"}, {Effect: Allow, Action: "ecs:UpdateService", Resource: "*", Condition: {StringEquals: {"aws:ResourceTag/Team": "team-${index}"}}}]}`;
  const lid = index % 3 === 0 ? ", boundary: lid" : "";
  return `  Set${index}: {use: [${base}, ${own}], never: [${denied.join(", ")}]${lid}}`;
}

/** Each account has the administrators and five teams, the teams another one of their sets from stage to stage. */
function row(index) {
  const cells = range(5, (team) => {
    const group = 1 + ((index * 5 + team) % 39);
    return `group${group}: Set${1 + ((group + index) % 59)}`;
  });
  return `  account${index}: {group0: Set0, ${cells.join(", ")}}`;
}

function promise(index) {
  const task = tasks[index % tasks.length];
  if (index < 9) return `only group0 may ${task} anywhere`;
  if (index === 9) return "always at least 2 people are group0";
  if (index === 10) return "group0 may manage organization in account0";
  const group = `group${1 + (index % 39)}`;
  return task === "write" ? `${group} may never manage organization` : `${group} may never ${task}`;
}

/** A file of so many accounts, people and promises. */
function organization({ accounts, people, promises }) {
  return [
    "castellan: 1",
    'organization: {name: generated, management: "100000000000", region: ap-northeast-2}',
    "people:",
    ...range(people, (index) => `  p${index}@example.com: {is: [group${index < 4 ? 0 : 1 + (index % 39)}]}`),
    "groups:",
    ...range(40, (index) => `  group${index}: AWS-Group${index}`),
    "boundaries:",
    "  lid: {never: [manage organization, touch audit trail]}",
    "permission-sets:",
    ...range(60, permissionSet),
    "accounts:",
    ...range(accounts, (index) =>
      index === 0
        ? '  account0: {id: "100000000000"}'
        : `  account${index}: {id: "${100_000_000_000 + index}", unit: Workloads/${stages[index % 4]}}`,
    ),
    "access:",
    ...range(accounts, row),
    "guardrails:",
    "  everywhere: [no-leaving-organization, no-trail-tampering, no-iam-users, protect-castellan-roles]",
    "  Workloads: [only-regions ap-northeast-2]",
    "  Production: [protect-public-access-blocks]",
    "promises:",
    ...range(promises, (index) => `  - ${promise(index)}`),
    "",
  ].join("\n");
}

/** One size in this process: CPU milliseconds of loading the file and of proving, cold. */
async function measure(size) {
  const { loadAccessFile, openCatalogAt, openEstate, provePromises, createProver } = await import(
    pathToFileURL(bundle).href
  );
  const catalog = openCatalogAt(catalogFolder);
  const started = cpu();
  const loaded = loadAccessFile(organization(size), { file: "generated.yaml", catalog });
  if (loaded.kind === "refused") throw new Error(JSON.stringify(loaded.diagnostics.slice(0, 3)));
  const parsed = cpu();
  const view = openEstate(loaded.desired.estate, catalog);
  const results = provePromises(view, loaded.promises, createProver({ catalog }));
  const proving = cpu() - parsed;
  const verdicts = {};
  for (const { verdict } of results) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  console.log(JSON.stringify({ loading: parsed - started, proving, verdicts, grants: view.estate.assignments.length }));
}

function spawned(args) {
  const ran = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

/** CPU milliseconds of `castellan verify` on a file. */
function commandCost(file) {
  const script = `import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print((usage.ru_utime + usage.ru_stime) * 1000)`;
  return Number(
    spawnSync("python3", ["-c", script, process.execPath, COMMAND, "verify", "-f", file], { encoding: "utf8" }).stdout,
  );
}

async function compare() {
  await build({
    stdin: {
      contents: `export * from "./packages/access/src/access.ts"; export { createProver } from "./packages/policy/src/policy.ts"; export { openCatalogAt } from "./packages/catalog/src/node.ts";`,
      resolveDir: ROOT,
    },
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    external: ["@aws-sdk/*", "@smithy/*"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const folder = mkdtempSync(join(tmpdir(), "castellan-verify-"));
  console.log(
    `300 accounts, 60 permission sets, 2,000 people, 30 promises if not said otherwise; CPU ms, medians of ${rounds}`,
  );
  for (const [what, counts] of Object.entries(growing)) {
    let before;
    for (const count of counts) {
      const size = { ...usual, [what]: count };
      const runs = range(rounds, () => spawned([fileURLToPath(import.meta.url), JSON.stringify(size)]));
      const [proving, loading] = ["proving", "loading"].map((part) => median(runs.map((run) => run[part])));
      const growth =
        before === undefined
          ? ""
          : `  x${(proving / before.proving).toFixed(2)} for x${(count / before.count).toFixed(1)}`;
      const bar = count === usual[what] ? `  (bar ${barAt300})` : "";
      const parts = `loading ${loading.toFixed(0).padStart(5)} ms`;
      console.log(
        `${String(count).padStart(6)} ${what.padEnd(8)}  proving ${proving.toFixed(0).padStart(5)} ms${bar}  ${parts}  ${JSON.stringify(runs[0].verdicts)}${growth}`,
      );
      before = { count, proving };
    }
  }
  const file = join(folder, "castellan.yaml");
  writeFileSync(file, organization(usual));
  console.log(`castellan verify, as last built: ${commandCost(file).toFixed(0)} ms`);
  rmSync(folder, { recursive: true });
}

await (process.argv[2] === undefined ? compare() : measure(JSON.parse(process.argv[2])));
