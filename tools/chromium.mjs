// A browser for the tests, without a window.
import { findProgram, skipIfMissing } from "./programs.mjs";

const WANTED = {
  names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  variable: "CHROMIUM_PATH",
  debianPackage: "chromium",
  places: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
};
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
  known ??= findProgram(WANTED);
  return known;
}

/** What to give a test as `skip`. */
export const skipWithoutChromium = () => skipIfMissing(chromium());

/** Starts Chromium through playwright-core. */
export async function launchChromium() {
  const found = chromium();
  if ("missing" in found) throw new Error(found.missing);
  const playwright = await import("playwright-core");
  const args = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;
  return playwright.chromium.launch({ executablePath: found.path, headless: true, args });
}
