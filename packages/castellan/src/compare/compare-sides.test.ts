import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { compilePolicy, decide, parsePolicy } from "@castellan/policy";
import { compareSides, type Direction } from "./compare-sides.ts";
import type { ComparedKind } from "./compared-kinds.ts";
import type { NamedPolicy, Operand } from "./operand.ts";

/** A statement with what it leaves out: allow, on everything. */
type ShortStatement = Readonly<Record<string, unknown>>;

function sideOf(
  name: string,
  statements: readonly ShortStatement[],
  kind: ComparedKind,
  boundary?: NamedPolicy,
): Operand {
  return { name, policies: [policyOf(name, statements, kind)], ...(boundary && { boundary }) };
}

function policyOf(id: string, statements: readonly ShortStatement[], kind: ComparedKind): NamedPolicy {
  const Statement = statements.map((statement) => ({
    Effect: "Allow",
    ...("NotResource" in statement ? {} : { Resource: "*" }),
    ...statement,
  }));
  const text = JSON.stringify({ Version: "2012-10-17", Statement });
  const parsed = parsePolicy(text, { kind });
  assert.equal(parsed.kind, "policy", JSON.stringify(parsed));
  assert.ok(parsed.kind === "policy");
  return { origin: "file", id, text, compiled: compilePolicy(parsed.policy, id) };
}

interface ComparisonCase {
  readonly says: string;
  readonly left: readonly ShortStatement[];
  readonly right: readonly ShortStatement[];
  readonly kind?: ComparedKind;
  readonly boundary?: readonly ShortStatement[];
  /** What the left side allows more of, then the right. */
  readonly more: readonly [readonly string[], readonly string[]];
}

