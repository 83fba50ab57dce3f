import assert from "node:assert/strict";
import { test } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { applyPlan, createClients, memoryApplyJournal, printPlan } from "@castellan/access";
import { assertDone, held, load, plan, planAndApply, type Loaded } from "./support/apply-file.ts";
import { planeTarget, type Line, type PlaneTarget } from "./support/plane-target.ts";

const file = (change: (text: string) => string = (text) => text): Loaded => load("starter.yaml", change(starter));
const starter = `
castellan: 1
organization: {name: example-corp, management: "111111111111", region: ap-northeast-2}
people:
  yu@example.com:    {is: [admin, developer]}
  hana@example.com:  {is: [admin]}
  minji@example.com: {is: [developer]}
groups: {admin: AWS-Admins, developer: AWS-Developers}
permission-sets:
  AdminAccess:     {use: AdministratorAccess, session: 1h}
  DeveloperAccess: {use: PowerUserAccess, never: [see billing, manage sign-in], session: 8h}
accounts:
  management:  {id: "111111111111"}
  sandbox:     {email: aws-sandbox@example.com, unit: Sandbox}
  development: {email: aws-development@example.com, unit: Workloads}
access:
  everywhere:  {admin: AdminAccess}
  sandbox:     {developer: DeveloperAccess}
  development: {developer: DeveloperAccess}
guardrails: {everywhere: [no-leaving-organization]}
`;
const shorter = (text: string) => text.replace("session: 8h", "session: 4h");

async function applied(loaded = file()): Promise<PlaneTarget> {
  const target = await planeTarget("111111111111");
  assertDone((await planAndApply(loaded, target.connect())).result);
  return target;
}

test("a changed set reaches one canary account, then the others, and is current everywhere", async () => {
  const { connect, close } = await applied();
  const { planned, result } = await planAndApply(file(shorter), connect());
  assertDone(result);
  assert.deepEqual(
    planned.steps.map((step) => step.id),
    [
      "updatePermissionSet:DeveloperAccess",
      "provisionPermissionSet:DeveloperAccess/account/development",
      "provisionPermissionSet:DeveloperAccess/everywhere/every account that has it",
    ],
  );
  const set = (await held(file(shorter), connect())).permissionSets.find(({ name }) => name === "DeveloperAccess");
  assert.deepEqual([set?.sessionDuration, set?.outdatedIn], ["PT4H", []]);
  await close();
});

test("an apply killed between change and provisioning is finished by the next one", async () => {
  const { connect, close } = await applied();
  const { result } = await planAndApply(file(shorter), connect({ writes: [], cutAt: 1 }));
  assert.equal(result.kind, "failed");
  const { planned, result: second } = await planAndApply(file(shorter), connect());
  assertDone(second);
  assert.deepEqual(new Set(planned.steps.map((step) => step.kind)), new Set(["provisionPermissionSet"]));
  assert.deepEqual((await plan(file(shorter), connect())).planned.steps, []);
  await close();
});

test("a person who left is gone, and what the file merely forgets stays", async () => {
  const { connect, close } = await applied();
  const left = file((text) =>
    text.replace("minji@example.com: {is: [developer]}", "minji@example.com: {left: 2026-10-31}"),
  );
  const { planned, result } = await planAndApply(left, connect());
  assertDone(result);
  assert.deepEqual(
    planned.steps.map((step) => step.kind),
    ["deleteMembership", "deleteUser"],
  );
  const estate = await held(left, connect());
  assert.ok(estate.users.every((user) => user.userName !== "minji@example.com"));
  const forgotten = file((text) => text.replace("  sandbox:     {developer: DeveloperAccess}\n", ""));
  const again = (await plan(forgotten, connect())).planned;
  assert.deepEqual(
    again.extra.map((found) => found.name),
    ["AWS-Developers @ sandbox: DeveloperAccess"],
  );
  await close();
});

test("a retired set loses its assignments and goes", async () => {
  const { connect, close } = await applied();
  const retired = file(
    (text) =>
      `${text.replace(/ {2}DeveloperAccess: .*\n/, "").replaceAll(/ {2}\w+: +\{developer: DeveloperAccess\}\n/g, "")}retired: {permission-sets: [DeveloperAccess]}\n`,
  );
  const { planned, result } = await planAndApply(retired, connect());
  assertDone(result);
  assert.deepEqual(
    planned.steps.map((step) => step.kind),
    ["deleteAssignment", "deleteAssignment", "deletePermissionSet"],
  );
  const estate = await held(retired, connect());
  assert.ok(estate.permissionSets.every((set) => set.name !== "DeveloperAccess"));
  await close();
});

