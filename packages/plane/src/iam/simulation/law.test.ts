import assert from "node:assert/strict";
import { test } from "node:test";
import { SimulateCustomPolicyCommand, type SimulateCustomPolicyCommandInput } from "@aws-sdk/client-iam";
import { quotas } from "@castellan/catalog";
import { policyLimits } from "@castellan/policy";
import { allow, policyText, refused, testIam } from "../../testing/iam-for-tests.ts";

const alice = "arn:aws:iam::111111111111:user/alice";
const queues = ["a", "b"].map((name) => `arn:aws:sqs:eu-west-1:111111111111:${name}`);
const statement = (Effect: string, more: object) => ({ Effect, Action: "sqs:*", Resource: "*", ...more });
const tagged = { Condition: { StringEquals: { "aws:ResourceTag/team": "blue" } } };

type QuotaName = keyof typeof quotas;
type Input = Partial<SimulateCustomPolicyCommandInput>;

async function simulator(t: Parameters<typeof testIam>[0]) {
  const { iam } = await testIam(t);
  return async (input: Input) => {
    const command = new SimulateCustomPolicyCommand({
      PolicyInputList: [policyText(allow("sqs:*"))],
      ActionNames: ["sqs:SendMessage"],
      ...input,
    });
    return (await iam.send(command)).EvaluationResults ?? [];
  };
}

test("[9.1.4] a resource policy is applied to every resource", async (t) => {
  const simulate = await simulator(t);
  const ResourcePolicy = policyText(statement("Deny", { Principal: "*", Resource: queues[1] }), {
    ...statement("Allow", { Principal: { AWS: alice } }),
  });
  const PolicyInputList = [policyText(allow("s3:*"))];
  const [result] = await simulate({ CallerArn: alice, PolicyInputList, ResourceArns: queues, ResourcePolicy });
  assert.deepEqual(
    result?.ResourceSpecificResults?.map(({ EvalResourceDecision: decision }) => decision),
    ["allowed", "explicitDeny"],
  );
});

test("[9.1.5] levels of service control policies are all asked, and an action takes no wildcards", async (t) => {
  const simulate = await simulator(t);
  const level = (...statements: object[]) => ({ ServiceControlPolicyInputList: [policyText(...statements)] });
  const decisions = async (...levels: ReturnType<typeof level>[]) =>
    (await simulate({ OrderedOrganizationPolicyInputList: levels })).map(({ EvalDecision: decision }) => decision);
  assert.deepEqual(await decisions(level(allow("*")), level(allow("s3:*"))), ["implicitDeny"]);
  assert.deepEqual(await decisions(level(allow("*"), statement("Deny", {})), level(allow("*"))), ["explicitDeny"]);
  assert.deepEqual(await decisions(level(allow("*")), level(allow("sqs:*"))), ["allowed"]);
  await refused(simulate({ ActionNames: ["sqs:*"] }), "InvalidInput", /Invalid action name/);
});

test("[9.2.1] an action has one result, on `*` when no resource is named and with one for each when some are", async (t) => {
  const simulate = await simulator(t);
  const ActionNames = ["sqs:SendMessage", "sqs:ListQueues"];
  const plain = await simulate({ ActionNames });
  assert.deepEqual(
    plain.map(({ EvalActionName: name, ResourceSpecificResults: each }) => [name, each ?? []]),
    ActionNames.map((name) => [name, []]),
  );
  const [named] = await simulate({ ResourceArns: queues });
  assert.deepEqual(
    named?.ResourceSpecificResults?.map(({ EvalResourceName: name }) => name),
    queues,
  );
});

test("[9.2.2] a deny shows alone, and statements of service control policies are never listed", async (t) => {
  const simulate = await simulator(t);
  const PolicyInputList = [policyText(allow("sqs:*")), policyText(statement("Deny", {}))];
  const [denied] = await simulate({ PolicyInputList });
  assert.deepEqual(
    denied?.MatchedStatements?.map(({ SourcePolicyId: id }) => id),
    ["PolicyInputList.2"],
  );
  const levels = [{ ServiceControlPolicyInputList: [policyText(allow("*"), statement("Deny", {}))] }];
  const [bound] = await simulate({ OrderedOrganizationPolicyInputList: levels });
  assert.deepEqual([bound?.EvalDecision, bound?.MatchedStatements], ["explicitDeny", []]);
});

