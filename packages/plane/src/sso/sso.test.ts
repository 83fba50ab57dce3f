import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  ListAccountsCommand,
  LogoutCommand,
  paginateListAccounts,
} from "@aws-sdk/client-sso";
import { IAMClient, ListUsersCommand } from "@aws-sdk/client-iam";
import { inProcessHandler } from "@castellan/wire";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { accountAssignments, directoryUsers, instances } from "../records/identity-center.ts";
import { accounts } from "../records/organizations.ts";
import { assign } from "../sso-admin/assignment-record.ts";
import { createPermissionSetRecord } from "../sso-admin/permission-set-record.ts";
import { testAccount } from "../testing/plane-for-tests.ts";
import {
  authorizationCodeFor,
  exchangeCode,
  registerApplication,
  type SignInBench,
  signedInVisitor,
  signInBench,
} from "../testing/sign-in-bench.ts";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

/** Adds an account and gives the bench's person a role there. */
function assignRole(
  { change, person }: SignInBench,
  accountId: string,
  roleName: string,
  sessionDuration = "PT1H",
): Promise<void> {
  return change((tx) => {
    const [instance] = tx.list(instances);
    const [management] = tx.list(accounts);
    assert.ok(instance && management);
    if (!tx.get(accounts, accountId))
      tx.put(accounts, {
        ...management,
        id: accountId,
        name: `account ${accountId}`,
        email: `${accountId}@example.com`,
      });
    const now = new Date().toISOString();
    const set = createPermissionSetRecord(tx, now, instance, {
      name: roleName,
      managedPolicies: [readOnly],
      sessionDuration,
    });
    const { permissionSetArn } = set;
    const assigned = assign(tx, now, instance, set, {
      permissionSetArn,
      accountId,
      principalType: "USER",
      principalId: person.userId,
    });
    assert.equal(assigned.kind, "done");
  });
}

describe("the portal API", () => {
  let bench: SignInBench;
  let accessToken: string;

  beforeEach(async () => {
    bench = await signInBench();
    const application = await registerApplication(bench);
    const code = await authorizationCodeFor(await signedInVisitor(bench), application);
    accessToken = (await exchangeCode(bench, application, code)).accessToken ?? "";
  });
  afterEach(() => bench.close());

  const credentialsFor = (roleName: string, accountId = testAccount) =>
    bench.sso.send(new GetRoleCredentialsCommand({ accessToken, accountId, roleName }));

  test("accounts are listed in order of their ids, a page at a time", async () => {
    for (let i = 0; i < 4; i++) await assignRole(bench, `20000000000${i}`, `Role${i}`);
    const pages: string[][] = [];
    for await (const { accountList = [] } of paginateListAccounts({ client: bench.sso, pageSize: 2 }, { accessToken }))
      pages.push(accountList.map(({ accountId = "" }) => accountId));
    assert.deepEqual(pages, [[testAccount, "200000000000"], ["200000000001", "200000000002"], ["200000000003"]]);
    await assert.rejects(bench.sso.send(new ListAccountsCommand({ accessToken, nextToken: "made up" })), {
      name: "InvalidRequestException",
    });
  });

  test("an account says what it is called and whose it is", async () => {
    await assignRole(bench, "200000000000", "Role");
    const { accountList = [] } = await bench.sso.send(new ListAccountsCommand({ accessToken }));
    assert.deepEqual(accountList[1], {
      accountId: "200000000000",
      accountName: "account 200000000000",
      emailAddress: "200000000000@example.com",
    });
  });

  test("roles are the permission sets assigned in the account, by name", async () => {
    await assignRole(bench, testAccount, "Zoo");
    await assignRole(bench, testAccount, "Auditor");
    const { roleList = [] } = await bench.sso.send(
      new ListAccountRolesCommand({ accessToken, accountId: testAccount }),
    );
    assert.deepEqual(
      roleList,
      ["AdministratorAccess", "Auditor", "Zoo"].map((roleName) => ({ accountId: testAccount, roleName })),
    );
  });

  test("role credentials sign calls for as long as the permission set says", async () => {
    await assignRole(bench, testAccount, "Auditor", "PT2H");
    const before = Date.now();
    const { roleCredentials: { accessKeyId = "", secretAccessKey = "", sessionToken = "", expiration = 0 } = {} } =
      await credentialsFor("Auditor");
    assert.ok(Math.abs(expiration - before - 2 * 3600 * 1000) < 60_000);
    const requestHandler = inProcessHandler((request) => bench.plane.answer(request));
    const iam = new IAMClient({
      region: "eu-central-1",
      endpoint: "http://plane.test",
      credentials: { accessKeyId, secretAccessKey, sessionToken },
      requestHandler,
    });
    assert.deepEqual((await iam.send(new ListUsersCommand({}))).Users, []);
  });

  test("what is not assigned, or not any more, is forbidden", async () => {
    const forbidden = { name: "ForbiddenException", message: "No access" };
    await assert.rejects(credentialsFor("Developer"), forbidden);
    await assert.rejects(credentialsFor("AdministratorAccess", "999999999999"), forbidden);
    await assert.rejects(
      bench.sso.send(new ListAccountRolesCommand({ accessToken, accountId: "999999999999" })),
      forbidden,
    );
    await assignRole(bench, testAccount, "Auditor");
    await bench.change((tx) => {
      for (const assignment of tx.list(accountAssignments)) tx.remove(accountAssignments, assignment);
    });
    await assert.rejects(credentialsFor("Auditor"), forbidden);
  });

  test("a suspended account is not shown", async () => {
    await assignRole(bench, "200000000000", "Role");
    await bench.change((tx) => {
      const account = tx.get(accounts, "200000000000");
      if (account) tx.put(accounts, { ...account, status: "SUSPENDED" });
    });
    assert.equal((await bench.sso.send(new ListAccountsCommand({ accessToken }))).accountList?.length, 1);
    await assert.rejects(credentialsFor("Role", "200000000000"), { name: "ForbiddenException" });
  });

  test("a token that is not ours, was logged out or whose person is gone is unauthorized", async () => {
    const unauthorized = { name: "UnauthorizedException" };
    await assert.rejects(bench.sso.send(new ListAccountsCommand({ accessToken: "made up" })), unauthorized);
    await bench.change((tx) => tx.put(directoryUsers, { ...bench.person, enabled: false }));
    await assert.rejects(credentialsFor("AdministratorAccess"), unauthorized);
    await bench.change((tx) => tx.put(directoryUsers, bench.person));
    await bench.sso.send(new LogoutCommand({ accessToken }));
    await assert.rejects(bench.sso.send(new ListAccountsCommand({ accessToken })), unauthorized);
    await assert.rejects(bench.sso.send(new LogoutCommand({ accessToken })), unauthorized);
  });

  test("a browser's session is no access token", async () => {
    const [cookie = ""] = (await signedInVisitor(bench)).cookies.values();
    await assert.rejects(bench.sso.send(new ListAccountsCommand({ accessToken: cookie })), {
      name: "UnauthorizedException",
    });
  });
});
