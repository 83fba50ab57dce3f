import assert from "node:assert/strict";
import { test } from "node:test";
import { runCase } from "../case/run-case.ts";
import type { CaseValue, DecisionCase } from "../case/decision-case.ts";

type KeyRow = readonly [fact: string, key: string, operator: string, value: CaseValue, other: CaseValue];

/** Each global key with an operator of its type, a value, and a value it does not equal. */
const keys: readonly KeyRow[] = [
  ["[8.3]", "aws:PrincipalOrgID", "StringEquals", "o-1", "o-2"],
  ["[8.3]", "aws:PrincipalOrgPaths", "ForAnyValue:StringLike", ["o-1/r-1/ou-1/"], ["o-1/r-1/ou-2/"]],
  ["[8.4]", "aws:PrincipalTag/team", "StringEquals", "blue", "red"],
  ["[8.9]", "aws:AssumedRoot", "Bool", true, false],
  ["[8.10]", "aws:FederatedProvider", "StringEquals", "cognito-identity.amazonaws.com", "www.amazon.com"],
  ["[8.11]", "aws:TokenIssueTime", "DateEquals", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"],
  ["[8.12]", "aws:MultiFactorAuthAge", "NumericEquals", 300, 301],
  ["[8.12]", "aws:MultiFactorAuthPresent", "Bool", true, false],
  ["[8.13]", "aws:ChatbotSourceArn", "ArnLike", "arn:aws:chatbot::111111111111:chat-configuration/a/b", "none"],
  ["[8.14]", "aws:Ec2InstanceSourceVpc", "StringEquals", "vpc-1", "vpc-2"],
  ["[8.14]", "aws:Ec2InstanceSourcePrivateIPv4", "IpAddress", "10.0.0.1", "10.0.0.2"],
  ["[8.15]", "aws:SourceIdentity", "StringEquals", "alice", "bob"],
  ["[8.16]", "ec2:RoleDelivery", "NumericEquals", "2.0", "1.0"],
  [
    "[8.16]",
    "ec2:SourceInstanceArn",
    "ArnEquals",
    "arn:aws:ec2:eu-west-1:111111111111:instance/i-1",
    "arn:aws:ec2:::x",
  ],
  [
    "[8.17]",
    "lambda:SourceFunctionArn",
    "ArnEquals",
    "arn:aws:lambda:eu-west-1:111111111111:function:f",
    "arn:aws:lambda:::f",
  ],
  ["[8.17]", "identitystore:UserId", "StringEquals", "u-1", "u-2"],
  ["[8.18]", "aws:SourceIp", "IpAddress", "203.0.113.9", "198.51.100.9"],
  ["[8.19]", "aws:SourceVpc", "StringEquals", "vpc-1", "vpc-2"],
  ["[8.19]", "aws:SourceVpce", "StringEquals", "vpce-1", "vpce-2"],
  ["[8.19]", "aws:VpcSourceIp", "IpAddress", "10.0.0.1", "10.0.0.2"],
  ["[8.20]", "aws:SourceVpcArn", "ArnEquals", "arn:aws:ec2:eu-west-1:111111111111:vpc/vpc-1", "arn:aws:ec2:::x"],
  ["[8.21]", "aws:VpceAccount", "StringEquals", "111111111111", "222222222222"],
  ["[8.21]", "aws:VpceOrgID", "StringEquals", "o-1", "o-2"],
  ["[8.21]", "aws:VpceOrgPaths", "ForAnyValue:StringEquals", ["o-1/r-1/"], ["o-2/r-1/"]],
  ["[8.23]", "aws:ResourceOrgID", "StringEquals", "o-1", "o-2"],
  ["[8.23]", "aws:ResourceOrgPaths", "ForAllValues:StringEquals", ["o-1/r-1/"], ["o-2/r-1/"]],
  ["[8.24]", "aws:ResourceTag/team", "StringEquals", "blue", "red"],
  ["[8.25]", "aws:CalledVia", "ForAnyValue:StringEquals", ["athena.amazonaws.com"], ["glue.amazonaws.com"]],
  ["[8.25]", "aws:CalledViaFirst", "StringEquals", "athena.amazonaws.com", "glue.amazonaws.com"],
  ["[8.25]", "aws:CalledViaLast", "StringEquals", "athena.amazonaws.com", "glue.amazonaws.com"],
  ["[8.27]", "aws:ViaAWSMCPService", "Bool", true, false],
  ["[8.27]", "aws:CalledViaAWSMCP", "StringEquals", "a", "b"],
  ["[8.28]", "aws:CurrentTime", "DateEquals", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z"],
  ["[8.29]", "aws:EpochTime", "NumericEquals", 1_767_225_600, 1_767_225_601],
  ["[8.29]", "aws:EpochTime", "DateEquals", 1_767_225_600, 1_767_225_601],
  ["[8.30]", "aws:RequestedRegion", "StringEquals", "us-east-1", "eu-west-1"],
  ["[8.31]", "aws:RequestTag/team", "StringEquals", "blue", "red"],
  ["[8.31]", "aws:TagKeys", "ForAllValues:StringEquals", ["team"], ["cost"]],
  ["[8.32]", "aws:SecureTransport", "Bool", true, false],
  [
    "[8.33]",
    "aws:SourceArn",
    "ArnLike",
    "arn:aws:sns:eu-west-1:111111111111:t",
    "arn:aws:sns:eu-west-1:111111111111:u",
  ],
  ["[8.33]", "aws:SourceAccount", "StringEquals", "111111111111", "222222222222"],
  ["[8.33]", "aws:SourceOrgID", "StringEquals", "o-1", "o-2"],
  ["[8.33]", "aws:SourceOrgPaths", "ForAnyValue:StringEquals", ["o-1/r-1/"], ["o-2/r-1/"]],
  ["[8.34]", "aws:SourceOwner", "StringEquals", "111111111111", "222222222222"],
  ["[8.35]", "aws:referer", "StringEquals", "https://example.com/", "https://example.org/"],
  ["[8.35]", "aws:UserAgent", "StringLike", "aws-cli/2", "curl"],
];

/** Whether an identity policy allows an IAM user's request under a condition. */
function allows(
  operator: string,
  key: string,
  listed: CaseValue,
  context: Readonly<Record<string, CaseValue>>,
): boolean {
  const statement = { Effect: "Allow", Action: "*", Resource: "*", Condition: { [operator]: { [key]: listed } } };
  const decisionCase: DecisionCase = {
    id: key,
    principal: "arn:aws:iam::111111111111:user/alice",
    request: { action: "s3:GetObject", resource: "arn:aws:s3:::data/a.txt", context },
    policies: { identity: [{ Version: "2012-10-17", Statement: statement }] },
  };
  const result = runCase(decisionCase);
  assert.ok(result.kind === "decided", JSON.stringify(result));
  return result.decision === "Allowed";
}

for (const [fact, key, operator, value, other] of keys) {
  test(`${fact} ${key} compares with ${operator} when it is given, in any letter case of the key`, () => {
    assert.equal(allows(operator, key, value, { [key]: value }), true);
    assert.equal(allows(operator, key.toUpperCase(), value, { [key.toLowerCase()]: value }), true);
    assert.equal(allows(operator, key, value, { [key]: other }), false);
  });

  test(`${fact} ${key} is missing for an IAM user's plain request unless it is given`, () => {
    assert.equal(allows("Null", key, "true", {}), true);
    assert.equal(allows("Null", key, "false", { [key]: value }), true);
  });
}
