import {
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  GetAccessKeyLastUsedCommand,
  GetUserCommand,
  IAMClient,
  ListUsersCommand,
  ListVirtualMFADevicesCommand,
  PutRolePolicyCommand,
  PutUserPermissionsBoundaryCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import {
  CreateAccountCommand,
  DescribeCreateAccountStatusCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { inProcessHandler } from "@castellan/wire";
import { createPlane } from "./create-plane.ts";
import { openDataDirectory } from "./data-directory.ts";
import { memoryJournal } from "./frame/memory-journal.ts";
import { iamUsers } from "./records/iam.ts";
import { testAccount, testPlane } from "./testing/plane-for-tests.ts";

const folder = mkdtempSync(join(tmpdir(), "castellan-plane-"));
after(() => rmSync(folder, { recursive: true }));

const allow = (action: string, extra: object = {}) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*", ...extra }] });
const deny = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: action, Resource: "*" }] });

/** A user with a key and, if given, an inline policy. */
async function userWithKey(plane: Awaited<ReturnType<typeof testPlane>>, UserName: string, policy?: string) {
  const iam = plane.clients(IAMClient);
  await iam.send(new CreateUserCommand({ UserName }));
  if (policy !== undefined)
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: "own", PolicyDocument: policy }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" };
}

const faultOf = async (
  call: Promise<unknown>,
): Promise<{ name: string; message: string; status: number | undefined }> => {
  const error = await call.then(
    () => assert.fail("the call succeeded"),
    (thrown: unknown) => thrown as Error & { $metadata: { httpStatusCode?: number } },
  );
  return { name: error.name, message: error.message, status: error.$metadata.httpStatusCode };
};

describe("authorization", () => {
  it("refuses a user without permissions in AWS's words", async () => {
    const plane = await testPlane();
    const iam = plane.clients(IAMClient, { credentials: await userWithKey(plane, "ada") });
    const fault = await faultOf(iam.send(new CreateUserCommand({ UserName: "eve" })));
    const user = `arn:aws:iam::${testAccount}:user`;
    assert.deepEqual(fault, {
      name: "AccessDenied",
      status: 403,
      message: `User: ${user}/ada is not authorized to perform: iam:CreateUser on resource: ${user}/eve because no identity-based policy allows the iam:CreateUser action`,
    });
  });

  it("names the layer of an explicit deny, and a boundary that is silent", async () => {
    const plane = await testPlane();
    const admin = plane.clients(IAMClient);
    const credentials = await userWithKey(plane, "ada", allow("*"));
    const iam = plane.clients(IAMClient, { credentials });
    await iam.send(new CreateGroupCommand({ GroupName: "allowed" }));
    await admin.send(
      new PutUserPolicyCommand({ UserName: "ada", PolicyName: "no", PolicyDocument: deny("iam:CreateGroup") }),
    );
    assert.match(
      (await faultOf(iam.send(new CreateGroupCommand({ GroupName: "g" })))).message,
      / with an explicit deny in an identity-based policy/,
    );
    await admin.send(
      new PutUserPermissionsBoundaryCommand({
        UserName: "ada",
        PermissionsBoundary: "arn:aws:iam::aws:policy/AmazonS3FullAccess",
      }),
    );
    assert.match(
      (await faultOf(iam.send(new GetUserCommand({})))).message,
      / because no permissions boundary allows the iam:GetUser action/,
    );
  });

  it("limits a role session by its session policy", async () => {
    const plane = await testPlane();
    const admin = plane.clients(IAMClient);
    const credentials = await userWithKey(plane, "ada", allow("sts:AssumeRole"));
    const trust = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: testAccount }, Action: "sts:AssumeRole" }],
    });
    const { Role } = await admin.send(new CreateRoleCommand({ RoleName: "worker", AssumeRolePolicyDocument: trust }));
    await admin.send(new PutRolePolicyCommand({ RoleName: "worker", PolicyName: "all", PolicyDocument: allow("*") }));
    const sts = plane.clients(STSClient, { credentials });
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: "shift", Policy: allow("iam:ListUsers") }),
    );
    const session = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
    const iam = plane.clients(IAMClient, { credentials: session });
    await iam.send(new ListUsersCommand({}));
    assert.match(
      (await faultOf(iam.send(new GetUserCommand({ UserName: "ada" })))).message,
      /because no session policy allows the iam:GetUser action/,
    );
    assert.equal(
      (await plane.clients(STSClient, { credentials: session }).send(new GetCallerIdentityCommand({}))).Arn,
      `arn:aws:sts::${testAccount}:assumed-role/worker/shift`,
    );
    await admin.send(new DeleteRoleCommand({ RoleName: "worker" })).catch(() => undefined);
  });
});

