import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parsePolicy } from "../../document/parse-policy.ts";
import type { Policy, PolicyKind } from "../../document/policy-node.ts";
import { createProver } from "../prover.ts";
import { smallCatalog } from "../testing/small-catalog.ts";
import type { AccessCheck } from "./access-check.ts";
import { accessNotGranted, type Access } from "./access-not-granted.ts";
import type { CheckedResourceType } from "./checked-resource-types.ts";
import { externalAccess, type ZoneOfTrust } from "./external-access.ts";
import { noNewAccess } from "./no-new-access.ts";
import { noPublicAccess } from "./no-public-access.ts";

const bucket = "arn:${Partition}:s3:::${BucketName}";
const catalog = smallCatalog(
  {
    s3: { GetObject: [`${bucket}/\${ObjectName}`], PutObject: [`${bucket}/\${ObjectName}`], ListBucket: [bucket] },
    sqs: { SendMessage: ["arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"] },
    kms: { Decrypt: ["arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}"] },
    sts: {
      AssumeRole: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
      AssumeRoleWithSAML: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
      AssumeRoleWithWebIdentity: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
      GetCallerIdentity: [],
    },
  },
  { "aws:PrincipalArn": "ARN", "aws:PrincipalOrgID": "String", "aws:SourceIp": "IPAddress" },
);
const prover = createProver({ catalog });

/** A statement; it allows unless it says otherwise. */
type Short = Readonly<Record<string, unknown>>;

function policyOf(kind: PolicyKind, statements: readonly Short[]): Policy {
  const Statement = statements.map((statement) => ({
    Effect: "Allow",
    ...(kind === "trust" ? {} : { Resource: "*" }),
    ...statement,
  }));
  const parsed = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }), { kind });
  if (parsed.kind !== "policy") throw new Error(parsed.message);
  return parsed.policy;
}

/** `pass`, or the places of the statements that grant, with `?` where they may. */
function resultOf(check: AccessCheck): string {
  if (check.kind === "pass") return "pass";
  return check.statements
    .map(({ statement, verdict }) => `${statement.index}${verdict.kind === "unknown" ? "?" : ""}`)
    .join();
}

const read = { Action: "s3:GetObject" };
const [alice, bob] = ["arn:aws:iam::111122223333:user/alice", "arn:aws:iam::111122223333:user/bob"];
const readers = (...AWS: string[]): Short => ({ ...read, Principal: { AWS } });
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
    next: [{ Action: "s3:*Object" }, { Effect: "Deny", Action: "s3:Put*" }],
    existing: [read],
    expected: "pass",
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
    policy: [{ ...read, Resource: "arn:aws:s3:::a/*" }, { Action: "s3:PutObject", Resource: "arn:aws:s3:::b/*" }],
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
    expected: "0?",
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

interface PublicAccess {
  readonly says: string;
  readonly type?: CheckedResourceType;
  readonly policy: readonly Short[];
  readonly expected: string;
}

const when = (operator: string, key: string, ...values: string[]): Short => ({
  Condition: { [operator]: { [key]: values } },
});
const everybody = readers("*");

