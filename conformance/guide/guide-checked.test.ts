import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { printedBy, readGuideDocument } from "./guide-document.ts";

const fileOf = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
/** An access file without the comment above it and without its permission sets. */
const withoutSets = (name: string): string =>
  fileOf(name)
    .replace(/^(?:#.*\n)+/, "")
    .replace(/^permission-sets:\n(?: .*\n)+/m, "");

describe("docs/guide-checked.md", () => {
  const { blocks } = readGuideDocument();

  it("finds promises of the guide's design broken, and none of the correction and of the blueprint", () => {
    const broken = blocks.flatMap(({ line, prints }): [string, boolean][] => {
      const file = /^verify -f (\S+)$/.exec(line)?.[1];
      return file === undefined ? [] : [[file, /^ {2}(BROKEN|UNDECIDED)/m.test(prints)]];
    });
    assert.deepEqual(broken, [
      ["castellan.yaml", true],
      ["single-account.yaml", true],
      ["corrected.yaml", false],
      ["single-account-corrected.yaml", false],
      ["../../examples/team.yaml", false],
    ]);
  });

  for (const block of blocks)
    it(`shows what \`castellan ${block.line}\` prints`, async () => {
      assert.equal(await printedBy(block), block.prints, "run: node --import tsx conformance/guide/guide-document.ts");
    });

  it("corrects nothing but permission sets", () => {
    assert.equal(withoutSets("corrected.yaml"), withoutSets("castellan.yaml"));
    assert.equal(withoutSets("single-account-corrected.yaml"), withoutSets("single-account.yaml"));
  });
});
