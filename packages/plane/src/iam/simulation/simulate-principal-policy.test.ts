import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { IAM, SimulatePrincipalPolicyCommand, type SimulatePrincipalPolicyCommandInput } from "@aws-sdk/client-iam";
import { allow, ec2Trust, policyText, refused, testIam, userClient } from "../../testing/iam-for-tests.ts";
import { testOrganization } from "../../testing/organization-for-tests.ts";
import { testAccount } from "../../testing/plane-for-tests.ts";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const arn = (name: string, accountId = testAccount) => `arn:aws:iam::${accountId}:${name}`;

type Input = Partial<SimulatePrincipalPolicyCommandInput>;

/** Alice may write objects by an inline policy, read by her group's managed policy and queue by her own. */
async function withAlice(t: TestContext) {
  const { clients } = await testIam(t);
  const iam = clients(IAM);
  await iam.createUser({ UserName: "alice", Tags: [{ Key: "team", Value: "blue" }] });
  await iam.createGroup({ GroupName: "readers" });
  await iam.addUserToGroup({ UserName: "alice", GroupName: "readers" });
  await iam.attachGroupPolicy({ GroupName: "readers", PolicyArn: readOnly });
  const PolicyDocument = policyText(allow("s3:PutObject"));
  await iam.putUserPolicy({ UserName: "alice", PolicyName: "write", PolicyDocument });
  const { Policy: queues } = await iam.createPolicy({
    PolicyName: "queues",
    PolicyDocument: policyText({ ...allow("sqs:*"), Condition: { Bool: { "aws:SecureTransport": "true" } } }),
  });
  await iam.attachUserPolicy({ UserName: "alice", PolicyArn: queues?.Arn });
  return { iam, clients, simulate: simulatorOf(iam) };
}

const simulatorOf =
  (iam: IAM) =>
  async (action: string, input: Input = {}) => {
    const { EvaluationResults: [result] = [] } = await iam.simulatePrincipalPolicy({
      PolicySourceArn: arn("user/alice"),
      ActionNames: [action],
      ...input,
    });
    return result;
  };

test("a user is simulated with its own policies and those of its groups, each named with its kind", async (t) => {
  const { simulate } = await withAlice(t);
  const sourceOf = async (action: string, input: Input = {}) => {
    const [matched] = (await simulate(action, input))?.MatchedStatements ?? [];
    return [matched?.SourcePolicyId, matched?.SourcePolicyType];
  };
  const secure = [
    { ContextKeyName: "aws:SecureTransport", ContextKeyType: "boolean" as const, ContextKeyValues: ["true"] },
  ];
  assert.deepEqual(await sourceOf("s3:PutObject"), ["user_alice_write", "user"]);
  assert.deepEqual(await sourceOf("s3:GetObject"), ["ReadOnlyAccess", "aws-managed"]);
  assert.deepEqual(await sourceOf("sqs:SendMessage", { ContextEntries: secure }), ["queues", "user-managed"]);
  assert.deepEqual((await simulate("sqs:SendMessage"))?.MissingContextValues?.includes("aws:SecureTransport"), true);
  const PolicyInputList = [policyText(allow("kms:ListKeys"))];
  assert.deepEqual(await sourceOf("kms:CreateKey", { PolicyInputList: [policyText(allow("kms:*"))] }), [
    "PolicyInputList.1",
    "none",
  ]);
  assert.equal((await simulate("kms:CreateKey", { PolicyInputList }))?.EvalDecision, "implicitDeny");
});

test("a user's name and tags are known without being supplied", async (t) => {
  const { simulate } = await withAlice(t);
  const own = {
    Effect: "Allow",
    Action: "kms:CreateKey",
    Resource: "*",
    Condition: { StringEquals: { "aws:username": "alice", "aws:PrincipalTag/team": "blue" } },
  };
  assert.equal((await simulate("kms:CreateKey", { PolicyInputList: [policyText(own)] }))?.EvalDecision, "allowed");
  const CallerArn = arn("user/bob");
  const bob = await simulate("kms:CreateKey", { PolicyInputList: [policyText(own)], CallerArn });
  assert.equal(bob?.EvalDecision, "implicitDeny");
});

test("groups and roles are simulated with what is attached to them", async (t) => {
  const { iam, simulate } = await withAlice(t);
  const group = await simulate("s3:GetObject", { PolicySourceArn: arn("group/readers") });
  assert.equal(group?.EvalDecision, "allowed");
  const silent = await simulate("s3:PutObject", { PolicySourceArn: arn("group/readers") });
  assert.equal(silent?.EvalDecision, "implicitDeny");
  await iam.createRole({ RoleName: "worker", Path: "/jobs/", AssumeRolePolicyDocument: ec2Trust });
  await iam.putRolePolicy({ RoleName: "worker", PolicyName: "work", PolicyDocument: policyText(allow("sqs:*")) });
  const role = await simulate("sqs:SendMessage", { PolicySourceArn: arn("role/jobs/worker") });
  assert.deepEqual(
    role?.MatchedStatements?.map((matched) => [matched.SourcePolicyId, matched.SourcePolicyType]),
    [["role_worker_work", "role"]],
  );
});

