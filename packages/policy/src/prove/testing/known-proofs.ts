import type { Proof, Question, Region } from "../question.ts";
import { account, policyOf, session, sideOf, user, type ShortStatement } from "./proof-case.ts";
import { smallCatalog } from "./small-catalog.ts";

/** The catalogue of the known proofs. */
export const catalog = smallCatalog(
  {
    s3: {
      GetObject: ["arn:${Partition}:s3:::${BucketName}/${ObjectName}"],
      PutObject: ["arn:${Partition}:s3:::${BucketName}/${ObjectName}"],
      ListBucket: ["arn:${Partition}:s3:::${BucketName}"],
      ListAllMyBuckets: [],
    },
    ec2: { RunInstances: ["arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}"], DescribeInstances: [] },
    iam: { PassRole: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"], CreateUser: [] },
    kms: { Decrypt: ["arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}"] },
    sqs: { SendMessage: ["arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"] },
    sts: { AssumeRole: ["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"] },
  },
  {
    "aws:MultiFactorAuthPresent": "Bool",
    "aws:SourceIp": "IPAddress",
    "aws:CurrentTime": "Date",
    "aws:RequestedRegion": "String",
    "aws:TagKeys": "ArrayOfString",
    "s3:max-keys": "Numeric",
    "s3:prefix": "String",
  },
);
/** A statement that denies. */
export const deny = (more: ShortStatement): ShortStatement => ({
  Effect: "Deny",
  ...more,
});
/** A condition with one key. */
export const when = (operator: string, key: string, value: unknown): ShortStatement => ({
  Condition: { [operator]: { [key]: value } },
});
/** ARNs of buckets and objects. */
export const buckets = (...names: string[]): { readonly Resource: readonly string[] } => ({
  Resource: names.map((name) => `arn:aws:s3:::${name}`),
});
const mfa = "aws:MultiFactorAuthPresent";

/** A question with its known answer. */
export interface KnownProof {
  readonly says: string;
  readonly question: Question;
  readonly expected: Proof["kind"];
}

function conditionsOf(operator: string, key: string, value: unknown): Region {
  const [statement] = policyOf([when(operator, key, value)]).policy.statements;
  return { conditions: statement?.conditions ?? [] };
}

const withoutMfa = conditionsOf("BoolIfExists", mfa, "false");
const outsideEurope = { actions: ["ec2:*"], ...conditionsOf("StringNotEquals", "aws:RequestedRegion", "eu-west-1") };
const places = Array.from({ length: 40 }, (_, index) => `arn:aws:ec2:eu-*-${index % 5}:*:instance/i-${index}-`);
const everything = sideOf([{}]);
const nothing = sideOf([deny({})]);

/** What each part of the policy language means for all requests. */
export const knownProofs: readonly KnownProof[] = [
  {
    says: "a deny unless MFA by Bool lets requests without the key through",
    question: { kind: "nothing", side: sideOf([{}, deny(when("Bool", mfa, "false"))]), region: withoutMfa },
    expected: "refuted",
  },
  {
    says: "a deny unless MFA by BoolIfExists lets nothing through",
    question: { kind: "nothing", side: sideOf([{}, deny(when("BoolIfExists", mfa, "false"))]), region: withoutMfa },
    expected: "proved",
  },
  {
    says: "the facts settle whether there is MFA",
    question: {
      kind: "nothing",
      side: sideOf([{}, deny(when("Bool", mfa, "false"))], { facts: { multiFactorAuthPresent: false } }),
      region: withoutMfa,
    },
    expected: "proved",
  },
  {
    says: "ForAllValues passes with the empty set",
    question: {
      kind: "nothing",
      side: sideOf([when("ForAllValues:StringEquals", "aws:TagKeys", ["team"])]),
      region: conditionsOf("Null", "aws:TagKeys", "true"),
    },
    expected: "refuted",
  },
  {
    says: "ForAnyValue does not",
    question: {
      kind: "nothing",
      side: sideOf([when("ForAnyValue:StringEquals", "aws:TagKeys", ["team"])]),
      region: conditionsOf("Null", "aws:TagKeys", "true"),
    },
    expected: "proved",
  },
  {
    says: "a narrower address range allows no more",
    question: {
      kind: "noMore",
      side: sideOf([when("IpAddress", "aws:SourceIp", "10.1.0.0/16")]),
      than: sideOf([when("IpAddress", "aws:SourceIp", ["10.0.0.0/9", "10.128.0.0/9"])]),
      region: {},
    },
    expected: "proved",
  },
  {
    says: "a wider address range allows more",
    question: {
      kind: "noMore",
      side: sideOf([when("IpAddress", "aws:SourceIp", "10.0.0.0/8")]),
      than: sideOf([when("IpAddress", "aws:SourceIp", ["10.0.0.0/9", "10.128.0.0/10"])]),
      region: {},
    },
    expected: "refuted",
  },
  {
    says: "a date window inside another allows no more",
    question: {
      kind: "noMore",
      side: sideOf([
        {
          Condition: {
            DateGreaterThan: { "aws:CurrentTime": "2026-02-01T00:00:00Z" },
            DateLessThan: { "aws:CurrentTime": "2026-03-01T00:00:00Z" },
          },
        },
      ]),
      than: sideOf([when("DateLessThanEquals", "aws:CurrentTime", "2026-03-01T00:00:00Z")]),
      region: {},
    },
    expected: "proved",
  },
  {
    says: "a region guard holds, for the requested region is always known",
    question: {
      kind: "nothing",
      side: sideOf([{}, deny(when("StringNotEquals", "aws:RequestedRegion", ["eu-west-1", "eu-central-1"]))]),
      region: { ...outsideEurope, ...conditionsOf("StringLike", "aws:RequestedRegion", "us-*") },
    },
    expected: "proved",
  },
  {
    says: "a region guard that forgets a region is broken",
    question: {
      kind: "nothing",
      side: sideOf([{}, deny(when("StringLike", "aws:RequestedRegion", ["us-*", "ap-*"]))]),
      region: outsideEurope,
    },
    expected: "refuted",
  },
  {
    says: "NotAction leaves nothing but what it lists",
    question: { kind: "nothing", side: sideOf([{}, deny({ NotAction: ["s3:*"] })]), region: { notActions: ["s3:*"] } },
    expected: "proved",
  },
  {
    says: "NotResource in a deny protects all but what it lists",
    question: {
      kind: "nothing",
      side: sideOf([{ Action: "s3:GetObject" }, deny({ NotResource: ["arn:aws:s3:::public/*"] })]),
      region: { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::secret/*"] },
    },
    expected: "proved",
  },
  {
    says: "NotResource in an allow admits what it does not list",
    question: {
      kind: "nothing",
      side: sideOf([{ Action: "s3:GetObject", NotResource: ["arn:aws:s3:::secret/*"] }]),
      region: { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::secret*"] },
    },
    expected: "refuted",
  },
  {
    says: "stars that interleave are told apart",
    question: {
      kind: "noMore",
      side: sideOf([{ Action: "s3:GetObject", ...buckets("a*/b*/c") }]),
      than: sideOf([{ Action: "s3:GetObject", ...buckets("a*/c") }]),
      region: {},
    },
    expected: "proved",
  },
  {
    says: "a boundary limits identity policies",
    question: {
      kind: "nothing",
      side: sideOf([{}], { policies: { boundary: policyOf([{ Action: "s3:*" }], "boundary") } }),
      region: { notActions: ["s3:*", "sts:*"] },
    },
    expected: "proved",
  },
  {
    says: "each level of service control policies must allow",
    question: {
      kind: "nothing",
      side: sideOf([{}], {
        policies: { scps: [[policyOf([{}], "scp")], [policyOf([{ Action: "s3:*" }], "scp")]] },
      }),
      region: { actions: ["ec2:*"] },
    },
    expected: "proved",
  },
  {
    says: "service control policies do not bind the management account",
    question: {
      kind: "nothing",
      side: sideOf([{}], { policies: { scps: [[policyOf([deny({})], "scp")]] }, facts: { managementAccount: true } }),
      region: { actions: ["ec2:*"] },
    },
    expected: "refuted",
  },
  {
    says: "a session policy limits a role session",
    question: {
      kind: "noMore",
      side: sideOf([{}], { policies: { session: [policyOf([{ Action: "s3:Get*" }], "session")] } }),
      than: sideOf([{ Action: "s3:*" }]),
      region: {},
    },
    expected: "proved",
  },
  {
    says: "across accounts an identity policy alone is not enough",
    question: {
      kind: "nothing",
      side: sideOf([{}]),
      region: { actions: ["sqs:*"], resourceAccounts: ["210987654321"] },
    },
    expected: "proved",
  },
  {
    says: "across accounts both sides together are",
    question: {
      kind: "nothing",
      side: sideOf([{}], {
        policies: { resource: policyOf([{ Principal: { AWS: account }, Action: "sqs:SendMessage" }], "resource") },
      }),
      region: { actions: ["sqs:*"], resourceAccounts: ["210987654321"] },
    },
    expected: "refuted",
  },
  {
    says: "a resource policy that names the session passes by the boundary",
    question: {
      kind: "nothing",
      side: sideOf([deny({ Action: "iam:*" })], {
        policies: {
          boundary: policyOf([deny({ Action: "iam:*" })], "boundary"),
          resource: policyOf([{ Principal: { AWS: session }, Action: "s3:GetObject" }], "resource"),
        },
      }),
      region: { actions: ["s3:*"] },
    },
    expected: "refuted",
  },
  {
    says: "a trust policy decides who may assume a role",
    question: {
      kind: "nothing",
      side: sideOf([{}], {
        policies: { resource: policyOf([{ Principal: { AWS: user }, Action: "sts:AssumeRole" }], "trust") },
      }),
      region: { actions: ["sts:AssumeRole"] },
    },
    expected: "proved",
  },
  {
    says: "keys without a policy are out of reach",
    question: { kind: "nothing", side: everything, region: { actions: ["kms:Decrypt"] } },
    expected: "proved",
  },
  {
    says: "keys whose policy leaves the decision to the account are not",
    question: {
      kind: "nothing",
      side: everything,
      region: { actions: ["kms:Decrypt"], keyPolicies: "delegating" },
    },
    expected: "refuted",
  },
  {
    says: "the name of a user is put in for its variable",
    question: {
      kind: "nothing",
      side: sideOf([{ Action: "s3:GetObject", ...buckets("home/${aws:username}/*") }], { principal: user }),
      region: { resources: ["arn:aws:s3:::home/minb/*"] },
    },
    expected: "proved",
  },
  {
    says: "a variable without value is the same on both sides",
    question: {
      kind: "noMore",
      side: sideOf([{ Action: "s3:GetObject", ...buckets("home/${aws:SourceIdentity}/docs/*") }]),
      than: sideOf([{ Action: "s3:GetObject", ...buckets("home/${aws:SourceIdentity}/*") }]),
      region: {},
    },
    expected: "proved",
  },
  {
    says: "a variable without value may be anything",
    question: {
      kind: "noMore",
      side: sideOf([{ Action: "s3:GetObject", ...buckets("home/${aws:SourceIdentity}/*") }]),
      than: sideOf([{ Action: "s3:GetObject", ...buckets("home/bob/*") }]),
      region: {},
    },
    expected: "refuted",
  },
  {
    says: "a condition on a tag by another tag holds only when they agree",
    question: {
      kind: "noMore",
      side: sideOf([when("StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}")]),
      than: sideOf([when("StringEquals", "aws:ResourceTag/team", "blue")]),
      region: {},
    },
    expected: "refuted",
  },
  {
    says: "known tags of the principal settle it",
    question: {
      kind: "noMore",
      side: sideOf([when("StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}")], {
        facts: { principalTags: { team: "blue" } },
      }),
      than: sideOf([when("StringEquals", "aws:ResourceTag/team", "blue")]),
      region: {},
    },
    expected: "proved",
  },
  {
    says: "an administrator may do everything in its account",
    question: { kind: "everything", side: everything, region: { notActions: ["kms:*", "sts:*"] } },
    expected: "proved",
  },
  {
    says: "but for one action",
    question: {
      kind: "everything",
      side: sideOf([{}, deny({ Action: "iam:CreateUser" })]),
      region: { actions: ["iam:*"] },
    },
    expected: "refuted",
  },
  {
    says: "a list and its wildcard are equal when the catalogue has no more",
    question: {
      kind: "equal",
      side: sideOf([{ Action: ["s3:GetObject", "s3:PutObject"] }]),
      than: sideOf([{ Action: "s3:*Object" }]),
      region: {},
    },
    expected: "proved",
  },
  {
    says: "equality looks both ways",
    question: { kind: "equal", side: nothing, than: everything, region: {} },
    expected: "refuted",
  },
  {
    says: "an action that the catalogue does not know is asked about too",
    question: { kind: "nothing", side: everything, region: { actions: ["foo:Bar"] } },
    expected: "refuted",
  },
  {
    says: "an action that the catalogue does not know and nobody allows stays forbidden",
    question: { kind: "nothing", side: sideOf([{ Action: "s3:*" }]), region: { actions: ["foo:Bar"] } },
    expected: "proved",
  },
  {
    says: "a region without actions proves nothing",
    question: { kind: "nothing", side: everything, region: { actions: ["s33:*"] } },
    expected: "undecided",
  },
  {
    says: "many places that each lie in one of many others are no more than these",
    question: {
      kind: "noMore",
      side: sideOf([{ Action: "ec2:RunInstances", Resource: places.map((place) => `${place}x`) }]),
      than: sideOf([{ Action: "ec2:RunInstances", Resource: places.map((place) => `${place}*`) }]),
      region: {},
    },
    expected: "proved",
  },
  {
    says: "a place beside many others is found",
    question: {
      kind: "noMore",
      side: sideOf([{ Action: "ec2:RunInstances", Resource: "arn:aws:ec2:eu-*:*:instance/*" }]),
      than: sideOf([{ Action: "ec2:RunInstances", Resource: places.map((place) => `${place}*`) }]),
      region: {},
    },
    expected: "refuted",
  },
];
