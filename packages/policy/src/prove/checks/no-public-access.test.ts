import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CheckedResourceType } from "./checked-resource-types.ts";
import { noPublicAccess } from "./no-public-access.ts";
import { alice, policyOf, prover, read, readers, resultOf, type Short, when } from "./testing/check-case.ts";

interface PublicAccess {
  readonly says: string;
  readonly type?: CheckedResourceType;
  readonly policy: readonly Short[];
  readonly expected: string;
}

const everybody = readers("*");

const publicAccess: readonly PublicAccess[] = [
  { says: "a user is not everybody", policy: [readers(alice)], expected: "pass" },
  { says: "everybody is", policy: [everybody], expected: "0" },
  { says: "the bare star is", policy: [readers(alice), { ...read, Principal: "*" }], expected: "1" },
  { says: "all but one are", policy: [{ ...read, NotPrincipal: { AWS: alice } }], expected: "0" },
  {
    says: "who does not sign is, as is who does",
    policy: [
      { ...everybody, ...when("StringEquals", "aws:PrincipalType", "Anonymous") },
      { ...everybody, ...when("StringEquals", "aws:PrincipalType", "User") },
    ],
    expected: "0,1",
  },
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
    says: "an organization is not, however it is spelled",
    policy: [{ ...everybody, ...when("StringEqualsIgnoreCase", "aws:PrincipalOrgID", "O-1") }],
    expected: "pass",
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
    policy: [
      { Action: "sqs:*", Principal: "*", ...when("StringLike", "aws:SourceArn", "arn:aws:sns:*:111122223333:*") },
    ],
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
    says: "who comes over a mount target is not",
    type: "AWS::EFS::FileSystem",
    policy: [
      {
        Action: "elasticfilesystem:ClientMount",
        Principal: { AWS: "*" },
        ...when("Bool", "elasticfilesystem:AccessedViaMountTarget", "true"),
      },
    ],
    expected: "pass",
  },
  {
    says: "the account that owns a key or a topic is not",
    policy: [
      { ...everybody, ...when("StringEquals", "kms:CallerAccount", "111122223333") },
      { ...everybody, ...when("StringEquals", "AWS:SourceOwner", "111122223333") },
    ],
    expected: "pass",
  },
  {
    says: "the sessions of a role by its id are not, sessions by their name are",
    policy: [
      { ...everybody, ...when("StringLike", "aws:userid", "AROAEXAMPLEEXAMPLE123:*") },
      { ...everybody, ...when("StringLike", "aws:userid", "*:deploy") },
    ],
    expected: "1",
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
    says: "an API in the short form of its resources is, behind an endpoint it is not",
    type: "AWS::ApiGateway::RestApi",
    policy: [
      { Action: "execute-api:Invoke", Principal: "*", Resource: "execute-api:/*" },
      {
        Action: "execute-api:Invoke",
        Principal: "*",
        Resource: "execute-api:/*",
        ...when("StringEquals", "aws:SourceVpce", "vpce-1a2b3c4d"),
      },
    ],
    expected: "0",
  },
  {
    says: "another form of a resource is not passed over",
    policy: [{ ...everybody, Resource: "my-bucket" }],
    expected: "0?",
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
