import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createProver, decide } from "@castellan/policy";
import { knownDifferences } from "./known-differences.ts";
import { catalog, sideOf } from "./managed-sides.ts";

const prover = createProver({ catalog });

describe("of two AWS managed policies", () => {
  for (const { policy, than, answer } of knownDifferences)
    it(`${policy} allows ${answer === "proved" ? "no more than" : `${answer.action} and`} ${than}${answer === "proved" ? "" : " does not"}`, () => {
      const [side, other] = [sideOf({ managed: [policy] }), sideOf({ managed: [than] })];
      const proof = prover.prove({ kind: "noMore", side, than: other, region: {} });
      if (answer === "proved") return assert.equal(proof.kind, "proved");
      assert.ok(proof.kind === "refuted");
      assert.equal(proof.request.action, answer.action);
      assert.equal(decide({ ...side, request: proof.request }).outcome, "Allowed");
      assert.notEqual(decide({ ...other, request: proof.request }).outcome, "Allowed");
    });
});