const publicAccess: readonly PublicAccess[] = [
  { says: "a user is not everybody", policy: [readers(alice)], expected: "pass" },
  { says: "everybody is", policy: [everybody], expected: "0" },
  { says: "the bare star is", policy: [readers(alice), { ...read, Principal: "*" }], expected: "1" },
  { says: "all but one are", policy: [{ ...read, NotPrincipal: { AWS: alice } }], expected: "0" },
  { says: "a service is not", policy: [{ ...read, Principal: { Service: "sns.amazonaws.com" } }], expected: "pass" },
  {
    says: "an organization is not",
    policy: [{ ...everybody, ...when("StringEquals", "aws:PrincipalOrgID", "o-1") }],
    expected: "pass",
  },
  {
    says: "all but an organization are",
    policy: [{ ...everybody, ...when("StringNotEquals", "aws:PrincipalOrgID", "o-1") }],
    expected: "0",
  },
  {
    says: "an organization, or whoever has none, are",
    policy: [{ ...everybody, ...when("StringEqualsIfExists", "aws:PrincipalOrgID", "o-1") }],
    expected: "0",
  },
  {
    says: "any organization is",
    policy: [{ ...everybody, ...when("StringLike", "aws:PrincipalOrgID", "o-*") }],
    expected: "0",
  },
  {
    says: "a unit of an organization is not",
    policy: [{ ...everybody, ...when("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-1/r-1/ou-1/*") }],
    expected: "pass",
  },
  {
    says: "a unit by ForAllValues lets in who is in none",
    policy: [{ ...everybody, ...when("ForAllValues:StringLike", "aws:PrincipalOrgPaths", "o-1/r-1/ou-1/*") }],
    expected: "0",
  },
  {
    says: "the organization of the resource is not",
    policy: [{ ...everybody, ...when("StringEquals", "aws:PrincipalOrgID", "${aws:ResourceOrgID}") }],
    expected: "pass",
  },
  {
    says: "the account of the resource is not",
    policy: [{ ...everybody, ...when("StringEquals", "aws:PrincipalAccount", "${aws:ResourceAccount}") }],
    expected: "pass",
  },
  {
    says: "a topic of an account is not, whatever its name",
    type: "AWS::SQS::Queue",
    policy: [{ Action: "sqs:*", Principal: "*", ...when("ArnLike", "aws:SourceArn", "arn:aws:sns:*:111122223333:*") }],
    expected: "pass",
  },
  {
    says: "nor by a string operator",
    type: "AWS::SQS::Queue",
    policy: [{ Action: "sqs:*", Principal: "*", ...when("StringLike", "aws:SourceArn", "arn:aws:sns:*:111122223333:*") }],
    expected: "pass",
  },
  {
    says: "a topic of any account is",
    type: "AWS::SQS::Queue",
    policy: [{ Action: "sqs:*", Principal: "*", ...when("ArnLike", "aws:SourceArn", "arn:aws:sns:*:*:jobs") }],
    expected: "0",
  },
  {
    says: "a bucket is not, buckets that begin alike are",
    type: "AWS::SQS::Queue",
    policy: [
      { Action: "sqs:*", Principal: "*", ...when("ArnLike", "aws:SourceArn", "arn:aws:s3:::uploads") },
      { Action: "sqs:*", Principal: "*", ...when("ArnLike", "aws:SourceArn", "arn:aws:s3:::uploads-*") },
    ],
    expected: "1",
  },
  {
    says: "a role by name in any account is",
    policy: [{ ...everybody, ...when("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/admin") }],
    expected: "0",
  },
  {
    says: "addresses are not, unless there are too many",
    policy: [
      { ...everybody, ...when("IpAddress", "aws:SourceIp", "203.0.113.0/24") },
      { ...everybody, ...when("IpAddress", "aws:SourceIp", "0.0.0.0/1") },
      { ...everybody, ...when("IpAddress", "aws:SourceIp", "2001:db8::/32") },
      { ...everybody, ...when("IpAddress", "aws:SourceIp", "2000::/3") },
    ],
    expected: "1,3",
  },
  {
    says: "an endpoint is not",
    policy: [{ ...everybody, ...when("StringEquals", "aws:SourceVpce", "vpce-1a2b3c4d") }],
    expected: "pass",
  },
  {
    says: "everybody denied but an endpoint is not",
    policy: [
      everybody,
      { ...everybody, Effect: "Deny", ...when("StringNotEquals", "aws:SourceVpce", "vpce-1a2b3c4d") },
    ],
    expected: "pass",
  },
  {
    says: "what callers say of themselves lets everybody in",
    policy: [{ ...everybody, ...when("StringEquals", "aws:UserAgent", "secret") }],
    expected: "0",
  },
  {
    says: "actions of other services do not count",
    type: "AWS::SQS::Queue",
    policy: [everybody],
    expected: "pass",
  },
  {
    says: "a role that everybody may assume is, also with an external id",
    type: "AWS::IAM::AssumeRolePolicyDocument",
    policy: [{ Action: "sts:AssumeRole", Principal: { AWS: "*" }, ...when("StringEquals", "sts:ExternalId", "7") }],
    expected: "0",
  },
  {
    says: "a role for all who sign in at Google is, for an application it is not",
    type: "AWS::IAM::AssumeRolePolicyDocument",
    policy: [
      {
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: "accounts.google.com" },
        ...when("StringEquals", "accounts.google.com:aud", "app-7"),
      },
      { Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: "accounts.google.com" } },
    ],
    expected: "1",
  },
];

