import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { explain } from "../explain/explain.ts";
import type { DecisionCase } from "./decision-case.ts";
import { prepareCase, runCase } from "./run-case.ts";

const folder = new URL("../../../../conformance/decisions/", import.meta.url);

/** The cases of one file; the test below fails on any that has not the form of a case. */
function casesOf(file: string): readonly DecisionCase[] {
  return JSON.parse(readFileSync(new URL(file, folder), "utf8")) as readonly DecisionCase[];
}

const files = readdirSync(folder).filter((file) => file.endsWith(".json"));

test("the conformance folder holds cases for every section", () => {
  assert.ok(files.length >= 10);
});

for (const file of files) {
  describe(file, () => {
    for (const decisionCase of casesOf(file)) {
      test(`${decisionCase.id} is ${decisionCase.expected}`, () => {
        const result = runCase(decisionCase);
        assert.equal(result.kind, "decided", JSON.stringify(result));
        assert.equal(result.kind === "decided" && result.decision, decisionCase.expected, decisionCase.note);
        const prepared = prepareCase(decisionCase);
        const explained = prepared.kind === "input" ? explain(prepared.input).decision.outcome : undefined;
        assert.equal(explained, decisionCase.expected, "explain agrees");
      });
    }
  });
}
