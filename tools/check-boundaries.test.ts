import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "castellan-boundaries-"));
after(() => rmSync(copy, { recursive: true }));

/** A copy of the packages' sources, whose packages find each other in the copy. */
function copyPackages(): void {
  const ignored = /node_modules|dist|data|\.tsbuild/;
  cpSync(join(ROOT, "packages"), join(copy, "packages"), {
    recursive: true,
    filter: (path) => !ignored.test(path.slice(ROOT.length)),
  });
  cpSync(join(ROOT, "tools"), join(copy, "tools"), { recursive: true });
  cpSync(join(ROOT, "package.json"), join(copy, "package.json"));
  mkdirSync(join(copy, "node_modules/@castellan"), { recursive: true });
  for (const name of readdirSync(join(ROOT, "node_modules"))) {
    if (name !== "@castellan" && name !== "castellan")
      symlinkSync(join(ROOT, "node_modules", name), join(copy, "node_modules", name));
  }
  for (const name of readdirSync(join(ROOT, "packages")))
    symlinkSync(join(copy, "packages", name), join(copy, "node_modules/@castellan", name));
}

const check = () =>
  spawnSync(process.execPath, [join(copy, "tools/check-boundaries.mjs")], { encoding: "utf8", cwd: copy });

/** Violations to plant, one rule each: a file, what it imports, and what the check must say. */
const planted = [
  {
    file: "packages/policy/src/planted.ts",
    text: 'import "@castellan/catalog";',
    expected: /policy-may-import: packages\/policy\/src\/planted\.ts/,
  },
  {
    file: "packages/access/src/planted.ts",
    text: 'import type { Plane } from "@castellan/plane";\nexport type P = Plane;',
    expected: /access-may-import: packages\/access\/src\/planted\.ts/,
  },
  {
    file: "packages/policy/src/planted.ts",
    text: 'import "node:fs";',
    expected: /pure-means-pure: packages\/policy\/src\/planted\.ts/,
  },
  {
    file: "packages/plane/src/planted.ts",
    text: 'import "../../wire/src/message.ts";',
    expected: /through-the-front-door: packages\/plane\/src\/planted\.ts/,
  },
  {
    file: "packages/access/src/planted.ts",
    text: 'import "@aws-sdk/client-iam";',
    expected: /only-aws-calls-aws: packages\/access\/src\/planted\.ts/,
  },
];

describe("the check of who imports whom", () => {
  copyPackages();

  it("passes the sources as they are", () => {
    const { status, stdout, stderr } = check();
    assert.equal(status, 0, stdout + stderr);
  });

  for (const { file, text, expected } of planted) {
    it(`finds \`${text.split("\n")[0]}\` in ${dirname(file)}`, () => {
      writeFileSync(join(copy, file), `${text}\n`);
      const { status, stderr } = check();
      rmSync(join(copy, file));
      assert.equal(status, 1);
      assert.match(stderr, expected);
    });
  }

  it("fails when a source file was not seen", () => {
    const script =
      "import('./tools/check-boundaries.mjs').then(async (m) => console.log((await m.boundaryViolations('packages/policy', () => false)).length > 0))";
    assert.match(execFileSync(process.execPath, ["-e", script], { cwd: copy, encoding: "utf8" }), /true/);
  });
});
