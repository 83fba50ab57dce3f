import assert from "node:assert/strict";
import { test } from "node:test";
import { SimulateCustomPolicyCommand, type SimulateCustomPolicyCommandInput } from "@aws-sdk/client-iam";
import { allow, policyText, refused, testIam, userClient } from "../../testing/iam-for-tests.ts";

const alice = "arn:aws:iam::111111111111:user/alice";
const object = "arn:aws:s3:::data/a.txt";
const queue = "arn:aws:sqs:eu-west-1:222222222222:orders";
const deny = (action: string) => ({ Effect: "Deny", Action: action, Resource: "*" });
const open = policyText(allow("*"));

type Input = Partial<SimulateCustomPolicyCommandInput>;

const command = (input: Input) =>
  new SimulateCustomPolicyCommand({ PolicyInputList: [open], ActionNames: ["s3:GetObject"], ...input });

async function simulator(t: Parameters<typeof testIam>[0]) {
  const { iam } = await testIam(t);
  return async (input: Input) => {
    const { EvaluationResults: [result] = [] } = await iam.send(command(input));
    return result;
  };
}

test("an allow is answered with the statement that allows, its source and its place in the text", async (t) => {
  const simulate = await simulator(t);
  const document = `{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Effect": "Allow", "Action": "s3:*", "Resource": "*"\n  }]\n}`;
  assert.deepEqual(await simulate({ PolicyInputList: [policyText(allow("sqs:*")), document] }), {
    EvalActionName: "s3:GetObject",
    EvalResourceName: "arn:${Partition}:s3:::${BucketName}/${ObjectName}",
    EvalDecision: "allowed",
    MatchedStatements: [
      {
        SourcePolicyId: "PolicyInputList.2",
        SourcePolicyType: "none",
        StartPosition: { Line: 3, Column: 17 },
        EndPosition: { Line: 5, Column: 4 },
      },
    ],
    MissingContextValues: [],
  });
});

test("a deny is shown alone, and an implicit deny shows nothing", async (t) => {
  const simulate = await simulator(t);
  const denied = await simulate({ PolicyInputList: [open, policyText(deny("s3:*"))] });
  assert.deepEqual(
    [denied?.EvalDecision, denied?.MatchedStatements?.map(({ SourcePolicyId: id }) => id)],
    ["explicitDeny", ["PolicyInputList.2"]],
  );
  const silent = await simulate({ ActionNames: ["sqs:SendMessage"], PolicyInputList: [policyText(allow("s3:*"))] });
  assert.deepEqual([silent?.EvalDecision, silent?.MatchedStatements], ["implicitDeny", []]);
});

test("every action has one result with a result for every resource, and the strictest decision stands on top", async (t) => {
  const simulate = await simulator(t);
  const reads = { Effect: "Allow", Action: "s3:GetObject", Resource: object };
  const result = await simulate({
    PolicyInputList: [policyText(reads)],
    ResourceArns: [object, "arn:aws:s3:::other/a.txt"],
  });
  assert.equal(result?.EvalDecision, "implicitDeny");
  assert.deepEqual(
    result?.ResourceSpecificResults?.map((each) => [each.EvalResourceName, each.EvalResourceDecision]),
    [
      [object, "allowed"],
      ["arn:aws:s3:::other/a.txt", "implicitDeny"],
    ],
  );
  assert.equal(result?.ResourceSpecificResults?.[0]?.MatchedStatements?.length, 1);
});