test("the boundary in force counts until another is given or it is left out", async (t) => {
  const { iam, simulate } = await withAlice(t);
  await iam.putUserPermissionsBoundary({ UserName: "alice", PermissionsBoundary: readOnly });
  const bounded = await simulate("s3:PutObject");
  assert.equal(bounded?.EvalDecision, "implicitDeny");
  assert.deepEqual(bounded?.PermissionsBoundaryDecisionDetail, { AllowedByPermissionsBoundary: false });
  const wide = await simulate("s3:PutObject", { PermissionsBoundaryPolicyInputList: [policyText(allow("*"))] });
  assert.deepEqual(
    [wide?.EvalDecision, wide?.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary],
    ["allowed", true],
  );
  const without = await simulate("s3:PutObject", { PolicyExclusionList: [{ PolicyType: "permission-boundary" }] });
  assert.deepEqual([without?.EvalDecision, without?.PermissionsBoundaryDecisionDetail], ["allowed", undefined]);
});

test("policies are left out by type, by ARN and by the name of an inline policy", async (t) => {
  const { simulate } = await withAlice(t);
  const decided = async (action: string, PolicyExclusionList: NonNullable<Input["PolicyExclusionList"]>) =>
    (await simulate(action, { PolicyExclusionList }))?.EvalDecision;
  const inline = (AttachmentName: string, PolicyName = "write") => [
    { InlinePolicyIdentifier: { PolicyName, AttachmentType: "user" as const, AttachmentName } },
  ];
  assert.equal(await decided("s3:PutObject", [{ PolicyType: "inline" }]), "implicitDeny");
  assert.equal(await decided("s3:PutObject", inline("alice")), "implicitDeny");
  assert.equal(await decided("s3:PutObject", inline("bob")), "allowed");
  assert.equal(await decided("s3:GetObject", [{ PolicyType: "aws-managed" }]), "implicitDeny");
  assert.equal(await decided("s3:GetObject", [{ PolicyType: "rcp" }]), "allowed");
  assert.equal(await decided("s3:GetObject", [{ PolicyArn: "arn:aws:iam::aws:policy/Read*" }]), "implicitDeny");
  await refused(decided("s3:GetObject", [{ PolicyArn: "arn:aws:iam::*:policy/Read" }]), "InvalidInput", /identifier/);
});

test("service control policies of the principal's account count, in a member account", async (t) => {
  const organization = await testOrganization(t);
  const { organizations, enable, createAccount, createPolicy, createUser, clients } = organization;
  await enable();
  const member = await createAccount("member");
  const PolicyId = await createPolicy("no-queues", { Effect: "Deny", Action: "sqs:*", Resource: "*" });
  await organizations.attachPolicy({ PolicyId, TargetId: member });
  await createUser("alice", [allow("*")], member);
  const simulate = simulatorOf(clients(IAM, { accountId: member }));
  const PolicySourceArn = arn("user/alice", member);
  const denied = await simulate("sqs:SendMessage", { PolicySourceArn });
  assert.deepEqual([denied?.EvalDecision, denied?.MatchedStatements], ["explicitDeny", []]);
  assert.deepEqual(denied?.OrganizationsDecisionDetail, { AllowedByOrganizations: false });
  const other = await simulate("s3:GetObject", { PolicySourceArn });
  assert.deepEqual(
    [other?.EvalDecision, other?.OrganizationsDecisionDetail?.AllowedByOrganizations],
    ["allowed", true],
  );
  const PolicyExclusionList = [{ PolicyType: "scp" as const }];
  assert.equal((await simulate("sqs:SendMessage", { PolicySourceArn, PolicyExclusionList }))?.EvalDecision, "allowed");
});

test("a resource policy is simulated for the user, and for roles only with a caller", async (t) => {
  const { iam, simulate } = await withAlice(t);
  const ResourcePolicy = policyText({ ...allow("sns:Publish"), Principal: { AWS: arn("user/alice") } });
  const ResourceArns = [`arn:aws:sns:eu-west-1:${testAccount}:news`];
  assert.equal((await simulate("sns:Publish", { ResourcePolicy, ResourceArns }))?.EvalDecision, "allowed");
  await iam.createRole({ RoleName: "worker", AssumeRolePolicyDocument: ec2Trust });
  const PolicySourceArn = arn("role/worker");
  const call = simulate("sns:Publish", { ResourcePolicy, ResourceArns, PolicySourceArn });
  await refused(call, "InvalidInput", /^CallerArn must be specified/);
});

test("principals that do not exist, and texts that name none, are refused", async (t) => {
  const { simulate } = await withAlice(t);
  const source = (PolicySourceArn: string) => simulate("s3:GetObject", { PolicySourceArn });
  await refused(source(arn("user/bob")), "NoSuchEntity", "The user with name bob cannot be found.", 404);
  await refused(source(arn("group/none")), "NoSuchEntity", "The group with name none cannot be found.", 404);
  await refused(source(arn("role/worker", "999999999999")), "NoSuchEntity", /cannot be found/, 404);
  await refused(source("arn:aws:sts::111122223333:assumed-role/a/b"), "InvalidInput", /does not clearly define/);
});

test("asking about a principal takes a permission on it", async (t) => {
  const plane = await testIam(t);
  const PolicySourceArn = arn("user/nobody");
  const nobody = await userClient(plane, "nobody");
  const call = nobody.send(new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames: ["s3:GetObject"] }));
  await refused(call, "AccessDenied", new RegExp(`iam:SimulatePrincipalPolicy on resource: ${PolicySourceArn}`), 403);
});
