import assert from "node:assert/strict";
import { test } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { STS } from "@aws-sdk/client-sts";
import { allow, refused, trustText } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

test("root users, users and role sessions are told who they are", async (t) => {
  const { clients, createUser, assume } = await testOrganization(t);
  const iam = clients(IAM);
  const identity = async (who?: Parameters<typeof clients>[1]) => {
    const { UserId, Account, Arn } = await clients(STS, who).getCallerIdentity({});
    return { UserId, Account, Arn };
  };
  assert.deepEqual(await identity(), {
    UserId: testAccount,
    Account: testAccount,
    Arn: `arn:aws:iam::${testAccount}:root`,
  });
  const credentials = await createUser("ana", []);
  const { User: user } = await iam.getUser({ UserName: "ana" });
  assert.deepEqual(await identity({ credentials }), { UserId: user?.UserId, Account: testAccount, Arn: user?.Arn });
  const trust = trustText({ AWS: user?.Arn });
  const { Role: role } = await iam.createRole({ RoleName: "Reader", Path: "/team/", AssumeRolePolicyDocument: trust });
  assert.deepEqual(await identity({ credentials: await assume(credentials, role?.Arn ?? "", "morning") }), {
    UserId: `${role?.RoleId}:morning`,
    Account: testAccount,
    Arn: `arn:aws:sts::${testAccount}:assumed-role/Reader/morning`,
  });
});

test("nothing can deny a caller to ask who it is", async (t) => {
  const { clients, createUser } = await testOrganization(t);
  const credentials = await createUser("ana", [{ Effect: "Deny", Action: "*", Resource: "*" }]);
  assert.equal((await clients(STS, { credentials }).getCallerIdentity({})).Account, testAccount);
});

test("a key id tells its account to those who may ask", async (t) => {
  const { clients, createUser } = await testOrganization(t);
  const allowed = await createUser("asker", [allow("sts:GetAccessKeyInfo")]);
  const { accessKeyId: AccessKeyId } = await createUser("foreign", [], "999988887777");
  const { Account } = await clients(STS, { credentials: allowed }).getAccessKeyInfo({ AccessKeyId });
  assert.equal(Account, "999988887777");
  const asker = clients(STS, { credentials: allowed });
  await refused(asker.getAccessKeyInfo({ AccessKeyId: "AKIA0000000000000001" }), "ValidationError", /not valid/);
  const refusedUser = clients(STS, { credentials: await createUser("other", []) });
  await refused(refusedUser.getAccessKeyInfo({ AccessKeyId }), "AccessDenied", /sts:GetAccessKeyInfo/);
});