test("context keys that nobody supplied are reported, those of service control policies are not", async (t) => {
  const simulate = await simulator(t);
  const conditioned = (keys: object) => policyText({ ...allow("s3:*"), Condition: { StringEquals: keys } });
  const PolicyInputList = [conditioned({ "aws:RequestTag/team": "blue", "aws:username": "alice" })];
  const levels = [{ ServiceControlPolicyInputList: [conditioned({ "aws:RequestedRegion": "eu-west-1" })] }];
  const nobody = await simulate({ PolicyInputList, OrderedOrganizationPolicyInputList: levels });
  assert.deepEqual(nobody?.MissingContextValues, ["aws:RequestTag/team", "aws:username"]);
  const named = await simulate({ PolicyInputList, CallerArn: alice, ResourceArns: [object] });
  assert.deepEqual(named?.ResourceSpecificResults?.[0]?.MissingContextValues, ["aws:RequestTag/team"]);
  const ContextEntries = [
    { ContextKeyName: "aws:requesttag/TEAM", ContextKeyType: "string" as const, ContextKeyValues: ["blue"] },
  ];
  const supplied = await simulate({ PolicyInputList, CallerArn: alice, ContextEntries });
  assert.deepEqual([supplied?.EvalDecision, supplied?.MissingContextValues], ["allowed", []]);
});

test("the boundary and the organization each say whether they allow", async (t) => {
  const simulate = await simulator(t);
  const scps = (...documents: string[]) => documents.map((document) => ({ ServiceControlPolicyInputList: [document] }));
  const bounded = await simulate({ PermissionsBoundaryPolicyInputList: [policyText(allow("sqs:*"))] });
  assert.equal(bounded?.EvalDecision, "implicitDeny");
  assert.deepEqual(bounded?.PermissionsBoundaryDecisionDetail, { AllowedByPermissionsBoundary: false });
  const denied = await simulate({ PermissionsBoundaryPolicyInputList: [policyText(allow("*"), deny("s3:*"))] });
  assert.deepEqual([denied?.EvalDecision, denied?.MatchedStatements], ["explicitDeny", []]);
  assert.deepEqual(denied?.PermissionsBoundaryDecisionDetail, { AllowedByPermissionsBoundary: false });
  const refusedByScp = await simulate({ OrderedOrganizationPolicyInputList: scps(open, policyText(allow("sqs:*"))) });
  assert.deepEqual(refusedByScp?.OrganizationsDecisionDetail, { AllowedByOrganizations: false });
  assert.equal(refusedByScp?.EvalDecision, "implicitDeny");
  const passed = await simulate({ OrderedOrganizationPolicyInputList: scps(open, open) });
  assert.deepEqual(
    [passed?.EvalDecision, passed?.OrganizationsDecisionDetail?.AllowedByOrganizations],
    ["allowed", true],
  );
});

test("across accounts both sides are told, inside one account neither", async (t) => {
  const simulate = await simulator(t);
  const input = { ActionNames: ["sqs:SendMessage"], ResourceArns: [queue], CallerArn: alice };
  const oneSide = await simulate(input);
  assert.deepEqual(oneSide?.EvalDecisionDetails, { "IAM Policy": "allowed", "Resource Policy": "implicitDeny" });
  assert.equal(oneSide?.EvalDecision, "implicitDeny");
  const ResourcePolicy = policyText({ ...allow("sqs:*"), Principal: { AWS: alice } });
  const bothSides = await simulate({ ...input, ResourcePolicy });
  assert.equal(bothSides?.EvalDecision, "allowed");
  assert.deepEqual(
    bothSides?.MatchedStatements?.map((matched) => [matched.SourcePolicyId, matched.SourcePolicyType]),
    [
      ["PolicyInputList.1", "none"],
      ["ResourcePolicy", "resource"],
    ],
  );
  const inside = await simulate({ ...input, CallerArn: "arn:aws:iam::222222222222:user/bob" });
  assert.deepEqual(inside?.EvalDecisionDetails ?? {}, {});
  const owned = await simulate({
    ResourceArns: [object],
    CallerArn: alice,
    ResourceOwner: "arn:aws:iam::222222222222:root",
  });
  assert.equal(owned?.EvalDecisionDetails?.["Resource Policy"], "implicitDeny");
});

