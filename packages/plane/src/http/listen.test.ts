import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  ListUsersCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, test } from "node:test";
import { testPlane } from "../testing/plane-for-tests.ts";
import { listen } from "./listen.ts";

const { plane, clients, close } = await testPlane();
const listening = await listen(plane, { host: "127.0.0.1", port: 0 });
after(async () => {
  await listening.close();
  await close();
});

test("pages and the API share one port", async () => {
  const page = await fetch(`${listening.endpoint}/sign-in`);
  assert.match(await page.text(), /<h1>Sign in<\/h1>/);
  const iam = new IAMClient({
    region: "us-east-1",
    endpoint: listening.endpoint,
    credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wrong" },
  });
  await assert.rejects(iam.send(new ListUsersCommand({})), { name: "InvalidClientTokenId" });
});

test("addresses that are shown to people begin with the endpoint", async () => {
  const body = JSON.stringify({ clientName: "x", clientType: "public" });
  const answer = await fetch(`${listening.endpoint}/client/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  assert.equal(((await answer.json()) as { tokenEndpoint: string }).tokenEndpoint, `${listening.endpoint}/token`);
});

test("a form larger than any of ours is refused", async () => {
  const { origin } = new URL(listening.endpoint);
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams({ userName: "x".repeat(100_000) }),
  });
  assert.equal(answer.status, 413);
});

test("a sign-in form is taken from the address the browser sees", async () => {
  const answer = await fetch(`${listening.endpoint}/sign-in`, {
    method: "POST",
    headers: { origin: listening.endpoint },
    body: new URLSearchParams({ userName: "x" }),
  });
  assert.equal(answer.status, 401);
});

test("a port that is taken is an error, not a crash", async () => {
  const port = Number(new URL(listening.endpoint).port);
  await assert.rejects(listen(plane, { host: "127.0.0.1", port }), { code: "EADDRINUSE" });
});

test("health says how the plane stands", async () => {
  const health = (await (await fetch(`${listening.endpoint}/_castellan/health`)).json()) as {
    status: string;
    auth: string;
    revision: number;
  };
  assert.deepEqual({ status: health.status, auth: health.auth }, { status: "ok", auth: "enforce" });
  assert.ok(health.revision > 0);
});

test("a plane that enforces access cannot be reset, an open one can", async () => {
  const refused = await fetch(`${listening.endpoint}/_castellan/reset`, { method: "POST" });
  assert.equal(refused.status, 403);
  const open = await testPlane({ auth: "open" });
  const before = open.plane.firstAdministrator?.password;
  assert.equal(
    (await open.plane.fetch(new Request("http://plane.test/_castellan/reset", { method: "POST" }))).status,
    200,
  );
  assert.notEqual(open.plane.firstAdministrator?.password, before);
  await open.close();
});

test("closing does not wait for connections that are idle", async () => {
  const other = await testPlane();
  const { endpoint, close: stop } = await listen(other.plane, { host: "127.0.0.1", port: 0 });
  await new Promise((resolve, reject) => {
    request(`${endpoint}/sign-in`, { headers: { connection: "keep-alive" } }, (response) =>
      response.resume().on("end", resolve),
    )
      .on("error", reject)
      .end();
  });
  await stop();
  await other.close();
});

test("conditions on the caller's address see the address of the connection", async () => {
  const admin = clients(IAMClient);
  await admin.send(new CreateUserCommand({ UserName: "ada" }));
  const { AccessKey } = await admin.send(new CreateAccessKeyCommand({ UserName: "ada" }));
  const credentials = {
    accessKeyId: AccessKey?.AccessKeyId ?? "",
    secretAccessKey: AccessKey?.SecretAccessKey ?? "",
  };
  const ada = new IAMClient({ region: "us-east-1", endpoint: listening.endpoint, credentials });
  const allowFrom = (range: string) => {
    const Condition = { IpAddress: { "aws:SourceIp": range } };
    const Statement = [{ Effect: "Allow", Action: "iam:ListUsers", Resource: "*", Condition }];
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    return admin.send(new PutUserPolicyCommand({ UserName: "ada", PolicyName: "from", PolicyDocument }));
  };
  await allowFrom("10.0.0.0/8");
  await assert.rejects(ada.send(new ListUsersCommand({})), { name: "AccessDenied" });
  await allowFrom("127.0.0.1/32");
  await ada.send(new ListUsersCommand({}));
});