const readLogs = { Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" };
const exampleKey = { StringEquals: { "aws:PrincipalTag/team": "blue" } };

const cases: readonly ComparisonCase[] = [
  { says: "the same written in two ways", left: [readLogs], right: [readLogs, readLogs], more: [[], []] },
  {
    says: "a wider resource",
    left: [readLogs],
    right: [{ ...readLogs, Resource: "arn:aws:s3:::logs/2026/*" }],
    more: [["s3:GetObject"], []],
  },
  {
    says: "a condition less",
    left: [{ Action: "sqs:PurgeQueue" }],
    right: [{ Action: "sqs:PurgeQueue", Condition: exampleKey }],
    more: [["sqs:PurgeQueue"], []],
  },
  {
    says: "a deny that takes something away",
    left: [{ Action: "sqs:*Queue" }],
    right: [{ Action: "sqs:*Queue" }, { Effect: "Deny", Action: "sqs:PurgeQueue" }],
    more: [["sqs:PurgeQueue"], []],
  },
  {
    says: "each something else",
    left: [{ Action: ["sqs:PurgeQueue", "sns:Publish"] }],
    right: [{ Action: ["sqs:DeleteQueue", "sns:Publish"] }],
    more: [["sqs:PurgeQueue"], ["sqs:DeleteQueue"]],
  },
  {
    says: "an account that only one of them names",
    left: [{ Action: "sts:AssumeRole", Resource: "arn:aws:iam::*:role/deploy" }],
    right: [{ Action: "sts:AssumeRole", Resource: "arn:aws:iam::999988887777:role/deploy" }],
    more: [["sts:AssumeRole"], []],
  },
  {
    says: "a role of another account",
    left: [{ Action: "sts:AssumeRole", Resource: "arn:aws:iam::999988887777:role/deploy" }],
    right: [{ Action: "sts:AssumeRole", Resource: "arn:aws:iam::123456789012:role/*" }],
    more: [["sts:AssumeRole"], ["sts:AssumeRole"]],
  },
  {
    says: "a KMS key, whose policy leaves it to the account",
    left: [{ Action: "kms:Decrypt" }],
    right: [{ Action: "kms:DescribeKey" }],
    more: [["kms:Decrypt"], ["kms:DescribeKey"]],
  },
  {
    says: "the user's own name",
    left: [{ Action: "iam:ChangePassword", Resource: "arn:aws:iam::*:user/${aws:username}" }],
    right: [{ Action: "iam:ChangePassword" }],
    more: [[], ["iam:ChangePassword"]],
  },
  {
    says: "what only users can do",
    left: [{ Action: "iam:ChangePassword", Resource: "arn:aws:iam::*:user/${aws:username}" }],
    right: [{ Action: "iam:GetUser", Resource: "arn:aws:iam::*:user/${aws:username}" }],
    more: [["iam:ChangePassword"], ["iam:GetUser"]],
  },
  {
    says: "a principal that only some have",
    left: [{ Action: "sqs:PurgeQueue" }],
    right: [
      { Action: "sqs:PurgeQueue", Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy-*" } } },
    ],
    more: [["sqs:PurgeQueue"], []],
  },
  {
    says: "a name that only some have",
    left: [{ Action: "sqs:PurgeQueue" }],
    right: [{ Action: "sqs:PurgeQueue", Condition: { StringNotLike: { "aws:username": "a*" } } }],
    more: [["sqs:PurgeQueue"], []],
  },
  {
    says: "service control policies",
    left: [{ Action: "*" }],
    right: [{ Action: "*" }, { Effect: "Deny", Action: "organizations:LeaveOrganization" }],
    kind: "scp",
    more: [["organizations:LeaveOrganization"], []],
  },
  {
    says: "session policies",
    left: [readLogs],
    right: [{ Action: "s3:GetObjectAcl", Resource: "arn:aws:s3:::logs/*" }],
    kind: "session",
    more: [["s3:GetObject"], ["s3:GetObjectAcl"]],
  },
  {
    says: "boundaries",
    left: [{ Action: "sqs:*" }],
    right: [{ Action: "sqs:*" }],
    kind: "boundary",
    more: [[], []],
  },
  {
    says: "what a boundary lets through",
    left: [{ Action: ["sqs:PurgeQueue", "sns:Publish"] }],
    right: [{ Action: "sqs:PurgeQueue" }],
    boundary: [{ Action: "sqs:*" }],
    more: [[], []],
  },
];

/** What stands at a bucket. */
const bucket = { Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" };
const resourceCases: readonly ComparisonCase[] = [
  {
    says: "a public bucket",
    left: [{ ...bucket, Principal: "*" }],
    right: [{ ...bucket, Principal: { AWS: "arn:aws:iam::111122223333:role/reader" } }],
    more: [["s3:GetObject"], []],
  },
  {
    says: "an account and one of its roles",
    left: [{ ...bucket, Principal: { AWS: "arn:aws:iam::111122223333:role/reader" } }],
    right: [{ ...bucket, Principal: { AWS: "111122223333" } }],
    more: [["s3:GetObject"], ["s3:GetObject"]],
  },
  {
    says: "two roles of one account",
    left: [{ ...bucket, Principal: { AWS: "arn:aws:iam::111122223333:role/reader" } }],
    right: [{ ...bucket, Principal: { AWS: "arn:aws:iam::111122223333:role/writer" } }],
    more: [["s3:GetObject"], ["s3:GetObject"]],
  },
  {
    says: "a service",
    left: [{ ...bucket, Principal: { Service: "cloudtrail.amazonaws.com" } }],
    right: [
      {
        ...bucket,
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      },
    ],
    more: [["s3:GetObject"], []],
  },
  {
    says: "everybody of an organization, and everybody",
    left: [{ ...bucket, Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-example" } } }],
    right: [{ ...bucket, Principal: "*" }],
    more: [[], ["s3:GetObject"]],
  },
  {
    says: "the same principals written in two ways",
    left: [{ ...bucket, Principal: { AWS: "arn:aws:iam::111122223333:root" } }],
    right: [{ ...bucket, Principal: { AWS: ["111122223333"] } }],
    more: [[], []],
  },
  {
    says: "a deny for everybody but one",
    left: [{ ...bucket, Principal: "*" }],
    right: [
      { ...bucket, Principal: "*" },
      {
        ...bucket,
        Effect: "Deny",
        Principal: "*",
        Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/reader" } },
      },
    ],
    more: [["s3:GetObject"], []],
  },
];

const catalog = installedCatalog();

describe("comparing two sides", () => {
  for (const { says, left, right, kind = "identity", boundary, more } of [
    ...cases,
    ...resourceCases.map((one): ComparisonCase => ({ ...one, kind: "resource" })),
  ])
    it(`tells ${says}`, () => {
      const bound = boundary === undefined ? undefined : policyOf("boundary", boundary, "boundary");
      const sides = [sideOf("left", left, kind, bound), sideOf("right", right, kind, bound)] as const;
      const directions = compareSides(...sides, { kind, noMore: false, catalog });
      assert.deepEqual(
        directions.map(({ actions }) => actions.map(({ action }) => action)),
        more,
      );
      for (const direction of directions) assertSound(direction);
    });

  it("answers one direction when only that is asked for", () => {
    const [left, right] = [
      sideOf("left", [readLogs], "identity"),
      sideOf("right", [{ Action: "s3:*" }], "identity"),
    ] as const;
    const directions = compareSides(left, right, { kind: "identity", noMore: true, catalog });
    assert.deepEqual(
      directions.map(({ verdict }) => verdict),
      ["proved"],
    );
  });

  it("tells what AWS may add", () => {
    const [left, right] = [
      sideOf("left", [{ Action: "sts:*" }], "identity"),
      sideOf(
        "right",
        [
          {
            Action: catalog.actionSummaries().flatMap(({ service, name }) => (service === "sts" ? `sts:${name}` : [])),
          },
        ],
        "identity",
      ),
    ] as const;
    const [direction] = compareSides(left, right, { kind: "identity", noMore: true, catalog });
    assert.equal(direction?.verdict, "proved");
    assert.equal(direction?.future?.kind, "mayFail");
  });
});

/** Refuted by a request that the policies decide as it says, or proved without one. */
function assertSound({ verdict, witness, actions, undecided }: Direction): void {
  assert.deepEqual(undecided, []);
  assert.equal(verdict, actions.length === 0 ? "proved" : "refuted");
  assert.equal(witness === undefined, verdict === "proved");
  if (witness === undefined) return;
  assert.equal(decide({ ...witness.allowing, request: witness.request }).outcome, "Allowed");
  assert.notEqual(decide({ ...witness.refusing, request: witness.request }).outcome, "Allowed");
}
