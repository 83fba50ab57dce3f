import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createProver } from "./prover.ts";
import type { Region } from "./question.ts";
import { policyOf, sideOf, user } from "./testing/proof-case.ts";
import { smallCatalog } from "./testing/small-catalog.ts";
import { whoCan } from "./who-can.ts";

const catalog = smallCatalog({
  s3: {
    GetObject: ["arn:${Partition}:s3:::${BucketName}/${ObjectName}"],
    ListBucket: ["arn:${Partition}:s3:::${BucketName}"],
  },
  iam: { GetPolicy: ["arn:${Partition}:iam::${Account}:policy/${PolicyNameWithPath}"] },
});
const prover = createProver({ catalog });

describe("whoCan", () => {
  it("parts the principals, each who can with a request", () => {
    const reader = { ...sideOf([{ Action: "s3:Get*" }]), name: "reader" };
    const admin = { ...sideOf([{}], { principal: user }), name: "admin" };
    const lister = { ...sideOf([{ Action: "s3:List*" }]), name: "lister" };
    const { can, cannot, undecided } = whoCan([reader, admin, lister], { actions: ["s3:GetObject"] }, prover);
    assert.deepEqual(
      [can, cannot, undecided].map((those) => those.map(({ side }) => side.name)),
      [["reader", "admin"], ["lister"], []],
    );
    assert.ok(can.every(({ proof }) => proof.kind === "refuted" && proof.request.action === "s3:GetObject"));
  });
});

describe("the region of a question", () => {
  const orgOnly = sideOf([{ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }], {
    facts: { principalOrgId: "o-2" },
  });
  const kindIn = (region: Region, side = orgOnly): string => prover.prove({ kind: "nothing", side, region }).kind;

  it("leaves free what would follow from the facts when it says so", () => {
    assert.equal(kindIn({}), "proved");
    assert.equal(kindIn({ free: ["aws:PrincipalOrgID"] }), "refuted");
  });

  it("knows that a key without facts may have any value, or none when it says so", () => {
    const side = sideOf([{ Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }]);
    assert.equal(kindIn({}, side), "refuted");
    assert.equal(kindIn({ absent: ["aws:MultiFactorAuthPresent"] }, side), "proved");
    assert.equal(kindIn({ context: { "aws:MultiFactorAuthPresent": "false" } }, side), "proved");
  });

  it("has buckets without slash and objects with one", () => {
    const objects = sideOf([{ Action: "s3:*", Resource: "arn:aws:s3:::data/*" }]);
    assert.equal(kindIn({ actions: ["s3:ListBucket"] }, objects), "proved");
    assert.equal(kindIn({ actions: ["s3:ListBucket"], resources: "any" }, objects), "refuted");
  });

  it("has the managed policies of AWS beside those of the account", () => {
    const side = sideOf([{ Resource: "arn:aws:iam::aws:policy/*" }]);
    assert.equal(kindIn({ actions: ["iam:GetPolicy"] }, side), "refuted");
  });

  it("names what it cannot mean", () => {
    assert.equal(kindIn({ resources: ["my-bucket"] }), "undecided");
    assert.equal(kindIn({ resources: [] }), "undecided");
    assert.equal(kindIn({ resourceAccounts: [] }), "undecided");
  });

  it("names the owner when the sides are of two accounts", () => {
    const side = sideOf([{ Action: "s3:GetObject" }]);
    const than = sideOf([{}], { principal: "arn:aws:iam::210987654321:user/other" });
    const proof = prover.prove({ kind: "noMore", side, than, region: {} });
    assert.equal(proof.kind === "refuted" && proof.request.resourceAccount, "123456789012");
  });

  it("is about one bucket when a bucket policy is given", () => {
    const resource = policyOf(
      [{ Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*" }],
      "resource",
    );
    const side = { principal: "anonymous", policies: { resource } };
    assert.equal(kindIn({ resources: ["arn:aws:s3:::data/*"] }, side), "refuted");
    assert.equal(kindIn({ resources: ["arn:aws:s3:::other/*"] }, side), "proved");
  });
});
