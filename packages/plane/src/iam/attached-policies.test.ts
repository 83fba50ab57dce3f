import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetPolicyCommand,
  type IAMClient,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListEntitiesForPolicyCommand,
  PutRolePermissionsBoundaryCommand,
} from "@aws-sdk/client-iam";
import { allow, ec2Trust, policyText, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const billing = "arn:aws:iam::aws:policy/job-function/Billing";

async function cast(iam: IAMClient): Promise<void> {
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  await iam.send(new CreateGroupCommand({ GroupName: "devs", Path: "/eng/" }));
  await iam.send(new CreateRoleCommand({ RoleName: "deploy", AssumeRolePolicyDocument: ec2Trust }));
}

test("policies are attached to users, groups and roles, listed and detached", async (t) => {
  const { iam } = await testIam(t);
  await cast(iam);
  const attached = [{ PolicyName: "ReadOnlyAccess", PolicyArn: readOnly }];
  await iam.send(new AttachUserPolicyCommand({ UserName: "ANN", PolicyArn: readOnly }));
  await iam.send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: readOnly }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: "devs", PolicyArn: readOnly }));
  await iam.send(new AttachRolePolicyCommand({ RoleName: "deploy", PolicyArn: readOnly }));
  assert.deepEqual(
    (await iam.send(new ListAttachedUserPoliciesCommand({ UserName: "ann" }))).AttachedPolicies,
    attached,
  );
  assert.deepEqual(
    (await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName: "devs" }))).AttachedPolicies,
    attached,
  );
  assert.deepEqual(
    (await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: "deploy" }))).AttachedPolicies,
    attached,
  );
  assert.equal((await iam.send(new GetPolicyCommand({ PolicyArn: readOnly }))).Policy?.AttachmentCount, 3);

  await iam.send(new DetachUserPolicyCommand({ UserName: "ann", PolicyArn: readOnly }));
  await iam.send(new DetachGroupPolicyCommand({ GroupName: "devs", PolicyArn: readOnly }));
  await iam.send(new DetachRolePolicyCommand({ RoleName: "deploy", PolicyArn: readOnly }));
  assert.equal((await iam.send(new GetPolicyCommand({ PolicyArn: readOnly }))).Policy?.AttachmentCount, 0);
  const again = iam.send(new DetachRolePolicyCommand({ RoleName: "deploy", PolicyArn: readOnly }));
  await refused(again, "NoSuchEntity", `Policy ${readOnly} was not found.`, 404);
});

test("attachments are listed by path and page", async (t) => {
  const { iam } = await testIam(t);
  await cast(iam);
  for (const PolicyArn of [readOnly, billing])
    await iam.send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn }));
  const names = ({
    AttachedPolicies: policies,
  }: {
    AttachedPolicies?: { PolicyName?: string | undefined }[] | undefined;
  }) => policies?.map((policy) => policy.PolicyName);
  assert.deepEqual(
    names(await iam.send(new ListAttachedUserPoliciesCommand({ UserName: "ann", PathPrefix: "/job-function/" }))),
    ["Billing"],
  );
  const first = await iam.send(new ListAttachedUserPoliciesCommand({ UserName: "ann", MaxItems: 1 }));
  assert.deepEqual([names(first), first.IsTruncated], [["Billing"], true]);
  const second = await iam.send(
    new ListAttachedUserPoliciesCommand({ UserName: "ann", MaxItems: 1, Marker: first.Marker }),
  );
  assert.deepEqual([names(second), second.IsTruncated], [["ReadOnlyAccess"], false]);
});

test("what cannot be attached is refused", async (t) => {
  const { iam } = await testIam(t);
  await cast(iam);
  const attach = (PolicyArn: string) => iam.send(new AttachRolePolicyCommand({ RoleName: "deploy", PolicyArn }));
  const none = `arn:aws:iam::${testAccount}:policy/none`;
  await refused(attach("longpolicynamebutnoarn"), "ValidationError", "ARN longpolicynamebutnoarn is not valid.", 400);
  await refused(attach(none), "NoSuchEntity", `Policy ${none} does not exist or is not attachable.`, 404);
  const linked = "arn:aws:iam::aws:policy/aws-service-role/AutoScalingServiceRolePolicy";
  await refused(attach(linked), "PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer Role.", 400);
});

test("ten policies are attached at most", async (t) => {
  const { iam } = await testIam(t);
  await cast(iam);
  const arns: string[] = [];
  for (let number = 0; number <= 10; number++) {
    const made = await iam.send(
      new CreatePolicyCommand({ PolicyName: `p${number}`, PolicyDocument: policyText(allow("s3:*")) }),
    );
    arns.push(made.Policy?.Arn ?? "");
  }
  for (const PolicyArn of arns.slice(0, 10))
    await iam.send(new AttachRolePolicyCommand({ RoleName: "deploy", PolicyArn }));
  const eleventh = iam.send(new AttachRolePolicyCommand({ RoleName: "deploy", PolicyArn: arns[10] }));
  await refused(eleventh, "LimitExceeded", "Cannot exceed quota for PoliciesPerRole: 10", 409);
});

test("who uses a policy is told by kind, path, use and page", async (t) => {
  const { iam } = await testIam(t);
  await cast(iam);
  await iam.send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: billing }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: "devs", PolicyArn: billing }));
  await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: "deploy", PermissionsBoundary: billing }));
  const users = async (input: object) => {
    const entities = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn: billing, ...input }));
    const { PolicyGroups: groups = [], PolicyUsers: people = [], PolicyRoles: roles = [] } = entities;
    return [
      ...groups.map((group) => group.GroupName),
      ...people.map((user) => user.UserName),
      ...roles.map((role) => role.RoleName),
    ];
  };
  assert.deepEqual(await users({}), ["devs", "ann", "deploy"]);
  assert.deepEqual(await users({ EntityFilter: "User" }), ["ann"]);
  assert.deepEqual(await users({ PathPrefix: "/eng/" }), ["devs"]);
  assert.deepEqual(await users({ PolicyUsageFilter: "PermissionsBoundary" }), ["deploy"]);
  const first = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn: billing, MaxItems: 2 }));
  assert.equal(first.IsTruncated, true);
  assert.deepEqual(await users({ Marker: first.Marker }), ["ann"]);
  const none = `arn:aws:iam::${testAccount}:policy/none`;
  await refused(
    iam.send(new ListEntitiesForPolicyCommand({ PolicyArn: none })),
    "NoSuchEntity",
    `Policy ${none} was not found.`,
  );
});

test("who may attach can be limited to certain policies", async (t) => {
  const plane = await testIam(t);
  await plane.iam.send(new CreateGroupCommand({ GroupName: "devs" }));
  const ann = await userClient(plane, "ann", {
    Effect: "Allow",
    Action: "iam:AttachGroupPolicy",
    Resource: "*",
    Condition: { ArnEquals: { "iam:PolicyARN": readOnly } },
  });
  await ann.send(new AttachGroupPolicyCommand({ GroupName: "devs", PolicyArn: readOnly }));
  await refused(
    ann.send(new AttachGroupPolicyCommand({ GroupName: "devs", PolicyArn: billing })),
    "AccessDenied",
    /iam:AttachGroupPolicy/,
    403,
  );
});