describe("noPublicAccess: of who may read", () => {
  for (const { says, type = "AWS::S3::Bucket", policy, expected } of publicAccess)
    it(says, () => {
      const kind = type === "AWS::IAM::AssumeRolePolicyDocument" ? "trust" : "resource";
      const check = noPublicAccess(policyOf(kind, policy), type, prover);
      assert.equal(resultOf(check), expected, JSON.stringify(check, null, 1));
    });
});

const home = "111122223333";
const zones: Readonly<Record<string, ZoneOfTrust>> = {
  account: { accounts: [home] },
  organization: { accounts: [home, "444455556666"], organization: "o-ours" },
};
const trusts = (principal: object, more: Short = {}): Short => ({
  Action: "sts:AssumeRole",
  Principal: principal,
  ...more,
});

interface ExternalCase {
  readonly says: string;
  readonly policy: readonly Short[];
  /** The principals found outside, those for whom it is public with `!`. */
  readonly account: readonly string[];
  readonly organization: readonly string[];
}

const external: readonly ExternalCase[] = [
  {
    says: "accounts count as inside or outside",
    policy: [trusts({ AWS: [home, "444455556666", "777788889999"] })],
    account: ["444455556666", "777788889999"],
    organization: ["777788889999"],
  },
  {
    says: "users and roles of other accounts are outside, those of one's own are not",
    policy: [trusts({ AWS: [alice, "arn:aws:iam::444455556666:role/deploy"] })],
    account: ["arn:aws:iam::444455556666:role/deploy"],
    organization: [],
  },
  { says: "services are never outside", policy: [trusts({ Service: "ec2.amazonaws.com" })], account: [], organization: [] },
  { says: "everybody is public", policy: [trusts({ AWS: "*" })], account: ["*!"], organization: ["*!"] },
  {
    says: "everybody in the organization is outside the account, but not public",
    policy: [trusts({ AWS: "*" }, when("StringEquals", "aws:PrincipalOrgID", "o-ours"))],
    account: ["*"],
    organization: [],
  },
  {
    says: "everybody in an account is inside when the account is",
    policy: [trusts({ AWS: "*" }, when("StringEquals", "aws:PrincipalAccount", home))],
    account: [],
    organization: [],
  },
  {
    says: "who is denied is not let in",
    policy: [trusts({ AWS: "777788889999" }), trusts({ AWS: "777788889999" }, { Effect: "Deny" })],
    account: [],
    organization: [],
  },
  {
    says: "an external id does not make an account one's own",
    policy: [trusts({ AWS: "777788889999" }, when("StringEquals", "sts:ExternalId", "7"))],
    account: ["777788889999"],
    organization: ["777788889999"],
  },
  {
    says: "an identity provider brings people from outside",
    policy: [
      {
        Action: "sts:AssumeRoleWithSAML",
        Principal: { Federated: `arn:aws:iam::${home}:saml-provider/corporate` },
        ...when("StringEquals", "SAML:aud", "https://signin.aws.amazon.com/saml"),
      },
    ],
    account: [`arn:aws:iam::${home}:saml-provider/corporate`],
    organization: [`arn:aws:iam::${home}:saml-provider/corporate`],
  },
];

describe("externalAccess", () => {
  for (const { says, policy, ...expected } of external)
    for (const zone of ["account", "organization"] as const)
      it(`${says} (${zone})`, () => {
        const found = externalAccess(policyOf("trust", policy), zones[zone] ?? { accounts: [] }, prover);
        assert.deepEqual(
          found.map(({ principal, isPublic }) => `${principal.value}${isPublic ? "!" : ""}`),
          expected[zone],
        );
      });
});