describe("authentication", () => {
  it("refuses a wrong secret, an unknown key and a clock that is off", async () => {
    let now = new Date();
    const plane = await testPlane({ clock: () => now });
    const good = await userWithKey(plane, "ada");
    const call = (credentials: typeof good) =>
      faultOf(plane.clients(STSClient, { credentials }).send(new GetCallerIdentityCommand({})));
    assert.equal((await call({ ...good, secretAccessKey: "wrong" })).name, "SignatureDoesNotMatch");
    assert.equal((await call({ ...good, accessKeyId: "AKIAIOSFODNN7EXAMPLE" })).name, "InvalidClientTokenId");
    now = new Date(Date.now() + 10 * 60 * 1000);
    assert.match((await call(good)).message, /Signature expired/);
  });

  it("ends a session when its role is gone, though another of the name is there", async () => {
    const plane = await testPlane();
    const admin = plane.clients(IAMClient);
    const credentials = await userWithKey(plane, "ada", allow("sts:AssumeRole"));
    const trust = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: testAccount }, Action: "sts:AssumeRole" }],
    });
    const create = () => admin.send(new CreateRoleCommand({ RoleName: "worker", AssumeRolePolicyDocument: trust }));
    const { Role } = await create();
    const { Credentials } = await plane
      .clients(STSClient, { credentials })
      .send(new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: "shift" }));
    const session = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
    const sts = plane.clients(STSClient, { credentials: session });
    await sts.send(new GetCallerIdentityCommand({}));
    await admin.send(new DeleteRoleCommand({ RoleName: "worker" }));
    await create();
    assert.equal((await faultOf(sts.send(new GetCallerIdentityCommand({})))).name, "InvalidClientTokenId");
  });

  it("takes any credentials on an open plane, as root of the account the key id names", async () => {
    const plane = await testPlane({ auth: "open" });
    const identity = (accessKeyId: string) =>
      plane
        .clients(STSClient, { credentials: { accessKeyId, secretAccessKey: "x" } })
        .send(new GetCallerIdentityCommand({}));
    assert.equal((await identity("444455556666")).Arn, "arn:aws:iam::444455556666:root");
    assert.equal((await identity("test")).Account, testAccount);
  });

  it("records the last use of a key without making every read a write", async () => {
    const journal = memoryJournal();
    const plane = await testPlane({ journal });
    const credentials = await userWithKey(plane, "ada", allow("iam:*"));
    const iam = plane.clients(IAMClient, { credentials });
    await iam.send(new GetUserCommand({}));
    const revision = journal.durableRevision();
    await iam.send(new GetUserCommand({}));
    assert.equal(journal.durableRevision(), revision);
    const { AccessKeyLastUsed } = await iam.send(
      new GetAccessKeyLastUsedCommand({ AccessKeyId: credentials.accessKeyId }),
    );
    assert.equal(AccessKeyLastUsed?.ServiceName, "iam");
  });
});

describe("the journal of a plane", () => {
  it("holds who did what, and no secret", async () => {
    const journal = memoryJournal();
    const plane = await testPlane({ journal });
    const { secretAccessKey } = await userWithKey(plane, "ada");
    await plane
      .clients(IAMClient)
      .send(new CreateLoginProfileCommand({ UserName: "ada", Password: "Correct-horse-1" }));
    const text = JSON.stringify([...journal.entries(0)]);
    assert.ok(!text.includes(secretAccessKey) && !text.includes("Correct-horse-1"));
    const entry = [...journal.entries(0)].find(({ operation }) => operation === "CreateLoginProfile");
    assert.equal(entry?.principal, `arn:aws:iam::${testAccount}:root`);
    assert.deepEqual(entry?.request, { UserName: "ada", Password: "***" });
  });

  it("leaves nothing of a call that failed", async () => {
    const journal = memoryJournal();
    const plane = await testPlane({ journal });
    const iam = plane.clients(IAMClient);
    await iam.send(new CreateGroupCommand({ GroupName: "g" }));
    const revision = journal.durableRevision();
    assert.equal(
      (await faultOf(iam.send(new CreateGroupCommand({ GroupName: "G" })))).name,
      "EntityAlreadyExistsException",
    );
    assert.equal(journal.durableRevision(), revision);
  });

  it("shows the state of an earlier time", async () => {
    let now = new Date(Date.now() - 60_000);
    const plane = await testPlane({ clock: () => now });
    const iam = plane.clients(IAMClient);
    await iam.send(new CreateUserCommand({ UserName: "first" }));
    const then = now;
    now = new Date(now.getTime() + 30_000);
    await iam.send(new CreateUserCommand({ UserName: "second" }));
    assert.deepEqual(
      plane.plane
        .at(then)
        .list(iamUsers)
        .map(({ userName }) => userName),
      ["first"],
    );
    assert.equal(plane.plane.at(now).list(iamUsers).length, 2);
  });
});

