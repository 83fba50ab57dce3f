import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PolicyKind } from "../../document/policy-node.ts";
import { accessNotGranted, type Access } from "./access-not-granted.ts";
import { alice, policyOf, prover, read, resultOf, type Short } from "./testing/check-case.ts";

interface NotGranted {
  readonly says: string;
  readonly kind: PolicyKind;
  readonly policy: readonly Short[];
  readonly access: Partial<Access>;
  readonly expected: string;
}

const notGranted: readonly NotGranted[] = [
  {
    says: "an action on any resource",
    kind: "identity",
    policy: [{ ...read, Resource: "arn:aws:s3:::a/*" }],
    access: { actions: ["s3:PutObject", "s3:GetObject"] },
    expected: "0",
  },
  {
    says: "an action that is not granted",
    kind: "identity",
    policy: [read],
    access: { actions: ["s3:PutObject"] },
    expected: "pass",
  },
  {
    says: "any action on a resource",
    kind: "resource",
    policy: [{ Action: "s3:PutObject", Principal: { AWS: alice }, Resource: "arn:aws:s3:::my-bucket/*" }],
    access: { resources: ["arn:aws:s3:::my-bucket/*"] },
    expected: "0",
  },
  {
    says: "another resource",
    kind: "resource",
    policy: [{ Action: "s3:PutObject", Principal: { AWS: alice }, Resource: "arn:aws:s3:::non-sensitive-bucket/*" }],
    access: { resources: ["arn:aws:s3:::sensitive-bucket/*"] },
    expected: "pass",
  },
  {
    says: "both, where they do not meet",
    kind: "identity",
    policy: [
      { ...read, Resource: "arn:aws:s3:::a/*" },
      { Action: "s3:PutObject", Resource: "arn:aws:s3:::b/*" },
    ],
    access: { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] },
    expected: "pass",
  },
  {
    says: "a call that needs no permission is granted only by a statement",
    kind: "identity",
    policy: [read],
    access: { actions: ["sts:GetCallerIdentity"] },
    expected: "pass",
  },
  {
    says: "an action that nobody knows only where a statement could grant it",
    kind: "identity",
    policy: [{ Action: "s3:New*" }, { Action: "sqs:*" }],
    access: { actions: ["s3:NewThing", "s3:OtherThing"] },
    expected: "0",
  },
  {
    says: "nothing of an action that nobody knows and no statement grants",
    kind: "identity",
    policy: [read],
    access: { actions: ["s3:OtherThing"] },
    expected: "pass",
  },
  {
    says: "a resource of the account that the access names",
    kind: "identity",
    policy: [{ Action: "sqs:*" }],
    access: { actions: ["sqs:SendMessage"], resources: ["arn:aws:sqs:us-east-1:123456789012:jobs"] },
    expected: "0",
  },
];

describe("accessNotGranted finds", () => {
  for (const { says, kind, policy, access, expected } of notGranted)
    it(says, () => {
      const check = accessNotGranted(policyOf(kind, policy), { actions: [], resources: [], ...access }, prover);
      assert.equal(resultOf(check), expected, JSON.stringify(check, null, 1));
    });
});
