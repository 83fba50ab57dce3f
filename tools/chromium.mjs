// A browser for the tests: the one that is installed, and in CI, as root, Debian's package.
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
/** Without the last four, Chromium looks for hosts of Google's at every start, which closed networks refuse many times over. */
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
];

let known;

/** Chromium as `{path}`, or `{missing: reason}`. */
export function chromium() {
  known ??= findChromium();
  return known;
}

/** What to give a test as `skip`: false when a browser is there. In CI a missing browser is a failure, not a skip. */
export function skipWithoutChromium() {
  const found = chromium();
  if (!("missing" in found)) return false;
  if (process.env.CI) throw new Error(`a browser is needed in CI: ${found.missing}`);
  return found.missing;
}

/** Starts Chromium without a window, through playwright-core. */
export async function launchChromium() {
  const found = chromium();
  if ("missing" in found) throw new Error(found.missing);
  const playwright = await import("playwright-core");
  const args = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;
  return playwright.chromium.launch({ executablePath: found.path, headless: true, args });
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? { path: given } : { missing: `no browser at \`${given}\` (CHROMIUM_PATH)` };
  const path = installed() ?? (process.env.CI && process.getuid?.() === 0 ? installDebianPackage() : undefined);
  return path === undefined ? { missing: "no Chromium or Chrome is installed; name yours in CHROMIUM_PATH" } : { path };
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), MAC];
  return candidates.find(isProgram);
}

function installDebianPackage() {
  if (!isProgram("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args) => execFileSync("apt-get", ["-q", "-y", ...args], { env, stdio: ["ignore", 2, 2] });
  try {
    run("update");
    run("install", "--no-install-recommends", "chromium");
  } catch (error) {
    console.error(`chromium could not be installed: ${error.message}`);
  }
  return installed();
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