test("a set of the same name made by somebody else stops the plan and stays as it was", async () => {
  const target = await planeTarget("111111111111");
  const admin = await createClients(target.connect()).ssoAdmin();
  const { Instances } = await admin.listInstances({});
  const InstanceArn = Instances?.[0]?.InstanceArn;
  await admin.createPermissionSet({ InstanceArn, Name: "DeveloperAccess", SessionDuration: "PT12H" });
  const line: Line = { writes: [] };
  const { planned, result } = await planAndApply(file(), target.connect(line));
  assert.equal(result.kind, "refused");
  assert.deepEqual(
    planned.refusals.map((refusal) => refusal.code),
    ["CST0603"],
  );
  assert.deepEqual(line.writes, []);
  assert.match(printPlan(planned), /permission set `DeveloperAccess` exists and is not tagged/);
  await target.close();
});

test("a plan made before somebody else's change is stale and writes nothing", async () => {
  const { connect, close } = await applied();
  const line: Line = { writes: [] };
  const { clients, planned } = await plan(file(shorter), connect(line));
  const other = await createClients(connect()).identityStore();
  const estate = await held(file(), connect());
  const IdentityStoreId = estate.organization.identityCenter?.identityStoreId;
  await other.createGroup({ IdentityStoreId, DisplayName: "Elsewhere" });
  const result = await applyPlan(planned, clients, { journal: memoryApplyJournal() });
  assert.equal(result.kind, "stale");
  assert.deepEqual(line.writes, []);
  await close();
});

test("a stopped apply says what remains, and the next apply does just that", async () => {
  const { connect, close } = await planeTarget("111111111111");
  const controller = new AbortController();
  const { clients, planned } = await plan(file(), connect());
  const journal = memoryApplyJournal();
  const onProgress = ({ done }: { readonly done: number }) => void (done === 12 && controller.abort());
  const result = await applyPlan(planned, clients, { journal, onProgress, signal: controller.signal });
  assert.equal(result.kind, "stopped");
  const { result: second } = await planAndApply(file(), connect());
  assertDone(second);
  assert.deepEqual((await plan(file(), connect())).planned.steps, []);
  const entries = await journal.read();
  assert.deepEqual([entries[0]?.event, entries.at(-1)?.event], ["started", "ended"]);
  await close();
});

test("IAM users instead of Identity Center: groups, policies, users, password policy, and a second apply writes nothing", async () => {
  const loaded = file(
    (text) =>
      `${text
        .replace("region: ap-northeast-2}", "region: ap-northeast-2, method: iam-users}")
        .replace(/guardrails: .*\n/, "")
        .replace(/ {2}sandbox: +\{email.*\n/, "")
        .replace(/ {2}development: +\{email.*\n/, "")
        .replaceAll(/ {2}(sandbox|development): +\{developer.*\n/g, "")
        .replace(
          "access:\n",
          "access:\n  management:  {developer: DeveloperAccess}\n",
        )}sign-in: {passwords: {length: 14, reuse: 24}}\n`,
  );
  const { connect, close } = await planeTarget("111111111111");
  assertDone((await planAndApply(loaded, connect())).result);
  const line: Line = { writes: [] };
  const { planned, result } = await planAndApply(loaded, connect(line));
  assertDone(result);
  assert.deepEqual([planned.steps, planned.refusals, line.writes], [[], [], []]);
  await close();
});

test("an IAM user who left goes with password and keys", async () => {
  const iamUsers = (text: string) =>
    text
      .replace("region: ap-northeast-2}", "region: ap-northeast-2, method: iam-users}")
      .replace(/guardrails: .*\n/, "");
  const { connect, close } = await applied(file(iamUsers));
  const target = connect();
  const iam = new IAM({
    region: "us-east-1",
    endpoint: "http://plane.test",
    credentials: target.credentials!,
    requestHandler: target.requestHandler!,
  });
  await iam.createLoginProfile({ UserName: "minji@example.com", Password: "Correct-Horse-9-Battery" });
  await iam.createAccessKey({ UserName: "minji@example.com" });
  const left = file((text) =>
    iamUsers(text).replace("minji@example.com: {is: [developer]}", "minji@example.com: {left: 2026-10-31}"),
  );
  const { result } = await planAndApply(left, connect());
  assertDone(result);
  await assert.rejects(iam.getUser({ UserName: "minji@example.com" }), { name: "NoSuchEntityException" });
  await close();
});
