import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  GetRoleCommand,
  IAMClient,
  UpdateUserCommand,
} from "@aws-sdk/client-iam";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { testAccount, testPlane } from "../testing/plane-for-tests.ts";

const arn = (name: string) => `arn:aws:iam::${testAccount}:user/${name}`;

/** A plane with the user ada, and a role that trusts her by name. */
async function trustingPlane() {
  const { clients } = await testPlane();
  const iam = clients(IAMClient);
  const { User } = await iam.send(new CreateUserCommand({ UserName: "ada" }));
  const Condition = { StringNotEquals: { "aws:PrincipalArn": arn("ada") } };
  const Statement = [
    { Effect: "Allow", Principal: { AWS: [arn("ada"), testAccount] }, Action: "sts:AssumeRole" },
    { Effect: "Deny", Principal: { AWS: "*" }, Action: "sts:TagSession", Condition },
  ];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
  await iam.send(new CreateRoleCommand({ RoleName: "worker", AssumeRolePolicyDocument }));
  const trust = async () => {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: "worker" }));
    return decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
  };
  const assumeAs = async (UserName: string) => {
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    const credentials = {
      accessKeyId: AccessKey?.AccessKeyId ?? "",
      secretAccessKey: AccessKey?.SecretAccessKey ?? "",
    };
    const RoleArn = `arn:aws:iam::${testAccount}:role/worker`;
    const call = clients(STSClient, { credentials }).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "shift" }));
    const outcome = await call.then(
      () => "assumed",
      (error: Error) => error.name,
    );
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: AccessKey?.AccessKeyId }));
    return outcome;
  };
  return { iam, userId: User?.UserId ?? "", trust, assumeAs };
}

describe("a trust policy that names a user", () => {
  it("does not trust another user who gets the name later", async () => {
    const { iam, userId, trust, assumeAs } = await trustingPlane();
    assert.equal(await assumeAs("ada"), "assumed");
    await iam.send(new DeleteUserCommand({ UserName: "ada" }));
    const left = JSON.parse(await trust()) as { Statement: { Principal: unknown; Condition?: unknown }[] };
    assert.deepEqual(left.Statement[0]?.Principal, { AWS: [userId, testAccount] });
    assert.deepEqual(left.Statement[1]?.Condition, { StringNotEquals: { "aws:PrincipalArn": arn("ada") } });
    await iam.send(new CreateUserCommand({ UserName: "ada" }));
    assert.equal(await assumeAs("ada"), "AccessDenied");
  });

  it("goes on trusting the user under another name", async () => {
    const { iam, trust, assumeAs } = await trustingPlane();
    await iam.send(new UpdateUserCommand({ UserName: "ada", NewUserName: "grace" }));
    assert.match(await trust(), /user\/grace/);
    assert.equal(await assumeAs("grace"), "assumed");
  });
});
