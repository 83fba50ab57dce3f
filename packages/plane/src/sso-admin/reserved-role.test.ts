import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import {
  AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  AttachManagedPolicyToPermissionSetCommand,
  DescribePermissionSetProvisioningStatusCommand,
  ListAccountsForProvisionedPermissionSetCommand,
  ListPermissionSetsProvisionedToAccountCommand,
  ProvisionPermissionSetCommand,
  type ProvisionPermissionSetCommandInput,
  PutInlinePolicyToPermissionSetCommand,
  UpdatePermissionSetCommand,
} from "@aws-sdk/client-sso-admin";
import { iamPolicies, type IamRole, iamRoles } from "../records/iam.ts";
import {
  type IdentityCenterForTests,
  identityCenterForTests,
  memberAccount,
} from "../testing/identity-center-for-tests.ts";

const inline = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:*","Resource":"*"}]}';
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

describe("reserved roles of permission sets", () => {
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
  const provision = async (changes: Partial<ProvisionPermissionSetCommandInput>) => {
    const { sso, InstanceArn, plane } = center;
    const { PermissionSetProvisioningStatus: first } = await sso.send(
      new ProvisionPermissionSetCommand({
        InstanceArn,
        PermissionSetArn,
        TargetType: "ALL_PROVISIONED_ACCOUNTS",
        ...changes,
      }),
    );
    await plane.idle();
    const ProvisionPermissionSetRequestId = first?.RequestId;
    const { PermissionSetProvisioningStatus: last } = await sso.send(
      new DescribePermissionSetProvisioningStatusCommand({ InstanceArn, ProvisionPermissionSetRequestId }),
    );
    return { first, last };
  };

  it("creation is in progress at first and then makes the reserved role", async () => {
    const { sso, InstanceArn } = center;
    await sso.send(
      new AttachManagedPolicyToPermissionSetCommand({ InstanceArn, PermissionSetArn, ManagedPolicyArn: readOnly }),
    );
    await sso.send(new PutInlinePolicyToPermissionSetCommand({ InstanceArn, PermissionSetArn, InlinePolicy: inline }));
    await sso.send(
      new UpdatePermissionSetCommand({ InstanceArn, PermissionSetArn, SessionDuration: "PT4H", Description: "reads" }),
    );
    const { first, last } = await center.assign(target());
    assert.equal(first?.Status, "IN_PROGRESS");
    assert.deepEqual(last, { ...first, Status: "SUCCEEDED" });
    const [role] = await reserved();
    assert.match(role?.roleName ?? "", /^AWSReservedSSO_Reader_[0-9a-f]{16}$/);
    assert.equal(role?.path, "/aws-reserved/sso.amazonaws.com/eu-central-1/");
    assert.deepEqual([role?.maxSessionDuration, role?.description], [14_400, "reads"]);
    assert.deepEqual([role?.attachedPolicies, role?.inlinePolicies], [[readOnly], { AwsSSOInlinePolicy: inline }]);
    const [trust] = JSON.parse(role?.assumeRolePolicyDocument ?? "").Statement;
    assert.match(
      trust.Principal.Federated,
      /^arn:aws:iam::444455556666:saml-provider\/AWSSSO_[0-9a-f]{16}_DO_NOT_DELETE$/,
    );
    assert.deepEqual(trust.Action, ["sts:AssumeRoleWithSAML", "sts:TagSession"]);
  });

  it("a customer managed policy that is in the account is attached to the role", async () => {
    const { sso, InstanceArn, change } = center;
    const arn = `arn:aws:iam::${memberAccount}:policy/Guard`;
    await change(({ tx, now }) => {
      const dates = { createDate: now, updateDate: now };
      const versions = [{ versionId: "v1", document: inline, createDate: now }];
      const facts = { accountId: memberAccount, policyName: "Guard", policyId: "ANPATEST", path: "/", arn, tags: [] };
      tx.put(iamPolicies, { ...facts, ...dates, versions, defaultVersionId: "v1", nextVersion: 2 });
    });
    const reference = { CustomerManagedPolicyReference: { Name: "Guard" } };
    await sso.send(
      new AttachCustomerManagedPolicyReferenceToPermissionSetCommand({ InstanceArn, PermissionSetArn, ...reference }),
    );
    assert.equal((await center.assign(target())).last?.Status, "SUCCEEDED");
    assert.deepEqual((await reserved())[0]?.attachedPolicies, [arn]);
  });

  it("the last assignment takes the role along, and the next one makes a role of another name", async () => {
    const group = await center.group("Readers", user);
    const byGroup = target({ PrincipalType: "GROUP", PrincipalId: group });
    await center.assign(target());
    await center.assign(byGroup);
    const [role] = await reserved();
    await center.unassign(target());
    assert.deepEqual((await reserved())[0]?.roleId, role?.roleId);
    const { first, last } = await center.unassign(byGroup);
    assert.deepEqual([first?.Status, last?.Status], ["IN_PROGRESS", "SUCCEEDED"]);
    assert.deepEqual(await reserved(), []);
    await center.assign(target());
    assert.notEqual((await reserved())[0]?.roleName, role?.roleName);
  });

  it("a change reaches accounts only when it is provisioned, and sessions keep their role", async () => {
    const { sso, InstanceArn } = center;
    await center.assign(target());
    const [before] = await reserved();
    await sso.send(new PutInlinePolicyToPermissionSetCommand({ InstanceArn, PermissionSetArn, InlinePolicy: inline }));
    const behind = (
      ProvisioningStatus: "LATEST_PERMISSION_SET_PROVISIONED" | "LATEST_PERMISSION_SET_NOT_PROVISIONED",
    ) =>
      sso.send(
        new ListAccountsForProvisionedPermissionSetCommand({ InstanceArn, PermissionSetArn, ProvisioningStatus }),
      );
    assert.deepEqual((await reserved())[0], before);
    assert.deepEqual((await behind("LATEST_PERMISSION_SET_NOT_PROVISIONED")).AccountIds, [memberAccount]);
    assert.deepEqual((await behind("LATEST_PERMISSION_SET_PROVISIONED")).AccountIds, []);
    const { first, last } = await provision({});
    assert.deepEqual([first?.Status, last?.Status], ["IN_PROGRESS", "SUCCEEDED"]);
    const [after] = await reserved();
    assert.deepEqual(after, { ...before, inlinePolicies: { AwsSSOInlinePolicy: inline } });
    assert.deepEqual((await behind("LATEST_PERMISSION_SET_NOT_PROVISIONED")).AccountIds, []);
    const ProvisioningStatus = "LATEST_PERMISSION_SET_PROVISIONED";
    const sets = await sso.send(
      new ListPermissionSetsProvisionedToAccountCommand({ InstanceArn, AccountId: memberAccount, ProvisioningStatus }),
    );
    assert.deepEqual(sets.PermissionSets, [PermissionSetArn]);
  });

  it("one account is provisioned by itself, and fails where the set is not assigned", async () => {
    const other = "555555555555";
    await center.account(other);
    await center.assign(target());
    const TargetType = "AWS_ACCOUNT" as const;
    assert.equal((await provision({ TargetType, TargetId: memberAccount })).last?.Status, "SUCCEEDED");
    const { last } = await provision({ TargetType, TargetId: other });
    assert.deepEqual([last?.Status, last?.AccountId], ["FAILED", other]);
    assert.equal(
      last?.FailureReason,
      `Received a 404 status error: Permission set provision not found in AWS account ${other}.`,
    );
    await assert.rejects(provision({ TargetType }), { name: "ValidationException" });
  });
});
