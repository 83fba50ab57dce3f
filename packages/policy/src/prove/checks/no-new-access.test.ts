import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PolicyKind } from "../../document/policy-node.ts";
import { noNewAccess } from "./no-new-access.ts";
import { alice, bob, policyOf, prover, read, readers, resultOf, type Short, when } from "./testing/check-case.ts";

const inOrganization = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-ours" } } };

interface NewAccess {
  readonly says: string;
  readonly kind: PolicyKind;
  readonly next: readonly Short[];
  readonly existing: readonly Short[];
  readonly expected: string;
}

const newAccess: readonly NewAccess[] = [
  {
    says: "a narrower resource is not new",
    kind: "identity",
    next: [{ ...read, Resource: "arn:aws:s3:::a/b/*" }],
    existing: [{ ...read, Resource: "arn:aws:s3:::a/*" }],
    expected: "pass",
  },
  {
    says: "the statement that adds is named, not the others",
    kind: "identity",
    next: [read, { Action: "s3:PutObject" }, { Action: "s3:ListBucket" }],
    existing: [read, { Action: "s3:List*" }],
    expected: "1",
  },
  {
    says: "what a deny takes away is not new",
    kind: "identity",
    next: [{ Action: ["s3:GetObject", "s3:PutObject"] }, { Effect: "Deny", Action: "s3:Put*" }],
    existing: [read],
    expected: "pass",
  },
  {
    says: "a wildcard may be more than the actions that it stands for today",
    kind: "identity",
    next: [{ Action: "s3:Get*" }],
    existing: [read],
    expected: "0?",
  },
  {
    says: "a condition less is new",
    kind: "identity",
    next: [read],
    existing: [{ ...read, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }],
    expected: "0",
  },
  {
    says: "KMS keys and roles count although they have policies of their own",
    kind: "identity",
    next: [{ Action: "kms:Decrypt" }, { Action: "sts:AssumeRole" }],
    existing: [read],
    expected: "0,1",
  },
  {
    says: "a queue of an account that only one policy names is found",
    kind: "identity",
    next: [{ Action: "sqs:SendMessage", Resource: "arn:aws:sqs:*:444455556666:*" }],
    existing: [{ Action: "sqs:SendMessage", Resource: "arn:aws:sqs:*:111122223333:*" }],
    expected: "0",
  },
  {
    says: "other partitions count",
    kind: "identity",
    next: [{ ...read, Resource: "arn:aws-cn:s3:::a/*" }],
    existing: [{ ...read, Resource: "arn:aws:s3:::*" }],
    expected: "0",
  },
  {
    says: "partitions that a pattern describes count",
    kind: "resource",
    next: [{ ...readers(alice), Resource: "arn:aws-us*:s3:::a/*" }],
    existing: [{ ...readers(alice), Resource: "arn:aws:s3:::*" }],
    expected: "0",
  },
  {
    says: "a part of an account id is not passed over",
    kind: "identity",
    next: [{ Action: "sqs:SendMessage", Resource: "arn:aws:sqs:*:1111*:*" }],
    existing: [{ Action: "sqs:SendMessage", Resource: "arn:aws:sqs:*:2222*:*" }],
    expected: "0?",
  },
  {
    says: "one principal more is new",
    kind: "resource",
    next: [readers(alice), readers(bob)],
    existing: [readers(alice)],
    expected: "1",
  },
  {
    says: "a user of an account that may is not new",
    kind: "resource",
    next: [readers(alice)],
    existing: [readers("111122223333")],
    expected: "pass",
  },
  {
    says: "an account is more than its user",
    kind: "resource",
    next: [readers("111122223333")],
    existing: [readers(alice)],
    expected: "0",
  },
  {
    says: "everybody limited to a user is no more than the user",
    kind: "resource",
    next: [{ ...readers("111122223333"), Condition: { StringEquals: { "aws:PrincipalArn": alice } } }],
    existing: [readers(alice)],
    expected: "pass",
  },
  {
    says: "everybody in an organization is not everybody",
    kind: "resource",
    next: [{ ...readers("*"), ...inOrganization }],
    existing: [readers("*")],
    expected: "pass",
  },
  {
    says: "everybody is more than everybody in an organization",
    kind: "resource",
    next: [readers("*")],
    existing: [{ ...readers("*"), ...inOrganization }],
    expected: "0",
  },
  {
    says: "whoever is not named is more than who is",
    kind: "resource",
    next: [{ ...read, NotPrincipal: { AWS: [alice] } }],
    existing: [readers("111122223333")],
    expected: "0",
  },
  {
    says: "principals of accounts that nobody names count",
    kind: "resource",
    next: [
      {
        ...readers("*"),
        Condition: {
          StringNotEquals: { "aws:PrincipalAccount": "111122223333" },
          StringLike: { "aws:PrincipalArn": "arn:*" },
        },
      },
    ],
    existing: [readers("111122223333")],
    expected: "0",
  },
  {
    says: "principals of an account that a condition names count",
    kind: "resource",
    next: [{ ...readers("*"), ...when("StringEquals", "aws:PrincipalAccount", "444455556666") }],
    existing: [readers(alice)],
    expected: "0",
  },
  {
    says: "anonymous callers count",
    kind: "resource",
    next: [{ ...readers("*"), ...when("StringEquals", "aws:PrincipalType", "Anonymous") }],
    existing: [readers(alice)],
    expected: "0",
  },
  {
    says: "services that nobody names count",
    kind: "resource",
    next: [{ ...readers("*"), ...when("Bool", "aws:PrincipalIsAWSService", "true") }],
    existing: [{ ...read, Principal: { Service: "sns.amazonaws.com" } }],
    expected: "0",
  },
  {
    says: "identity providers that nobody names count",
    kind: "trust",
    next: [
      {
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { AWS: "*" },
        Condition: {
          Null: { "aws:PrincipalArn": "true", "aws:PrincipalType": "true", "aws:PrincipalIsAWSService": "true" },
        },
      },
    ],
    existing: [{ Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: "accounts.google.com" } }],
    expected: "0",
  },
  {
    says: "a service more is new",
    kind: "resource",
    next: [{ ...read, Principal: { Service: ["sns.amazonaws.com", "events.amazonaws.com"] } }],
    existing: [{ ...read, Principal: { Service: "sns.amazonaws.com" } }],
    expected: "0",
  },
  {
    says: "a trust policy may lose principals",
    kind: "trust",
    next: [{ Action: "sts:AssumeRole", Principal: { AWS: alice } }],
    existing: [{ Action: "sts:AssumeRole", Principal: { AWS: [alice, bob] } }],
    expected: "pass",
  },
  {
    says: "a trust policy without its external id trusts more",
    kind: "trust",
    next: [{ Action: "sts:AssumeRole", Principal: { AWS: "444455556666" } }],
    existing: [
      {
        Action: "sts:AssumeRole",
        Principal: { AWS: "444455556666" },
        Condition: { StringEquals: { "sts:ExternalId": "7" } },
      },
    ],
    expected: "0",
  },
];

describe("noNewAccess", () => {
  for (const { says, kind, next, existing, expected } of newAccess)
    it(says, () => {
      const check = noNewAccess(policyOf(kind, next), policyOf(kind, existing), prover);
      assert.equal(resultOf(check), expected, JSON.stringify(check, null, 1));
    });
});
