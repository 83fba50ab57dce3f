import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { installedCatalog } from "../../packages/catalog/src/node.ts";
import { decide } from "../../packages/policy/src/decide/decide.ts";
import { parsePolicy } from "../../packages/policy/src/document/parse-policy.ts";
import { compilePolicy } from "../../packages/policy/src/match/compile-policy.ts";
import type { CompiledPolicy } from "../../packages/policy/src/match/compiled-policy.ts";
import { createProver } from "../../packages/policy/src/prove/prover.ts";
import type { Proof, ProofSide, Question, Region } from "../../packages/policy/src/prove/question.ts";
import { fifteenQuestions, type KnownQuestion, type NamedSide } from "./fifteen-questions.ts";

const catalog = installedCatalog();
const prover = createProver({ catalog });
const principal = "arn:aws:sts::123456789012:assumed-role/Developer/mina";
const compiled = new Map<string, CompiledPolicy>();

function compile(name: string, text: string): CompiledPolicy {
  const parsed = parsePolicy(text, { kind: "identity", managed: true });
  assert.equal(parsed.kind, "policy", name);
  return compilePolicy(parsed.policy, name);
}

function managed(name: string): CompiledPolicy {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const made = compile(name, catalog.managedPolicy(name)?.document ?? "");
  compiled.set(name, made);
  return made;
}

function sideOf({ managed: names = [], statements }: NamedSide): ProofSide {
  const own = statements && compile("own", JSON.stringify({ Version: "2012-10-17", Statement: statements }));
  return { principal, policies: { identity: [...names.map(managed), ...(own === undefined ? [] : [own])] } };
}

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
  const names = catalog.managedPolicyIndex().map(({ name }) => name);

  it("allow no more than they allow, each of them", () => {
    for (const name of names) {
      const side = sideOf({ managed: [name] });
      assert.equal(prover.prove({ kind: "noMore", side, than: side, region: {} }).kind, "proved", name);
    }
  });

  it("are compared without doubt, and every difference is shown by a request that is decided so", () => {
    const sides = names.filter((_, index) => index % 40 === 0).map((name) => sideOf({ managed: [name] }));
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
