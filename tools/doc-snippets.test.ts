import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, ".cache");
mkdirSync(cache, { recursive: true });
// Inside the repository, so that snippets find the packages by name.
const folder = mkdtempSync(join(cache, "doc-snippets-"));
after(() => rmSync(folder, { recursive: true }));

/** A fenced piece of TypeScript, and the text block that may follow at once with what it prints. */
interface Snippet {
  readonly line: number;
  readonly code: string;
  readonly prints: string | undefined;
}

function snippetsOf(path: string): readonly Snippet[] {
  const text = readFileSync(join(root, path), "utf8");
  const fences = text.matchAll(/^```ts\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm);
  return [...fences].map(({ index, 1: code = "", 2: prints }) => ({
    line: text.slice(0, index).split("\n").length,
    code,
    prints,
  }));
}

function run({ line, code }: Snippet): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const file = join(folder, `line-${line}.ts`);
  writeFileSync(file, code);
  return spawnSync(process.execPath, ["--import", "tsx", file], { cwd: root, encoding: "utf8" });
}

for (const path of ["docs/policy.md", "docs/proving.md"]) {
  const snippets = snippetsOf(path);

  describe(path, () => {
    it("has snippets, and each of them is run", () => {
      const opened = readFileSync(join(root, path), "utf8").match(/^```ts\b/gm) ?? [];
      assert.ok(snippets.length > 0);
      assert.equal(snippets.length, opened.length);
    });

    for (const snippet of snippets) {
      it(`runs as it says at line ${snippet.line}`, () => {
        const { status, stdout, stderr } = run(snippet);
        assert.equal(status, 0, stderr);
        assert.equal(stdout, snippet.prints ?? "");
      });
    }
  });
}
