import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ColorChoice, createTerminal } from "./terminal.ts";

/** What is said of colour, what the environment says, whether the stream is a terminal, and what must come of it. */
const cases: readonly (readonly [ColorChoice, Record<string, string>, boolean, boolean])[] = [
  ["auto", {}, true, true],
  ["auto", {}, false, false],
  ["auto", { TERM: "dumb" }, true, false],
  ["auto", { NO_COLOR: "1" }, true, false],
  ["auto", { FORCE_COLOR: "1" }, false, true],
  ["auto", { FORCE_COLOR: "0" }, true, true],
  ["auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  ["always", { NO_COLOR: "1" }, false, true],
  ["never", { FORCE_COLOR: "1" }, true, false],
];

describe("a terminal", () => {
  for (const [choice, env, isTTY, colored] of cases) {
    it(`${colored ? "colours" : "does not colour"} with --color ${choice}, ${JSON.stringify(env)}, ${isTTY ? "a terminal" : "a pipe"}`, () => {
      const stream = { isTTY, write: () => true };
      const { outColors } = createTerminal({ stdin: stream, stdout: stream, stderr: stream }, env, choice);
      assert.equal(outColors.red("x") !== "x", colored);
    });
  }

  it("sends the answer and the talk to streams of their own", () => {
    const written: string[] = [];
    const to = (name: string) => ({ isTTY: false, write: (text: string) => written.push(`${name}:${text}`) });
    const { out, say, interactive } = createTerminal(
      { stdin: { isTTY: false }, stdout: to("out"), stderr: to("err") },
      {},
      "auto",
    );
    out("answer");
    say("talk");
    assert.deepEqual([written, interactive], [["out:answer\n", "err:talk\n"], false]);
  });
});