describe("a plane on a folder", () => {
  const open = async (path: string, jobDelayMs: number) => {
    const { journal, vaultKey } = openDataDirectory(path);
    const plane = await createPlane({
      journal,
      vaultKey,
      catalog: installedCatalog(),
      auth: "open",
      accountId: testAccount,
      region: "eu-central-1",
      jobDelayMs,
    });
    const requestHandler = inProcessHandler((request) => plane.answer(request));
    const configuration = {
      region: "eu-central-1",
      endpoint: "http://plane.test",
      credentials: { accessKeyId: testAccount, secretAccessKey: "x" },
      requestHandler,
    };
    return { plane, journal, organizations: new OrganizationsClient(configuration), iam: new IAMClient(configuration) };
  };

  it("finishes what an earlier process had begun", async () => {
    const path = join(folder, "jobs");
    const first = await open(path, 60_000);
    const { CreateAccountStatus } = await first.organizations.send(
      new CreateAccountCommand({ AccountName: "dev", Email: "dev@example.com" }),
    );
    assert.equal(CreateAccountStatus?.State, "IN_PROGRESS");
    await first.plane.close();
    const second = await open(path, 0);
    await second.plane.idle();
    const { CreateAccountStatus: after } = await second.organizations.send(
      new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: CreateAccountStatus.Id }),
    );
    assert.equal(after?.State, "SUCCEEDED");
    await second.plane.close();
  });

  it("holds the same after a restart, with and without a snapshot", async () => {
    const path = join(folder, "restart");
    const first = await open(path, 0);
    for (const UserName of ["a", "b", "c"]) await first.iam.send(new CreateUserCommand({ UserName }));
    const before = await first.iam.send(new ListUsersCommand({}));
    await first.plane.close();
    const second = await open(path, 0);
    assert.equal(second.plane.firstAdministrator, undefined);
    assert.deepEqual((await second.iam.send(new ListUsersCommand({}))).Users, before.Users);
    await second.plane.close();
  });

  it("is refused without its key", () => {
    const path = join(folder, "restart");
    rmSync(join(path, "vault.key"));
    assert.throws(() => openDataDirectory(path), /vault\.key` is missing/);
  });
});

describe("what is not served", () => {
  it("is said to be not built when AWS has it", async () => {
    const plane = await testPlane();
    const fault = await faultOf(plane.clients(IAMClient).send(new ListVirtualMFADevicesCommand({})));
    assert.equal(fault.status, 501);
    assert.match(fault.message, /iam:ListVirtualMFADevices exists on AWS but is not built/);
  });

  it("is reset only on an open plane", async () => {
    const enforcing = await testPlane();
    const request = () => new Request("http://plane.test/_castellan/reset", { method: "POST" });
    assert.equal((await enforcing.plane.fetch(request())).status, 403);
    const open = await testPlane({ auth: "open" });
    await open.clients(IAMClient).send(new CreateUserCommand({ UserName: "ada" }));
    assert.equal((await open.plane.fetch(request())).status, 200);
    assert.equal((await open.clients(IAMClient).send(new ListUsersCommand({}))).Users?.length, 0);
  });

  it("tells health", async () => {
    const { plane } = await testPlane();
    const answer = (await (await plane.fetch(new Request("http://plane.test/_castellan/health"))).json()) as {
      status: string;
    };
    assert.equal(answer.status, "ok");
  });
});
