// npm test: every check there is, each counted; ends with one line `N passed, N failed`.
//   npm test            checks, unit tests, conformance
//   npm test -- unit    unit tests only (also: checks, conformance, or paths of test files)
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
process.chdir(ROOT);

const CHECKS = ["format:check", "lint", "types", "boundaries", "docs:check"];
const total = { passed: 0, failed: 0, skipped: 0 };

/** Test files below a folder. */
function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ["node_modules", "dist", "data", ".tsbuild"].includes(entry.name) ? [] : testFiles(path);
    return /\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function runCheck(name) {
  const started = performance.now();
  const { status } = spawnSync("npm", ["run", "--silent", name], { stdio: "inherit" });
  total[status === 0 ? "passed" : "failed"]++;
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function runTests(title, files, concurrency) {
  if (files.length === 0) throw new Error(`${title}: no test files found`);
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "castellan-tests-"));
  const counts = join(folder, "counts.json");
  const { status } = spawnSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "--test",
      `--test-concurrency=${concurrency}`,
      "--test-reporter",
      "./tools/test-reporter.mjs",
      ...files,
    ],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, CASTELLAN_TEST_COUNTS: counts, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    },
  );
  const seen = JSON.parse(readFileSync(counts, "utf8"));
  rmSync(folder, { recursive: true });
  for (const outcome of Object.keys(total)) total[outcome] += seen[outcome];
  if (status !== 0 && seen.failed === 0) total.failed++;
  console.log(
    `${title}: ${seen.passed} passed, ${seen.failed} failed, ${seen.skipped} skipped, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}

const unit = () => runTests("unit tests", [...testFiles("packages"), ...testFiles("tools")], cpus().length);
// One after the other: these start servers, browsers and terminals.
const conformance = () => runTests("conformance", testFiles("conformance"), 1);

const wanted = process.argv.slice(2);
const parts = { checks: () => CHECKS.forEach(runCheck), unit, conformance };
if (wanted.length === 0) for (const part of Object.values(parts)) part();
for (const word of wanted) (parts[word] ?? (() => runTests(word, [word], 1)))();

if (total.skipped > 0) console.log(`${total.skipped} skipped, for the reasons given above`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
