import assert from "node:assert/strict";
import { test } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { compilePolicy, decide, parsePolicy, type RequestContext } from "@castellan/policy";
import { meansAnAction } from "../tasks/expand-task.ts";
import { guardrails } from "./guardrail-catalogue.ts";
import {
  controlPolicyDocument,
  controlPolicyName,
  longestControlPolicy,
  parseGuardrailPhrase,
} from "./guardrail-policy.ts";

const catalog = installedCatalog();
const wordsOf = (name: string): readonly string[] =>
  parseGuardrailPhrase(guardrails.find((one) => one.name === name)?.words?.example ?? name).words;
const documentOf = (name: string, words = wordsOf(name)): string =>
  controlPolicyDocument(guardrails.find((one) => one.name === name) ?? assert.fail(name), words);

const compiled = (document: string, id: string, kind: "scp" | "identity") => {
  const parsed = parsePolicy(document, { kind });
  assert.ok(parsed.kind === "policy", `${id}: ${JSON.stringify(parsed)}`);
  return compilePolicy(parsed.policy, id);
};
const full = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } });
const developer = "arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AdminAccess_0123456789abcdef/yu@example.com";
const keeper = "arn:aws:sts::222222222222:assumed-role/OrganizationAccountAccessRole/castellan";

function outcome(
  name: string,
  action: string,
  options: { resource?: string; context?: RequestContext; principal?: string } = {},
): string {
  const { resource = "*", context = {}, principal = developer } = options;
  const scps = [[compiled(full, "FullAWSAccess", "scp"), compiled(documentOf(name), name, "scp")]];
  const identity = [compiled(full, "AdministratorAccess", "identity")];
  return decide({
    principal,
    request: { action, resource, resourceAccount: "222222222222", context },
    policies: { identity, scps },
  }).outcome;
}

test("every guardrail is a service control policy that AWS accepts and that fits", () => {
  assert.ok(guardrails.length >= 8);
  for (const { name, doc, source } of guardrails) {
    compiled(documentOf(name), name, "scp");
    assert.ok(documentOf(name).length <= longestControlPolicy, name);
    assert.ok(doc.endsWith(".") && source !== "", name);
  }
});

test("every action in a guardrail is one that AWS has", () => {
  for (const guardrail of guardrails) {
    const { name } = guardrail;
    for (const { Action = [], NotAction = [] } of guardrail.statements(wordsOf(name))) {
      for (const action of [Action, NotAction].flat().filter((one) => one !== "*"))
        assert.ok(meansAnAction(action, catalog), `${name}: ${action}`);
    }
  }
});

test("a guardrail denies what its name says, to administrators too, and nothing beside it", () => {
  const denied: readonly (readonly [string, string, Parameters<typeof outcome>[2]?])[] = [
    ["no-leaving-organization", "organizations:LeaveOrganization"],
    ["no-trail-tampering", "cloudtrail:StopLogging"],
    ["no-disabling-detection", "guardduty:DeleteDetector"],
    ["no-iam-users", "iam:CreateUser"],
    ["no-root-keys", "iam:CreateAccessKey", { principal: "arn:aws:iam::222222222222:root" }],
    ["no-root-use", "s3:ListAllMyBuckets", { principal: "arn:aws:iam::222222222222:root" }],
    [
      "protect-castellan-roles",
      "iam:DeleteRole",
      { resource: "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole" },
    ],
    [
      "protect-castellan-roles",
      "iam:CreatePolicyVersion",
      { resource: "arn:aws:iam::222222222222:policy/castellan/edge" },
    ],
    ["no-account-instances", "sso:CreateInstance"],
    ["only-regions", "ec2:RunInstances", { context: { "aws:RequestedRegion": "eu-west-1" } }],
    [
      "no-expensive-instances",
      "ec2:RunInstances",
      {
        resource: "arn:aws:ec2:ap-northeast-2:222222222222:instance/*",
        context: { "ec2:InstanceType": "p5.48xlarge" },
      },
    ],
    ["no-expensive-instances", "rds:ModifyDBInstance", { context: { "rds:DatabaseClass": "db.r7g.16xlarge" } }],
    ["protect-public-access-blocks", "s3:PutBucketPublicAccessBlock"],
    ["require-tags", "sqs:CreateQueue", { context: { "aws:RequestTag/Owner": "yu" } }],
    ["require-tags", "ec2:RunInstances", { resource: "arn:aws:ec2:ap-northeast-2:222222222222:instance/*" }],
  ];
  for (const [name, action, options] of denied)
    assert.equal(outcome(name, action, options), "ExplicitDeny", `${name} ${action}`);
});

test("a guardrail leaves alone what it is not about", () => {
  const allowed: readonly (readonly [string, string, Parameters<typeof outcome>[2]?])[] = [
    ["no-trail-tampering", "cloudtrail:LookupEvents"],
    ["no-iam-users", "iam:CreateRole"],
    ["no-root-keys", "iam:CreateAccessKey"],
    ["no-root-use", "s3:ListAllMyBuckets"],
    ["protect-castellan-roles", "iam:DeleteRole", { resource: "arn:aws:iam::222222222222:role/app" }],
    [
      "protect-castellan-roles",
      "iam:CreatePolicyVersion",
      { resource: "arn:aws:iam::222222222222:policy/castellan/edge", principal: keeper },
    ],
    ["only-regions", "ec2:RunInstances", { context: { "aws:RequestedRegion": "ap-northeast-2" } }],
    ["only-regions", "iam:CreateRole", { context: { "aws:RequestedRegion": "us-east-1" } }],
    [
      "no-expensive-instances",
      "ec2:RunInstances",
      { resource: "arn:aws:ec2:ap-northeast-2:222222222222:instance/*", context: { "ec2:InstanceType": "t4g.small" } },
    ],
    ["no-expensive-instances", "rds:ModifyDBInstance"],
    [
      "require-tags",
      "sqs:CreateQueue",
      { context: { "aws:RequestTag/Owner": "yu", "aws:RequestTag/ExpiresOn": "2026-12-31" } },
    ],
    ["require-tags", "ec2:RunInstances", { resource: "arn:aws:ec2:ap-northeast-2::image/ami-1" }],
  ];
  for (const [name, action, options] of allowed)
    assert.equal(outcome(name, action, options), "Allowed", `${name} ${action}`);
});

test("the words of a guardrail are part of its policy's name", () => {
  assert.equal(controlPolicyName(parseGuardrailPhrase("require-tags  Owner aws:x")), "require-tags-Owner-aws-x");
});
