import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decide } from "../decide/decide.ts";
import { createProver } from "./prover.ts";
import type { Proof, Question } from "./question.ts";
import { buckets, catalog, knownProofs, when } from "./testing/known-proofs.ts";
import { sideOf } from "./testing/proof-case.ts";

const prover = createProver({ catalog });

describe("prove", () => {
  for (const { says, question, expected } of knownProofs)
    it(says, () => {
      const proof = prover.prove(question);
      assert.equal(proof.kind, expected, JSON.stringify(proof));
      if (proof.kind !== "refuted" || question.region.keyPolicies === "delegating") return;
      assert.deepEqual(decide({ ...question.side, request: proof.request }), proof.decision);
    });

  it("shows the shortest way through in words of AWS", () => {
    const side = sideOf([{ Action: ["s3:ListBucket", "s3:GetObject"], ...buckets("data", "data/*") }]);
    const proof = prover.prove({ kind: "nothing", side, region: { actions: ["s3:GetObject"] } });
    assert.deepEqual(proof.kind === "refuted" && proof.request, {
      action: "s3:GetObject",
      resource: "arn:aws:s3:::data/x",
    });
  });

  it("puts what is needed into the context and nothing else", () => {
    const side = sideOf([when("StringEquals", "s3:prefix", "home/")]);
    const proof = prover.prove({ kind: "nothing", side, region: { actions: ["s3:ListBucket"] } });
    assert.deepEqual(proof.kind === "refuted" && proof.request.context, { "s3:prefix": "home/" });
  });

  it("takes a key that is given in any case for given, free or not", () => {
    const side = sideOf([{ Action: "s3:ListBucket", ...buckets("data") }]);
    const region = {
      actions: ["s3:ListBucket"],
      context: { "aws:principalaccount": "222222222222" },
      free: ["aws:PrincipalAccount"],
    };
    const proof = prover.prove({ kind: "nothing", side, region });
    assert.deepEqual(proof.kind === "refuted" && proof.request.context, region.context);
  });

  it("gives up loudly when it may take too few steps", () => {
    const hasty = createProver({ catalog, budget: 1 });
    const side = sideOf([when("StringEquals", "s3:prefix", "a"), when("StringEquals", "s3:max-keys", "1")]);
    const proof = hasty.prove({ kind: "nothing", side, region: { actions: ["s3:ListBucket"] } });
    assert.deepEqual(proof.kind === "undecided" && proof.reasons, ["the search was given up after too many steps"]);
  });

  it("tells when an answer holds for today's actions only", () => {
    const side = sideOf([{ Action: ["s3:GetObject", "s3:PutObject"] }]);
    const wide = sideOf([{ Action: "s3:*Object" }]);
    const future = (question: Question): Proof["future"] => prover.prove({ ...question, future: true }).future;
    assert.deepEqual(future({ kind: "noMore", side, than: wide, region: {} }), { kind: "holds" });
    assert.equal(future({ kind: "noMore", side: wide, than: side, region: {} })?.kind, "mayFail");
  });
});
