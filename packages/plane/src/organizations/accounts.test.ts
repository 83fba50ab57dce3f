import assert from "node:assert/strict";
import { test } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { refused } from "../testing/iam-for-tests.ts";
import { testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const day = 86_400_000;

test("an account is made asynchronously, with the role that the management account enters it by", async (t) => {
  const { organizations, plane, clients, rootId } = await testOrganization(t);
  const { CreateAccountStatus: started } = await organizations.createAccount({
    AccountName: "Sandbox",
    Email: "sandbox@example.com",
  });
  const id = started?.Id ?? "";
  assert.match(id, /^car-[0-9a-f]{32}$/);
  const { RequestedTimestamp: requested } = started ?? {};
  assert.deepEqual(started, { Id: id, AccountName: "Sandbox", State: "IN_PROGRESS", RequestedTimestamp: requested });
  await plane.idle();
  const { CreateAccountStatus: done } = await organizations.describeCreateAccountStatus({ CreateAccountRequestId: id });
  const accountId = done?.AccountId ?? "";
  assert.match(accountId, /^\d{12}$/);
  assert.equal(done?.State, "SUCCEEDED");
  const { Organization: organization } = await organizations.describeOrganization({});
  const { Account: account } = await organizations.describeAccount({ AccountId: accountId });
  assert.deepEqual(account, {
    Id: accountId,
    Arn: `arn:aws:organizations::${testAccount}:account/${organization?.Id}/${accountId}`,
    Email: "sandbox@example.com",
    Name: "Sandbox",
    Status: "ACTIVE",
    State: "ACTIVE",
    Paths: [`${organization?.Id}/${rootId}/${accountId}/`],
    JoinedMethod: "CREATED",
    JoinedTimestamp: account?.JoinedTimestamp,
  });
  const iam = clients(IAM, { accountId });
  const { Role: role } = await iam.getRole({ RoleName: "OrganizationAccountAccessRole" });
  const trust = JSON.parse(decodeURIComponent(role?.AssumeRolePolicyDocument ?? "")) as {
    Statement: [{ Principal: unknown }];
  };
  assert.deepEqual(trust.Statement[0].Principal, { AWS: `arn:aws:iam::${testAccount}:root` });
  const { AttachedPolicies: policies } = await iam.listAttachedRolePolicies({
    RoleName: "OrganizationAccountAccessRole",
  });
  assert.deepEqual(policies, [
    { PolicyName: "AdministratorAccess", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  ]);
});

test("the access role takes the name it is given, and the account its tags", async (t) => {
  const { organizations, plane, clients } = await testOrganization(t);
  const Tags = [{ Key: "team", Value: "core" }];
  await organizations.createAccount({ AccountName: "A", Email: "a1@example.com", RoleName: "Door", Tags });
  await plane.idle();
  const { CreateAccountStatuses: [status] = [] } = await organizations.listCreateAccountStatus({
    States: ["SUCCEEDED"],
  });
  const { Role: role } = await clients(IAM, { accountId: status?.AccountId ?? "" }).getRole({ RoleName: "Door" });
  assert.equal(role?.RoleName, "Door");
  assert.deepEqual((await organizations.listTagsForResource({ ResourceId: status?.AccountId })).Tags, Tags);
  const reserved = organizations.createAccount({
    AccountName: "B",
    Email: "b1@example.com",
    RoleName: "AWSServiceRoleForX",
  });
  await assert.rejects(reserved, { name: "InvalidInputException", Reason: "INVALID_ROLE_NAME" });
});

test("an address that is taken, in whatever letter case, fails the creation", async (t) => {
  const { organizations, plane, createAccount } = await testOrganization(t);
  await createAccount("taken");
  const { CreateAccountStatus: started } = await organizations.createAccount({
    AccountName: "again",
    Email: "Taken@Example.com",
  });
  await plane.idle();
  const { CreateAccountStatuses: [failed] = [] } = await organizations.listCreateAccountStatus({ States: ["FAILED"] });
  assert.deepEqual(
    [failed?.Id, failed?.FailureReason, failed?.AccountId],
    [started?.Id, "EMAIL_ALREADY_EXISTS", undefined],
  );
  assert.ok(failed?.CompletedTimestamp);
});

test("five accounts may be in progress at a time", async (t) => {
  const { organizations } = await testOrganization(t, { jobDelayMs: 60_000 });
  const create = (n: number) => organizations.createAccount({ AccountName: `a${n}`, Email: `a${n}@example.com` });
  for (const n of [1, 2, 3, 4, 5]) await create(n);
  await assert.rejects(create(6), {
    name: "ConstraintViolationException",
    Reason: "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED",
  });
  const unknown = organizations.describeCreateAccountStatus({ CreateAccountRequestId: `car-${"0".repeat(32)}` });
  await refused(unknown, "CreateAccountStatusNotFoundException", /doesn't exist/);
});

test("accounts are listed page by page", async (t) => {
  const { organizations, createAccount } = await testOrganization(t);
  const made = [testAccount];
  for (const name of ["one", "two"]) made.push(await createAccount(name));
  const first = await organizations.listAccounts({ MaxResults: 2 });
  const second = await organizations.listAccounts({
    MaxResults: 2,
    ...(first.NextToken && { NextToken: first.NextToken }),
  });
  const listed = [...(first.Accounts ?? []), ...(second.Accounts ?? [])].map(({ Id }) => Id);
  assert.deepEqual([listed, second.NextToken], [made.toSorted(), undefined]);
  await refused(
    organizations.describeAccount({ AccountId: "999988887777" }),
    "AccountNotFoundException",
    "You specified an account that doesn't exist.",
  );
});

test("an account is moved from where it is to where it is not", async (t) => {
  const { organizations, rootId, createUnit, createAccount } = await testOrganization(t);
  const unit = await createUnit("unit");
  const AccountId = await createAccount("member");
  const move = (SourceParentId: string, DestinationParentId: string, id = AccountId) =>
    organizations.moveAccount({ AccountId: id, SourceParentId, DestinationParentId });
  await refused(move(rootId, unit, "999988887777"), "AccountNotFoundException", /doesn't exist/);
  await refused(
    move("r-none", unit),
    "SourceParentNotFoundException",
    "You specified a source parent that doesn't exist.",
  );
  await refused(
    move(rootId, "r-none"),
    "DestinationParentNotFoundException",
    "You specified a destination parent that doesn't exist.",
  );
  await refused(move(rootId, rootId), "DuplicateAccountException", /already present/);
  await move(rootId, unit);
  await refused(move(rootId, await createUnit("third")), "SourceParentNotFoundException", /isn't in the source parent/);
  const { Accounts: [member] = [] } = await organizations.listAccountsForParent({ ParentId: unit });
  assert.equal(member?.Id, AccountId);
});

test("an organization has a largest number of accounts", async (t) => {
  const { organizations, plane, putAccounts } = await testOrganization(t);
  const ids = Array.from({ length: 49_999 }, (_, n) => String(200_000_000_000 + n));
  await putAccounts(ids, new Date());
  await organizations.createAccount({ AccountName: "more", Email: "more@example.com" });
  await plane.idle();
  const { CreateAccountStatuses: [status] = [] } = await organizations.listCreateAccountStatus({});
  assert.deepEqual([status?.State, status?.FailureReason], ["FAILED", "ACCOUNT_LIMIT_EXCEEDED"]);
});

test("a created account may leave after some days, and takes nothing of the organization with it", async (t) => {
  const { organizations, createAccount, createPolicy, enable, putAccounts } = await testOrganization(t);
  await enable();
  const young = organizations.removeAccountFromOrganization({ AccountId: await createAccount("young") });
  await assert.rejects(young, { name: "ConstraintViolationException", Reason: "WAIT_PERIOD_ACTIVE" });
  const AccountId = "200000000001";
  await putAccounts([AccountId], new Date(Date.now() - 8 * day));
  const PolicyId = await createPolicy("deny", { Effect: "Deny", Action: "*", Resource: "*" });
  await organizations.attachPolicy({ PolicyId, TargetId: AccountId });
  await organizations.removeAccountFromOrganization({ AccountId });
  await refused(organizations.describeAccount({ AccountId }), "AccountNotFoundException", /doesn't exist/);
  assert.deepEqual((await organizations.listTargetsForPolicy({ PolicyId })).Targets, []);
});

test("the management account cannot leave", async (t) => {
  const { organizations } = await testOrganization(t);
  const words = "You can't remove a management account from an organization.";
  await refused(organizations.leaveOrganization({}), "MasterCannotLeaveOrganizationException", words);
  const removed = organizations.removeAccountFromOrganization({ AccountId: testAccount });
  await refused(removed, "MasterCannotLeaveOrganizationException", words);
});
