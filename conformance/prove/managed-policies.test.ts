import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createProver, decide, type Proof, type Question, type Region } from "@castellan/policy";
import { fifteenQuestions, type KnownQuestion } from "./fifteen-questions.ts";
import { catalog, managedNames, sideOf } from "./managed-sides.ts";

const prover = createProver({ catalog });

function questionOf({ side, than, actions }: KnownQuestion): Question {
  const region: Region = actions === undefined ? {} : { actions };
  if (than === undefined) return { kind: "nothing", side: sideOf(side), region };
  return { kind: "noMore", side: sideOf(side), than: sideOf(than), region };
}

describe("fifteen questions about AWS managed policies", () => {
  for (const known of fifteenQuestions)
    it(known.says, () => {
      const proof = prover.prove(questionOf(known));
      if (known.answer === "proved") return assert.equal(proof.kind, "proved", JSON.stringify(proof));
      assert.equal(proof.kind, "refuted");
      const { action, resource } = proof.request;
      assert.deepEqual({ action, resource, ...known.answer }, { action, resource });
    });
});

describe("an auditor who is a reader", () => {
  const auditor = sideOf({ managed: ["SecurityAudit", "ReadOnlyAccess"] });
  const answers: Readonly<Record<string, Proof["kind"]>> = {
    "secretsmanager:GetSecretValue": "proved",
    "kms:Decrypt": "proved",
    "rds-data:ExecuteStatement": "proved",
    "ssm:GetParameter": "refuted",
    "s3:GetObject": "refuted",
    "dynamodb:GetItem": "refuted",
    "ec2:GetPasswordData": "refuted",
    "sqs:ReceiveMessage": "refuted",
    "lambda:GetFunction": "refuted",
    "logs:GetLogEvents": "refuted",
  };
  for (const [action, expected] of Object.entries(answers))
    it(`${expected === "proved" ? "never gets" : "gets"} ${action}`, () => {
      const region: Region = { actions: [action], keyPolicies: "delegating" };
      assert.equal(prover.prove({ kind: "nothing", side: auditor, region }).kind, expected);
    });
});

describe("AWS managed policies", () => {
  it("allow no more than they allow, each of them", () => {
    for (const name of managedNames) {
      const side = sideOf({ managed: [name] });
      assert.equal(prover.prove({ kind: "noMore", side, than: side, region: {} }).kind, "proved", name);
    }
  });

  it("are compared without doubt, and every difference is shown by a request that is decided so", () => {
    const sides = managedNames.filter((_, index) => index % 40 === 0).map((name) => sideOf({ managed: [name] }));
    let refuted = 0;
    for (const side of sides)
      for (const than of sides) {
        const proof = prover.prove({ kind: "noMore", side, than, region: {} });
        assert.notEqual(proof.kind, "undecided", JSON.stringify(proof));
        if (proof.kind !== "refuted") continue;
        refuted += 1;
        assert.equal(decide({ ...side, request: proof.request }).outcome, "Allowed");
        assert.notEqual(decide({ ...than, request: proof.request }).outcome, "Allowed");
      }
    assert.ok(refuted > 1000, `only ${refuted} differences`);
  });
});
