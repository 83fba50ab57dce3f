// The real AWS CLI v2, out of the npm package @aws-cdk/asset-awscli-v2 (Amazon's own build for Linux on x86-64).
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openZip } from "../packages/catalog/build/zip.mjs";
import { skipIfMissing } from "./programs.mjs";

const CACHE = fileURLToPath(new URL("../.cache/awscli", import.meta.url));
const ASSET = "@aws-cdk/asset-awscli-v2/package.json";
/** The archive's only files that have to be run; its symbolic links lead nowhere outside AWS Lambda. */
const PROGRAM = /^awscli\/v2\/([\d.]+)\/dist\/aws$/;

let known;

/** The AWS CLI v2 as `{path, version}`, unpacked on first use into .cache/awscli, or `{missing: reason}`. */
export function awsCli() {
  known ??= findAwsCli();
  return known;
}

/** What to give a test as `skip`. */
export const skipWithoutAwsCli = () => skipIfMissing(awsCli());

/**
 * Runs the CLI with a HOME of its own and none of this process's AWS settings; resolves with its exit code and output.
 * Never through PATH: version managers like to put a CLI v1 there.
 */
export function aws(args, { env = {}, home, input = "", signal }) {
  const cli = awsCli();
  if ("missing" in cli) throw new Error(cli.missing);
  return new Promise((resolve, reject) => {
    const child = spawn(cli.path, args, { env: { ...cleanEnvironment(home), ...env }, cwd: home, signal });
    const output = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"])
      child[name].setEncoding("utf8").on("data", (text) => (output[name] += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...output }));
    child.stdin.on("error", () => undefined).end(input);
  });
}

/** What the CLI needs of the environment and nothing that could lead it elsewhere. */
export function cleanEnvironment(home) {
  const { PATH = "/usr/bin:/bin", LANG = "C.UTF-8", TERM = "dumb" } = process.env;
  return { PATH, LANG, TERM, HOME: home };
}

function findAwsCli() {
  const given = process.env.AWS_CLI_PATH;
  if (given)
    return existsSync(given) ? { path: given, version: "2" } : { missing: `no AWS CLI at \`${given}\` (AWS_CLI_PATH)` };
  if (process.platform !== "linux" || process.arch !== "x64")
    return { missing: "the packed AWS CLI runs on Linux x86-64 only; name yours in AWS_CLI_PATH" };
  const archive = findArchive();
  return archive === undefined ? { missing: "@aws-cdk/asset-awscli-v2 is not installed" } : unpacked(archive);
}

function findArchive() {
  try {
    const archive = join(dirname(createRequire(import.meta.url).resolve(ASSET)), "lib/layer.zip");
    return existsSync(archive) ? archive : undefined;
  } catch {
    return undefined;
  }
}

function unpacked(archive) {
  const zip = openZip(archive);
  try {
    const [program, version] = [...zip.entries.keys()].map((path) => PROGRAM.exec(path)).find(Boolean) ?? [];
    if (program === undefined) return { missing: "the archive in @aws-cdk/asset-awscli-v2 holds no AWS CLI" };
    const target = join(CACHE, version);
    if (!existsSync(target)) unpack(zip, dirname(program), target);
    return { path: join(target, "aws"), version };
  } finally {
    zip.close();
  }
}

/** Unpacks beside the target and renames: another process never sees half of it. */
function unpack(zip, folder, target) {
  mkdirSync(CACHE, { recursive: true });
  const partial = mkdtempSync(`${target}.`);
  for (const path of zip.entries.keys()) {
    if (!path.startsWith(`${folder}/`) || path.endsWith("/")) continue;
    const file = join(partial, path.slice(folder.length + 1));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, zip.read(path));
  }
  chmodSync(join(partial, "aws"), 0o755);
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}