test("[9.2.3] missing keys are told once, without those of service control policies", async (t) => {
  const simulate = await simulator(t);
  const PolicyInputList = [policyText(statement("Allow", tagged), statement("Deny", tagged))];
  const levels = [{ ServiceControlPolicyInputList: [policyText({ ...statement("Deny", {}), ...region })] }];
  const [result] = await simulate({ PolicyInputList, OrderedOrganizationPolicyInputList: levels });
  assert.deepEqual(result?.MissingContextValues, ["aws:ResourceTag/team"]);
});

const region = { Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } };

test("[9.2.5] the sides of two accounts are told across accounts, and not when a service control policy denies", async (t) => {
  const simulate = await simulator(t);
  const foreign = { CallerArn: "arn:aws:iam::222222222222:user/bob", ResourceArns: [queues[0] ?? ""] };
  const [result] = await simulate(foreign);
  assert.deepEqual(result?.EvalDecisionDetails, { "IAM Policy": "allowed", "Resource Policy": "implicitDeny" });
  const levels = [{ ServiceControlPolicyInputList: [policyText(statement("Deny", {}))] }];
  const [bound] = await simulate({ ...foreign, OrderedOrganizationPolicyInputList: levels });
  assert.equal(bound?.EvalDecisionDetails, undefined);
});

/** AWS's quotas restated, under the fact they belong to. */
const counts: readonly (readonly [fact: string, values: readonly (readonly [QuotaName, number])[]])[] = [
  [
    "[1.8.1, 1.8.2] policies of IAM have their sizes",
    [
      ["iam.managedPolicySize", policyLimits.managedPolicy.maxCharacters],
      ["iam.userInlinePolicySize", policyLimits.userInlinePolicies.maxCharacters],
      ["iam.groupInlinePolicySize", policyLimits.groupInlinePolicies.maxCharacters],
      ["iam.roleInlinePolicySize", policyLimits.roleInlinePolicies.maxCharacters],
      ["iam.roleTrustPolicySize", policyLimits.trustPolicy.maxCharacters],
    ],
  ],
  [
    "[1.8.3, 1.8.4] a session has policies and tags",
    [
      ["sts.sessionPolicySize", policyLimits.sessionPolicy.maxCharacters],
      ["sts.managedPoliciesPerSession", 10],
      ["sts.sessionTags", 50],
      ["sts.sessionTagKeyLength", 128],
      ["sts.sessionTagValueLength", 256],
    ],
  ],
  [
    "[1.8.5, 1.8.6] an organization has control policies",
    [
      ["organizations.serviceControlPolicySize", policyLimits.serviceControlPolicy.maxCharacters],
      ["organizations.resourceControlPolicySize", policyLimits.resourceControlPolicy.maxCharacters],
      ["organizations.serviceControlPolicies", 10_000],
      ["organizations.resourceControlPolicies", 1_000],
      ["organizations.serviceControlPoliciesPerTarget", 10],
      ["organizations.serviceControlPoliciesPerTargetAtLeast", 1],
      ["organizations.organizationalUnitDepth", 5],
      ["organizations.delegationPolicySize", policyLimits.organizationsDelegationPolicy.maxCharacters],
    ],
  ],
  ["[1.8.7] an endpoint has a policy", [["vpc.endpointPolicySize", policyLimits.vpcEndpointPolicy.maxCharacters]]],
  [
    "[1.8.8] users, roles and groups have policies, policies versions",
    [
      ["iam.permissionsBoundariesPerPrincipal", 1],
      ["iam.managedPoliciesPerUser", 10],
      ["iam.managedPoliciesPerRole", 10],
      ["iam.managedPoliciesPerGroup", 10],
      ["iam.versionsPerPolicy", 5],
    ],
  ],
  [
    "[1.8.9] names and paths have lengths",
    [
      ["iam.userNameLength", 64],
      ["iam.roleNameLength", 64],
      ["sts.sessionNameLength", 64],
      ["iam.policyNameLength", 128],
      ["iam.groupNameLength", 128],
      ["iam.pathLength", 512],
      ["sts.externalIdLength", 1_224],
    ],
  ],
];

for (const [fact, values] of counts) {
  test(`${fact}, as many for the kernel as for the plane`, () => {
    for (const [name, value] of values) assert.equal(quotas[name].value, value, name);
  });
}
