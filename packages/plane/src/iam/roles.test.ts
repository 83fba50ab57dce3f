import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
  UpdateRoleDescriptionCommand,
} from "@aws-sdk/client-iam";
import { allow, ec2Trust, policyText, refused, testIam, trustText, userClient } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";
import { createRoleRecord, deleteRoleRecord, findRole } from "./role-record.ts";

const protectedPath = "/aws-reserved/sso.amazonaws.com/";

test("a role is created, shown, listed, updated and deleted", async (t) => {
  const { iam } = await testIam(t);
  const input = {
    RoleName: "Deploy",
    Path: "/ci/",
    AssumeRolePolicyDocument: ec2Trust,
    Description: "deploys",
    MaxSessionDuration: 7200,
  };
  const { Role: created } = await iam.send(new CreateRoleCommand({ ...input, Tags: [{ Key: "team", Value: "ci" }] }));
  assert.equal(created?.Arn, `arn:aws:iam::${testAccount}:role/ci/Deploy`);
  assert.match(created?.RoleId ?? "", /^AROA[A-Z2-7]{17}$/);
  assert.deepEqual(
    [created?.Description, created?.MaxSessionDuration, created?.Tags],
    [undefined, undefined, [{ Key: "team", Value: "ci" }]],
  );

  const { Role: shown } = await iam.send(new GetRoleCommand({ RoleName: "deploy" }));
  assert.equal(decodeURIComponent(shown?.AssumeRolePolicyDocument ?? ""), ec2Trust);
  assert.deepEqual([shown?.Description, shown?.MaxSessionDuration, shown?.RoleLastUsed], ["deploys", 7200, {}]);
  const { Roles: listed } = await iam.send(new ListRolesCommand({ PathPrefix: "/ci/" }));
  assert.deepEqual(
    listed?.map(({ RoleName, Tags, RoleLastUsed }) => [RoleName, Tags, RoleLastUsed]),
    [["Deploy", undefined, undefined]],
  );

  await iam.send(new UpdateRoleCommand({ RoleName: "Deploy", MaxSessionDuration: 3600 }));
  const { Role: described } = await iam.send(
    new UpdateRoleDescriptionCommand({ RoleName: "Deploy", Description: "ships" }),
  );
  assert.equal(described?.Description, "ships");
  const { Role: updated } = await iam.send(new GetRoleCommand({ RoleName: "Deploy" }));
  assert.deepEqual([updated?.Description, updated?.MaxSessionDuration], ["ships", 3600]);

  await iam.send(new DeleteRoleCommand({ RoleName: "Deploy" }));
  await refused(
    iam.send(new GetRoleCommand({ RoleName: "Deploy" })),
    "NoSuchEntity",
    "The role with name Deploy cannot be found.",
    404,
  );
});

test("policy documents are percent-encoded after RFC 3986", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust }));
  const condition = { StringLike: { "aws:UserAgent": "it's (me)!" } };
  const document = policyText({ Effect: "Allow", Action: "s3:Get*", Resource: "*", Condition: condition });
  await iam.send(new PutRolePolicyCommand({ RoleName: "r", PolicyName: "p", PolicyDocument: document }));
  const { PolicyDocument: encoded = "" } = await iam.send(new GetRolePolicyCommand({ RoleName: "r", PolicyName: "p" }));
  assert.match(encoded, /s3%3AGet%2A%22.*it%27s%20%28me%29%21%22/);
  assert.equal(decodeURIComponent(encoded), document);
});

test("role names are unique without regard to letter case", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateRoleCommand({ RoleName: "Deploy", AssumeRolePolicyDocument: ec2Trust }));
  const again = iam.send(new CreateRoleCommand({ RoleName: "DEPLOY", AssumeRolePolicyDocument: ec2Trust }));
  await refused(again, "EntityAlreadyExists", "Role with name DEPLOY already exists.", 409);
});

test("a role that policies hang on is not deleted", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust }));
  await iam.send(
    new PutRolePolicyCommand({ RoleName: "r", PolicyName: "p", PolicyDocument: policyText(allow("s3:*")) }),
  );
  const remove = () => iam.send(new DeleteRoleCommand({ RoleName: "r" }));
  await refused(remove(), "DeleteConflict", "Cannot delete entity, must delete policies first.", 409);
  await iam.send(new DeleteRolePolicyCommand({ RoleName: "r", PolicyName: "p" }));
  await iam.send(new AttachRolePolicyCommand({ RoleName: "r", PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
  await refused(remove(), "DeleteConflict", "Cannot delete entity, must detach all policies first.", 409);
});

test("a trust policy is refused in AWS's words", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust }));
  const update = (document: string) =>
    iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: "r", PolicyDocument: document }));
  await refused(update("no json"), "MalformedPolicyDocument", "This policy contains invalid Json", 400);
  const s3 = policyText({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "s3:GetObject" });
  await refused(update(s3), "MalformedPolicyDocument", "AssumeRole policy may only specify STS AssumeRole actions.");
  const resource = policyText({
    Effect: "Allow",
    Principal: { Service: "ec2.amazonaws.com" },
    Action: "sts:AssumeRole",
    Resource: "*",
  });
  await refused(update(resource), "MalformedPolicyDocument", "Has prohibited field Resource");
  const long = trustText({ Service: Array.from({ length: 99 }, (_, number) => `service-${number}.amazonaws.com`) });
  await refused(update(long), "LimitExceeded", "Cannot exceed quota for ACLSizePerRole: 2048", 409);
});

