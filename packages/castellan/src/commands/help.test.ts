import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checks } from "@castellan/policy";
import { folderOf } from "../testing/folder-of.ts";

describe("castellan help CODE", () => {
  const pages: readonly (readonly [string, RegExp])[] = [
    ["CST0103", /^# CST0103: unknown permission set\n/],
    ["cst0103", /^# CST0103: unknown permission set\n/],
    ["INVALID_ACTION", /^# INVALID_ACTION: .+\n[^]*https:\/\/docs\.aws\.amazon\.com\/.*error-invalid-action\n/],
  ];
  for (const [topic, page] of pages) {
    it(`tells about ${topic}`, async (test) => {
      const folder = folderOf(test, {});
      const { exitCode, stdout } = await folder.run(["help", topic]);
      assert.equal(exitCode, 0);
      assert.match(stdout, page);
    });
  }

  it("tells about every code that a policy can get", async (test) => {
    const folder = folderOf(test, {});
    for (const { code } of checks) assert.equal((await folder.run(["help", code])).exitCode, 0, code);
  });

  it("exits with 3 for what is neither a command nor a code", async (test) => {
    const folder = folderOf(test, {});
    const { exitCode, stderr } = await folder.run(["help", "../README"]);
    assert.equal(exitCode, 3);
    assert.match(stderr, /no help about `\.\.\/README`/);
  });
});
