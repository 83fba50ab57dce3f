import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import {
  AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  ConflictException,
  CreateAccountAssignmentCommand,
  DeletePermissionSetCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  ListAccountAssignmentCreationStatusCommand,
  ListAccountAssignmentsCommand,
  ListAccountAssignmentsForPrincipalCommand,
  ResourceNotFoundException,
  SSOAdminClient,
} from "@aws-sdk/client-sso-admin";
import { DeleteUserCommand } from "@aws-sdk/client-identitystore";
import { memoryJournal } from "../frame/memory-journal.ts";
import { type IamRole, iamRoles } from "../records/iam.ts";
import {
  type IdentityCenterForTests,
  identityCenterForTests,
  memberAccount,
} from "../testing/identity-center-for-tests.ts";

describe("account assignments", () => {
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
  /** Asks a plane whose jobs wait for an assignment, and says how to ask for its status. */
  const assignSlowly = async (slow: IdentityCenterForTests) => {
    const { sso, InstanceArn } = slow;
    const [PrincipalId, set] = [await slow.user("slow"), await slow.permissionSet("Slow")];
    const input = {
      InstanceArn,
      PermissionSetArn: set,
      TargetId: memberAccount,
      TargetType: "AWS_ACCOUNT",
      PrincipalType: "USER",
      PrincipalId,
    } as const;
    const { AccountAssignmentCreationStatus: asked } = await sso.send(new CreateAccountAssignmentCommand(input));
    return new DescribeAccountAssignmentCreationStatusCommand({
      InstanceArn,
      AccountAssignmentCreationRequestId: asked?.RequestId,
    });
  };

  it("while it is in progress it can be asked about and is listed", async () => {
    const slow = await identityCenterForTests({ jobDelayMs: 20 });
    const { sso, InstanceArn, plane } = slow;
    const status = await assignSlowly(slow);
    assert.equal((await sso.send(status)).AccountAssignmentCreationStatus?.Status, "IN_PROGRESS");
    const waiting = await sso.send(
      new ListAccountAssignmentCreationStatusCommand({ InstanceArn, Filter: { Status: "IN_PROGRESS" } }),
    );
    const ids = waiting.AccountAssignmentsCreationStatus?.map(({ RequestId }) => RequestId);
    assert.deepEqual(ids, [status.input.AccountAssignmentCreationRequestId]);
    await plane.idle();
    assert.equal((await sso.send(status)).AccountAssignmentCreationStatus?.Status, "SUCCEEDED");
    await slow.close();
  });

  it("a creation that a stopped plane left in progress is done after the next start", async () => {
    const journal = memoryJournal();
    const stopped = await identityCenterForTests({ journal, jobDelayMs: 20 });
    const status = await assignSlowly(stopped);
    await stopped.close();
    const next = await identityCenterForTests({ journal });
    await next.plane.idle();
    assert.equal((await next.sso.send(status)).AccountAssignmentCreationStatus?.Status, "SUCCEEDED");
    await next.close();
  });

  it("creating an assignment twice succeeds and changes nothing", async () => {
    await center.assign(target());
    const before = await reserved();
    assert.equal((await center.assign(target())).last?.Status, "SUCCEEDED");
    assert.deepEqual(await reserved(), before);
    const { sso, InstanceArn } = center;
    const { AccountAssignments } = await sso.send(
      new ListAccountAssignmentsCommand({ InstanceArn, PermissionSetArn, AccountId: memberAccount }),
    );
    assert.deepEqual(AccountAssignments, [
      { AccountId: memberAccount, PermissionSetArn, PrincipalType: "USER", PrincipalId: user },
    ]);
  });

  it("creation fails for a principal, an account or a customer managed policy that is not there", async () => {
    const { sso, InstanceArn, IdentityStoreId } = center;
    const nobody = "00000000-0000-4000-8000-000000000000";
    const reasons: (string | undefined)[] = [];
    const failed = async (changes: object) => {
      const { last } = await center.assign(target(changes));
      assert.equal(last?.Status, "FAILED");
      reasons.push(last?.FailureReason);
    };
    await failed({ PrincipalType: "GROUP", PrincipalId: nobody });
    await failed({ TargetId: "999999999999" });
    await center.account("777777777777", { status: "SUSPENDED" });
    await failed({ TargetId: "777777777777" });
    const reference = { CustomerManagedPolicyReference: { Name: "Guard", Path: "/team/" } };
    await sso.send(
      new AttachCustomerManagedPolicyReferenceToPermissionSetCommand({ InstanceArn, PermissionSetArn, ...reference }),
    );
    await failed({});
    assert.equal(
      reasons[0],
      `Received a 404 status error: the GROUP assignee ${nobody} was not found in directory ${IdentityStoreId}.`,
    );
    assert.match(reasons[1] ?? "", /AWS account 999999999999 was not found/);
    assert.match(
      reasons[2] ?? "",
      /Obtaining permissions to manage your AWS account '777777777777' takes longer than usual/,
    );
    assert.equal(
      reasons[3],
      `Received a 404 status error: Not supported policy arn:aws:iam::${memberAccount}:policy/team/Guard.`,
    );
    assert.deepEqual(await reserved(), []);
  });

  it("deleting an assignment that is not there fails", async () => {
    const { last } = await center.unassign(target());
    assert.equal(last?.Status, "FAILED");
    assert.match(last?.FailureReason ?? "", /^Received a 404 status error: EntitlementItem doesn't exist/);
  });

  it("a permission set cannot be deleted while it is assigned", async () => {
    const { sso, InstanceArn } = center;
    await center.assign(target());
    const remove = () => sso.send(new DeletePermissionSetCommand({ InstanceArn, PermissionSetArn }));
    await assert.rejects(remove(), (error: unknown) => {
      assert.ok(error instanceof ConflictException);
      assert.equal(error.message, "Could not delete because PermissionSet has ApplicationProfile associated with it.");
      return true;
    });
    await center.unassign(target());
    await remove();
  });

  it("what a user is assigned is listed with what the groups of the user are assigned", async () => {
    const { sso, InstanceArn } = center;
    const group = await center.group("Readers", user);
    const other = await center.permissionSet("Other");
    await center.assign(target());
    await center.assign(target({ PermissionSetArn: other, PrincipalType: "GROUP", PrincipalId: group }));
    const listed = (PrincipalType: "USER" | "GROUP", PrincipalId: string, AccountId?: string) =>
      sso.send(
        new ListAccountAssignmentsForPrincipalCommand({
          InstanceArn,
          PrincipalType,
          PrincipalId,
          ...(AccountId && { Filter: { AccountId } }),
        }),
      );
    const { AccountAssignments: ofUser = [] } = await listed("USER", user);
    assert.deepEqual(new Set(ofUser.map(({ PrincipalId }) => PrincipalId)), new Set([user, group]));
    assert.equal((await listed("GROUP", group)).AccountAssignments?.length, 1);
    assert.deepEqual((await listed("USER", user, "111122223333")).AccountAssignments, []);
  });

  it("the assignment of a deleted user stays until it is deleted", async () => {
    const { sso, store, InstanceArn, IdentityStoreId } = center;
    await center.assign(target());
    await store.send(new DeleteUserCommand({ IdentityStoreId, UserId: user }));
    const list = () =>
      sso.send(new ListAccountAssignmentsCommand({ InstanceArn, PermissionSetArn, AccountId: memberAccount }));
    assert.equal((await list()).AccountAssignments?.length, 1);
    assert.equal((await center.unassign(target())).last?.Status, "SUCCEEDED");
    assert.deepEqual((await list()).AccountAssignments, []);
  });

  it("requests that do not exist are not found", async () => {
    const { sso, InstanceArn } = center;
    const AccountAssignmentCreationRequestId = "00000000-0000-4000-8000-000000000000";
    const asked = sso.send(
      new DescribeAccountAssignmentCreationStatusCommand({ InstanceArn, AccountAssignmentCreationRequestId }),
    );
    await assert.rejects(asked, ResourceNotFoundException);
  });

  it("a policy may bind a caller to one account", async () => {
    const { clients, InstanceArn } = center;
    const Resource = [InstanceArn, PermissionSetArn, `arn:aws:sso:::account/${memberAccount}`];
    const credentials = await center.iamUser("assigner", {
      Effect: "Allow",
      Action: "sso:CreateAccountAssignment",
      Resource,
    });
    const assigner = clients(SSOAdminClient, { credentials });
    const assign = (TargetId: string) =>
      assigner.send(
        new CreateAccountAssignmentCommand({ InstanceArn, TargetType: "AWS_ACCOUNT", ...target(), TargetId }),
      );
    await assign(memberAccount);
    await assert.rejects(assign("111122223333"), {
      name: "AccessDeniedException",
      message: /arn:aws:sso:::account\/111122223333/,
    });
  });
});