test("a trust policy may name those principals of the plane that exist", async (t) => {
  const { iam } = await testIam(t);
  await iam.send(new CreateUserCommand({ UserName: "Ann", Path: "/team/" }));
  await iam.send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust }));
  const trust = (arn: string) =>
    iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: "r", PolicyDocument: trustText({ AWS: arn }) }));
  const here = `arn:aws:iam::${testAccount}`;
  for (const arn of [
    `${here}:root`,
    testAccount,
    `${here}:user/team/Ann`,
    `${here}:role/r`,
    `arn:aws:sts::${testAccount}:assumed-role/r/me`,
  ]) {
    await trust(arn);
  }
  await trust("arn:aws:iam::999988887777:user/somebody-elsewhere");
  for (const arn of [
    `${here}:user/Ann`,
    `${here}:user/team/ann`,
    `${here}:role/none`,
    `arn:aws:sts::${testAccount}:assumed-role/none/me`,
  ]) {
    await refused(trust(arn), "MalformedPolicyDocument", `Invalid principal in policy: "AWS":"${arn}"`, 400);
  }
});

test("a permissions boundary has to be a managed policy that exists", async (t) => {
  const { iam } = await testIam(t);
  const create = (boundary: string) =>
    iam.send(
      new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: ec2Trust, PermissionsBoundary: boundary }),
    );
  const none = `arn:aws:iam::${testAccount}:policy/none`;
  await refused(
    create(`arn:aws:iam::${testAccount}:thing/none`),
    "InvalidInput",
    `ARN arn:aws:iam::${testAccount}:thing/none is not valid.`,
    400,
  );
  await refused(create(none), "NoSuchEntity", `Scope ARN: ${none} does not exist or is not attachable.`, 404);
});

test("paths of AWS's own roles are refused", async (t) => {
  const { iam } = await testIam(t);
  const at = (path: string) =>
    iam.send(new CreateRoleCommand({ RoleName: "r", Path: path, AssumeRolePolicyDocument: ec2Trust }));
  await refused(
    at("/aws-service-role/ecs.amazonaws.com/"),
    "InvalidInput",
    "Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles",
  );
  await refused(at(protectedPath), "InvalidInput", /'\/aws-reserved\/'/);
});

test("nobody but the plane changes a protected role", async (t) => {
  const { iam, plane } = await testIam(t);
  const roleName = "AWSReservedSSO_Admin_0123456789abcdef";
  const origin = {
    service: "castellan",
    operation: "Provision",
    caller: { kind: "plane", accountId: testAccount, arn: "castellan", userId: "castellan" },
  } as const;
  await plane.core.transact(origin, {}, ({ tx, now }) =>
    createRoleRecord(tx, now, {
      accountId: testAccount,
      roleName,
      path: protectedPath,
      assumeRolePolicyDocument: ec2Trust,
    }),
  );
  const words = `Cannot perform the operation on the protected role '${roleName}' - this role is only modifiable by AWS`;
  const calls = [
    new UpdateRoleCommand({ RoleName: roleName, MaxSessionDuration: 7200 }),
    new UpdateAssumeRolePolicyCommand({ RoleName: roleName, PolicyDocument: ec2Trust }),
    new AttachRolePolicyCommand({ RoleName: roleName, PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
    new PutRolePolicyCommand({ RoleName: roleName, PolicyName: "p", PolicyDocument: policyText(allow("s3:*")) }),
    new TagRoleCommand({ RoleName: roleName, Tags: [{ Key: "a", Value: "b" }] }),
    new DeleteRoleCommand({ RoleName: roleName }),
  ];
  for (const call of calls) await refused(iam.send(call as UpdateRoleCommand), "UnmodifiableEntity", words, 400);
  await plane.core.transact(origin, {}, ({ tx }) => {
    const role = findRole(tx, testAccount, roleName);
    assert.ok(role);
    deleteRoleRecord(tx, role);
  });
  await refused(iam.send(new GetRoleCommand({ RoleName: roleName })), "NoSuchEntity", /cannot be found/);
});

test("a boundary of a role decides who may change the role", async (t) => {
  const plane = await testIam(t);
  const boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  const condition = { StringEquals: { "iam:PermissionsBoundary": boundary } };
  const ann = await userClient(plane, "Ann", {
    Effect: "Allow",
    Action: ["iam:CreateRole", "iam:PutRolePolicy"],
    Resource: "*",
    Condition: condition,
  });
  const put = (role: string) =>
    ann.send(new PutRolePolicyCommand({ RoleName: role, PolicyName: "p", PolicyDocument: policyText(allow("s3:*")) }));
  await ann.send(
    new CreateRoleCommand({ RoleName: "bounded", AssumeRolePolicyDocument: ec2Trust, PermissionsBoundary: boundary }),
  );
  await plane.iam.send(new CreateRoleCommand({ RoleName: "free", AssumeRolePolicyDocument: ec2Trust }));
  await put("bounded");
  await refused(put("free"), "AccessDenied", /iam:PutRolePolicy/, 403);
});
