import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteUserPermissionsBoundaryCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetUserCommand,
  ListUsersCommand,
  PutRolePermissionsBoundaryCommand,
  PutUserPermissionsBoundaryCommand,
} from "@aws-sdk/client-iam";
import { allow, ec2Trust, refused, testIam, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const boundary = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
const described = { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: boundary };

test("a boundary limits what a user may do until it is taken away", async (t) => {
  const plane = await testIam(t);
  const ann = await userClient(plane, "ann", allow("iam:ListUsers"));
  await plane.iam.send(new PutUserPermissionsBoundaryCommand({ UserName: "ann", PermissionsBoundary: boundary }));
  const words = /because no permissions boundary allows the iam:ListUsers action$/;
  await refused(ann.send(new ListUsersCommand({})), "AccessDenied", words, 403);
  const { User: bounded } = await plane.iam.send(new GetUserCommand({ UserName: "ann" }));
  assert.deepEqual(bounded?.PermissionsBoundary, described);
  await plane.iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName: "ann" }));
  await ann.send(new ListUsersCommand({}));
  const { User: free } = await plane.iam.send(new GetUserCommand({ UserName: "ann" }));
  assert.equal(free?.PermissionsBoundary, undefined);
});

test("a boundary of a role is shown and counted until it is taken away", async (t) => {
  const { iam } = await testIam(t);
  const boundaryOf = async () => (await iam.send(new GetRoleCommand({ RoleName: "r" }))).Role?.PermissionsBoundary;
  const useOf = async () => (await iam.send(new GetPolicyCommand({ PolicyArn: boundary }))).Policy;
  await iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust }));
  await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: "R", PermissionsBoundary: boundary }));
  assert.deepEqual(await boundaryOf(), described);
  const used = await useOf();
  assert.deepEqual([used?.PermissionsBoundaryUsageCount, used?.AttachmentCount], [1, 0]);
  await iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: "r" }));
  assert.equal(await boundaryOf(), undefined);
  assert.equal((await useOf())?.PermissionsBoundaryUsageCount, 0);
});

test("a boundary has to be a managed policy of AWS or the account", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "ann" }));
  const put = (PermissionsBoundary: string) =>
    iam.send(new PutUserPermissionsBoundaryCommand({ UserName: "ann", PermissionsBoundary }));
  const none = `arn:aws:iam::${testAccount}:policy/none`;
  const other = `arn:aws:iam::${testAccount}:group/none`;
  await refused(put(other), "InvalidInput", `ARN ${other} is not valid.`, 400);
  await refused(put(none), "NoSuchEntity", `Scope ARN: ${none} does not exist or is not attachable.`, 404);
  const role = iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: "none", PermissionsBoundary: boundary }));
  await refused(role, "NoSuchEntity", "The role with name none cannot be found.", 404);
});
