import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteServiceLinkedRoleCommand,
  GetInstanceProfileCommand,
  GetRoleCommand,
  GetServiceLinkedRoleDeletionStatusCommand,
  ListAttachedRolePoliciesCommand,
  ListInstanceProfilesCommand,
  ListInstanceProfilesForRoleCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import { allow, ec2Trust, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const web = { InstanceProfileName: "Web" };

test("an instance profile is created, shown, listed and deleted", async (t) => {
  const { iam } = await testIam(t);
  const { InstanceProfile: created } = await iam.send(new CreateInstanceProfileCommand({ ...web, Path: "/ec2/" }));
  assert.deepEqual(
    [created?.Arn, created?.Roles, created?.Tags],
    [`arn:aws:iam::${testAccount}:instance-profile/ec2/Web`, [], undefined],
  );
  assert.match(created?.InstanceProfileId ?? "", /^AIPA[A-Z2-7]{17}$/);
  await refused(
    iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: "WEB" })),
    "EntityAlreadyExists",
    "Instance Profile WEB already exists.",
    409,
  );
  const { InstanceProfile: shown } = await iam.send(new GetInstanceProfileCommand({ InstanceProfileName: "web" }));
  assert.deepEqual([shown?.InstanceProfileName, shown?.Tags], ["Web", []]);
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: "api" }));
  const first = await iam.send(new ListInstanceProfilesCommand({ MaxItems: 1 }));
  assert.deepEqual(
    [first.InstanceProfiles?.map((profile) => profile.InstanceProfileName), first.IsTruncated],
    [["api"], true],
  );
  const under = await iam.send(new ListInstanceProfilesCommand({ PathPrefix: "/ec2/" }));
  assert.deepEqual(
    under.InstanceProfiles?.map((profile) => profile.InstanceProfileName),
    ["Web"],
  );
  await iam.send(new DeleteInstanceProfileCommand(web));
  await refused(
    iam.send(new GetInstanceProfileCommand(web)),
    "NoSuchEntity",
    "Instance Profile Web cannot be found.",
    404,
  );
});

test("an instance profile holds one role, and both hold on to each other", async (t) => {
  const { iam } = await testIam(t);
  const add = (RoleName: string) => iam.send(new AddRoleToInstanceProfileCommand({ ...web, RoleName }));
  await iam.send(new CreateInstanceProfileCommand(web));
  for (const RoleName of ["one", "two"])
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: ec2Trust }));
  await add("ONE");
  await refused(add("two"), "LimitExceeded", "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1", 409);
  await refused(add("three"), "NoSuchEntity", "The role with name three cannot be found.");
  const { InstanceProfiles: listed } = await iam.send(new ListInstanceProfilesForRoleCommand({ RoleName: "one" }));
  assert.deepEqual(
    listed?.map(({ Roles: roles }) => roles?.map((role) => role.RoleName)),
    [["one"]],
  );
  const first = "Cannot delete entity, must remove roles from instance profile first.";
  await refused(iam.send(new DeleteInstanceProfileCommand(web)), "DeleteConflict", first, 409);
  await refused(iam.send(new DeleteRoleCommand({ RoleName: "one" })), "DeleteConflict", first, 409);
  const other = iam.send(new RemoveRoleFromInstanceProfileCommand({ ...web, RoleName: "two" }));
  await refused(other, "NoSuchEntity", "Role two in Instance Profile Web cannot be found.", 404);
  await iam.send(new RemoveRoleFromInstanceProfileCommand({ ...web, RoleName: "one" }));
  await iam.send(new DeleteRoleCommand({ RoleName: "one" }));
});

test("who puts a role into an instance profile has to be allowed to pass the role", async (t) => {
  const plane = await testIam(t);
  await plane.iam.send(new CreateInstanceProfileCommand(web));
  for (const RoleName of ["mine", "theirs"])
    await plane.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: ec2Trust }));
  const pass = { Effect: "Allow", Action: "iam:PassRole", Resource: `arn:aws:iam::${testAccount}:role/mine` };
  const ann = await userClient(plane, "ann", allow("iam:AddRoleToInstanceProfile"), pass);
  const theirs = ann.send(new AddRoleToInstanceProfileCommand({ ...web, RoleName: "theirs" }));
  await refused(theirs, "AccessDenied", /iam:PassRole on resource: .*role\/theirs/, 403);
  await ann.send(new AddRoleToInstanceProfileCommand({ ...web, RoleName: "mine" }));
});

test("a service-linked role is created as its service makes it, and changed by nobody", async (t) => {
  const { iam } = await testIam(t);
  const { Role: created } = await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: "ecs.amazonaws.com" }));
  const RoleName = "AWSServiceRoleForECS";
  assert.equal(created?.Arn, `arn:aws:iam::${testAccount}:role/aws-service-role/ecs.amazonaws.com/${RoleName}`);
  const { AttachedPolicies: attached } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  assert.deepEqual(
    attached?.map((policy) => policy.PolicyArn),
    ["arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy"],
  );
  const words = `Cannot perform the operation on the protected role '${RoleName}' - this role is only modifiable by AWS`;
  await refused(iam.send(new DeleteRoleCommand({ RoleName })), "UnmodifiableEntity", words, 400);
  const taken = `Service role name ${RoleName} has been taken in this account, please try a different suffix.`;
  await refused(
    iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: "ecs.amazonaws.com" })),
    "InvalidInput",
    taken,
    400,
  );

  const { DeletionTaskId } = await iam.send(new DeleteServiceLinkedRoleCommand({ RoleName }));
  assert.match(
    DeletionTaskId ?? "",
    /^task\/aws-service-role\/ecs\.amazonaws\.com\/AWSServiceRoleForECS\/[0-9a-f-]{36}$/,
  );
  assert.equal((await iam.send(new GetServiceLinkedRoleDeletionStatusCommand({ DeletionTaskId }))).Status, "SUCCEEDED");
  await refused(iam.send(new GetRoleCommand({ RoleName })), "NoSuchEntity", /cannot be found/);
});

test("a suffix is given to service-linked roles that may have one", async (t) => {
  const { iam } = await testIam(t);
  const suffixed = (AWSServiceName: string) =>
    iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName, CustomSuffix: "Mine" }));
  assert.equal((await suffixed("autoscaling.amazonaws.com")).Role?.RoleName, "AWSServiceRoleForAutoScaling_Mine");
  await refused(
    suffixed("ecs.amazonaws.com"),
    "InvalidInput",
    "Custom suffix is not allowed for ecs.amazonaws.com",
    400,
  );
});
