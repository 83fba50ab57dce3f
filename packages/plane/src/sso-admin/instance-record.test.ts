import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { type IamRole, iamRoles } from "../records/iam.ts";
import {
  type IdentityCenterForTests,
  identityCenterForTests,
  memberAccount,
} from "../testing/identity-center-for-tests.ts";
import { accountRolesOf } from "./instance-record.ts";

describe("what a user reaches", () => {
  let center: IdentityCenterForTests;
  let user: string;
  let PermissionSetArn: string;
  beforeEach(async () => {
    center = await identityCenterForTests();
    user = await center.user("hana");
    PermissionSetArn = await center.permissionSet("Reader");
  });
  afterEach(() => center.close());

  const target = (changes: object = {}) => ({
    PermissionSetArn,
    TargetId: memberAccount,
    PrincipalType: "USER" as const,
    PrincipalId: user,
    ...changes,
  });
  const reserved = (accountId = memberAccount): Promise<IamRole[]> =>
    center.change(({ tx }) =>
      tx.list(iamRoles, "account", accountId).filter(({ roleName }) => roleName.startsWith("AWSReservedSSO_Reader_")),
    );

  it("a user reaches each account and role once, whatever the way", async () => {
    const group = await center.group("Readers", user);
    await center.assign(target());
    await center.assign(target({ PrincipalType: "GROUP", PrincipalId: group }));
    const [role] = await reserved();
    assert.deepEqual(await center.change(({ tx }) => accountRolesOf(tx, user)), [
      {
        accountId: memberAccount,
        accountName: "Member",
        email: `${memberAccount}@example.com`,
        roleName: "Reader",
        reservedRoleName: role?.roleName,
        permissionSetArn: PermissionSetArn,
        sessionDuration: 3600,
      },
    ]);
  });
});
