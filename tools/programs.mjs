// Programs of the machine that tests need: the one that is installed, and in CI, as root, Debian's package.
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * A program as `{path}`, or `{missing: reason}`. `variable` names an environment variable that may hold its path, `places`
 * are full paths to try beside PATH.
 */
export function findProgram({ names, variable, debianPackage, places = [] }) {
  const given = process.env[variable];
  if (given) return existsSync(given) ? { path: given } : { missing: `nothing at \`${given}\` (${variable})` };
  const find = () => candidates(names, places).find(isProgram);
  const path = find() ?? (install(debianPackage) ? find() : undefined);
  return path === undefined ? { missing: `${names[0]} is not installed; name yours in ${variable}` } : { path };
}

/** What to give a test as `skip`: false when the program is there. In CI a missing program is a failure, not a skip. */
export function skipIfMissing(found) {
  if (!("missing" in found)) return false;
  if (process.env.CI) throw new Error(`needed in CI: ${found.missing}`);
  return found.missing;
}

function candidates(names, places) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
}

function install(debianPackage) {
  if (!process.env.CI || process.getuid?.() !== 0 || !isProgram("/usr/bin/apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args) => execFileSync("apt-get", ["-q", "-y", ...args], { env, stdio: ["ignore", 2, 2] });
  try {
    run("update");
    run("install", "--no-install-recommends", debianPackage);
    return true;
  } catch (error) {
    console.error(`${debianPackage} could not be installed: ${error.message}`);
    return false;
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
