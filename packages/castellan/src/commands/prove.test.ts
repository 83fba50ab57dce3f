import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, it } from "node:test";
import { folderOf } from "../testing/folder-of.ts";

const blueprint = readFileSync(new URL("../../../../examples/team.yaml", import.meta.url), "utf8");

describe("castellan prove", () => {
  const folder = folderOf({ after }, { "castellan.yaml": blueprint });

  it("proves a sentence that the file does not make", async () => {
    const { exitCode, stdout, stderr } = await folder.run(["prove", "tester may never read secrets"]);
    assert.match(stdout, /^ {2}proved {4}tester may never read secrets .*over all requests$/m);
    assert.doesNotMatch(stdout, /role developer/);
    assert.deepEqual([exitCode, stderr], [0, ""]);
  });

  it("shows the request that breaks one, and where the file opens the way", async () => {
    const { exitCode, stdout } = await folder.run(["prove", "developer may never read secrets"]);
    assert.match(stdout, /BROKEN {4}developer may never read secrets\n[^]*action +\S+:\S+ +resource \S+\n/);
    assert.match(stdout, /--> castellan\.yaml:\d+:\d+/);
    assert.equal(exitCode, 1);
  });

  it("takes several sentences, of which one bad one is enough to exit with 1", async () => {
    const sentences = ["always at least 2 people are admin", "always at least 9 people are admin"];
    const { exitCode, stdout } = await folder.run(["prove", ...sentences, "--json"]);
    const document = JSON.parse(stdout) as {
      readonly format: string;
      readonly over: string;
      readonly promises: readonly { readonly promise: string; readonly verdict: string }[];
    };
    assert.deepEqual([document.format, document.over, exitCode], ["castellan.prove/1", "castellan.yaml", 1]);
    assert.deepEqual(
      document.promises.map(({ promise, verdict }) => [promise, verdict]),
      [
        [sentences[0], "proved"],
        [sentences[1], "broken"],
      ],
    );
  });

  const faults: readonly (readonly [string, RegExp])[] = [
    [
      "developers should be careful",
      /CST0301[^]*1 \| developers should be careful\n {2}\| \^+\n[^]*note: GROUP may never TASK/,
    ],
    ["only finence may see billing", / --> sentence:1:6\n[^]*\^{7} no such group[^]*help: write `finance`\n/],
    ["finance may see bilings", /unknown task `see bilings`[^]*help: write `see billing`\n/],
    ["finance may see billing in managment", /unknown account `managment`[^]*help: write `management`\n/],
    ["", /CST0301/],
    ["finance may see billing\nin management\t\u0007", /CST\d+/],
  ];
  for (const [sentence, pattern] of faults)
    it(`exits with 3 for ${JSON.stringify(sentence)}, and says what to write instead`, async () => {
      const { exitCode, stdout, stderr } = await folder.run(["prove", sentence]);
      assert.match(stderr, pattern);
      assert.doesNotMatch(stderr, /lint --fix/);
      assert.deepEqual([exitCode, stdout], [3, ""]);
    });

  it("proves nothing where one of several sentences is none", async () => {
    const { exitCode, stdout, stderr } = await folder.run(["prove", "finance may see billing", "nonsense"]);
    assert.match(stderr, /sentence 2:1:1/);
    assert.deepEqual([exitCode, stdout], [3, ""]);
  });
});
