import { IAMClient, ListUsersCommand } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { inProcessHandler } from "@castellan/wire";
import { accountAssignments, directoryUsers } from "../records/identity-center.ts";
import { signedInVisitor, signInBench } from "../testing/sign-in-bench.ts";
import { testAccount } from "../testing/plane-for-tests.ts";
import { hoursAndMinutes } from "./duration.ts";

const bench = await signInBench();
after(() => bench.close());
const visitor = await signedInVisitor(bench);
const asked = { accountId: testAccount, roleName: "AdministratorAccess" };

test("the first page shows the person's accounts and roles and how to use them from a terminal", async () => {
  const { status, text } = await visitor.get("/start");
  assert.equal(status, 200);
  for (const shown of [
    testAccount,
    "AdministratorAccess",
    "for 1 hour",
    bench.startUrl,
    "eu-central-1",
    "export AWS_ENDPOINT_URL=",
  ])
    assert.ok(text.includes(shown), shown);
});

test("`/` leads to the first page", async () => {
  assert.equal((await visitor.get("/")).location, "/start");
});

test("access keys are shown with the endpoint they belong to, and work until the person goes", async () => {
  const { status, text } = await visitor.post("/portal/credentials", asked);
  assert.equal(status, 200);
  const shown = (name: string) => new RegExp(`export ${name}=&quot;([^&]+)&quot;`).exec(text)?.[1] ?? "";
  const keys = {
    accessKeyId: shown("AWS_ACCESS_KEY_ID"),
    secretAccessKey: shown("AWS_SECRET_ACCESS_KEY"),
    sessionToken: shown("AWS_SESSION_TOKEN"),
  };
  assert.ok(shown("AWS_ENDPOINT_URL"));
  const requestHandler = inProcessHandler((request) => bench.plane.answer(request));
  const iam = new IAMClient({
    region: "eu-central-1",
    endpoint: "http://plane.test",
    credentials: keys,
    requestHandler,
    maxAttempts: 1,
  });
  assert.deepEqual((await iam.send(new ListUsersCommand({}))).Users, []);
  await bench.change((tx) => tx.put(directoryUsers, { ...bench.person, enabled: false }));
  await assert.rejects(iam.send(new ListUsersCommand({})), { name: "InvalidClientTokenId" });
  await bench.change((tx) => tx.put(directoryUsers, bench.person));
});

test("roles that are not assigned give no keys", async () => {
  for (const form of [{ ...asked, roleName: "DeveloperAccess" }, { ...asked, accountId: "999999999999" }, {}]) {
    assert.equal((await visitor.post("/portal/credentials", form)).status, 403);
  }
});

test("a person without accounts is told what to do", async () => {
  const assignments = bench.plane.core.ledger.store.list(accountAssignments, "principal", bench.person.userId);
  await bench.change((tx) => assignments.forEach((assignment) => tx.remove(accountAssignments, assignment)));
  assert.match((await visitor.get("/start")).text, /No account is assigned to you yet/);
});

test("a page that does not exist is said to be so", async () => {
  const { status, text } = await visitor.get("/portal/nothing");
  assert.deepEqual([status, text.includes("There is no such page")], [404, true]);
});

test("durations are said as people say them", () => {
  assert.deepEqual([3600, 5400, 7200, 900, 60, 0].map(hoursAndMinutes), [
    "1 hour",
    "1 hour 30 minutes",
    "2 hours",
    "15 minutes",
    "1 minute",
    "less than a minute",
  ]);
});