test("results come in pages in the order of the actions", async (t) => {
  const { iam } = await testIam(t);
  const ActionNames = ["s3:PutObject", "s3:GetObject", "sqs:SendMessage"];
  const first = await iam.send(command({ ActionNames, MaxItems: 2 }));
  assert.deepEqual(
    first.EvaluationResults?.map(({ EvalActionName: name }) => name),
    ActionNames.slice(0, 2),
  );
  assert.equal(first.IsTruncated, true);
  const second = await iam.send(command({ ActionNames, MaxItems: 2, Marker: first.Marker }));
  assert.deepEqual([second.EvaluationResults?.length, second.IsTruncated], [1, false]);
});

const entry = (ContextKeyType: "numeric" | "boolean" | "ip" | "date" | "binary" | "string", ...values: string[]) => ({
  ContextEntries: [{ ContextKeyName: "aws:SomeKey", ContextKeyType, ContextKeyValues: values }],
});

const invalid: readonly (readonly [string, Input, string, RegExp])[] = [
  ["an action with a wildcard", { ActionNames: ["s3:Get*"] }, "InvalidInput", /Invalid action name: s3:Get\*/],
  ["a resource that is no ARN", { ResourceArns: ["data"] }, "InvalidInput", /^ResourceNames are not in a valid ARN/],
  ["an owner that is no account", { ResourceOwner: "111111111111" }, "InvalidInput", /not a valid as a Resource Owner/],
  [
    "a role session as caller",
    { CallerArn: "arn:aws:sts::111111111111:assumed-role/a/b" },
    "InvalidInput",
    /does not clearly define entity type and name\.$/,
  ],
  ["a resource policy without a caller", { ResourcePolicy: open }, "InvalidInput", /^CallerArn must be specified/],
  [
    "a trust policy",
    { ResourcePolicy: open, CallerArn: alice, ResourceArns: ["arn:aws:iam::111111111111:role/r"] },
    "InvalidInput",
    /not supported for IAM roles/,
  ],
  [
    "two boundaries",
    { PermissionsBoundaryPolicyInputList: [open, open] },
    "InvalidInput",
    /Only one|less than or equal/,
  ],
  ["text that is not JSON", { PolicyInputList: ["{"] }, "InvalidInput", /^PolicyInputList\.1: /],
  ["JSON that is no policy", { PolicyInputList: [open, "{}"] }, "PolicyEvaluation", /^PolicyInputList\.2: /],
  ["an unknown scenario", { ResourceHandlingOption: "EC2-Moon" }, "InvalidInput", /EC2-Moon/],
  ["a number that is none", entry("numeric", "x"), "InvalidInput", /not of type numeric/],
  ["a Boolean that is none", entry("boolean", "x"), "InvalidInput", /not of type boolean/],
  ["an address that is none", entry("ip", "x"), "InvalidInput", /not of type ip/],
  ["a date that is none", entry("date", "x"), "InvalidInput", /not of type date/],
  ["bytes that are none", entry("binary", "x"), "InvalidInput", /not of type binary/],
  ["two values for one", entry("string", "x", "y"), "InvalidInput", /takes one value/],
];

test("what cannot be simulated is refused", async (t) => {
  const { iam } = await testIam(t);
  for (const [what, input, code, message] of invalid)
    await t.test(`${what} is refused`, () => refused(iam.send(command(input)), code, message));
});

test("the scenarios AWS documents are accepted", async (t) => {
  const simulate = await simulator(t);
  const result = await simulate({ ActionNames: ["ec2:RunInstances"], ResourceHandlingOption: "EC2-VPC-EBS-Subnet" });
  assert.equal(result?.EvalDecision, "allowed");
});

test("simulating takes a permission", async (t) => {
  const plane = await testIam(t);
  const nobody = await userClient(plane, "nobody");
  await refused(nobody.send(command({})), "AccessDenied", /iam:SimulateCustomPolicy on resource: \*/, 403);
});
