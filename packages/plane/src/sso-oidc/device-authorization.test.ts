import { CreateTokenCommand, RegisterClientCommand, StartDeviceAuthorizationCommand } from "@aws-sdk/client-sso-oidc";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { directoryUsers } from "../records/identity-center.ts";
import {
  type Application,
  registerApplication,
  type SignInBench,
  signedInVisitor,
  signInBench,
} from "../testing/sign-in-bench.ts";
import { accountAccessScope, grantTypes } from "./clients.ts";

describe("device authorization", () => {
  let bench: SignInBench;
  let application: Application;

  beforeEach(async () => {
    bench = await signInBench();
    const { clientId = "", clientSecret = "" } = await bench.oidc.send(
      new RegisterClientCommand({
        clientName: "botocore-client-my-aws",
        clientType: "public",
        scopes: [accountAccessScope],
      }),
    );
    application = { clientId, clientSecret };
  });
  afterEach(() => bench.close());

  const start = (who = application, startUrl = bench.startUrl) =>
    bench.oidc.send(new StartDeviceAuthorizationCommand({ ...who, startUrl }));
  const poll = (deviceCode: string | undefined, who = application) =>
    bench.oidc.send(new CreateTokenCommand({ ...who, grantType: grantTypes.deviceCode, deviceCode }));
  const answer = async (userCode: string | undefined, word: "allow" | "deny") =>
    (await signedInVisitor(bench)).post(`/device?user_code=${userCode ?? ""}`, { answer: word });

  test("a code waits ten minutes to be approved and is polled once a second", async () => {
    const { userCode = "", verificationUri = "", verificationUriComplete, expiresIn, interval } = await start();
    assert.match(userCode, /^[B-Z]{4}-[B-Z]{4}$/);
    assert.match(verificationUri, /\/device$/);
    assert.equal(verificationUriComplete, `${verificationUri}?user_code=${userCode}`);
    assert.deepEqual([expiresIn, interval], [600, 1]);
  });

  test("polling is told to wait until the person has approved, then gets tokens once", async () => {
    const { deviceCode, userCode } = await start();
    const pending = { name: "AuthorizationPendingException", error: "authorization_pending" };
    await assert.rejects(poll(deviceCode), pending);
    await assert.rejects(poll(deviceCode), pending);
    assert.equal((await answer(userCode, "allow")).status, 200);
    const tokens = await poll(deviceCode);
    assert.ok(tokens.accessToken);
    assert.ok(tokens.refreshToken);
    await assert.rejects(poll(deviceCode), { name: "InvalidGrantException" });
  });

  test("a client that asked for no scope gets one token for eight hours", async () => {
    const { clientId = "", clientSecret = "" } = await bench.oidc.send(
      new RegisterClientCommand({ clientName: "old", clientType: "public" }),
    );
    const old = { clientId, clientSecret };
    const { deviceCode, userCode } = await start(old);
    await answer(userCode, "allow");
    const { refreshToken, expiresIn } = await poll(deviceCode, old);
    assert.deepEqual({ refreshToken, expiresIn }, { refreshToken: undefined, expiresIn: 8 * 3600 });
  });

  test("polling ends with a clear error when the person says no, or nothing for ten minutes", async () => {
    const denied = await start();
    await answer(denied.userCode, "deny");
    await assert.rejects(poll(denied.deviceCode), { name: "AccessDeniedException", error: "access_denied" });
    const forgotten = await start();
    bench.wait(601);
    await assert.rejects(poll(forgotten.deviceCode), { name: "ExpiredTokenException", error: "expired_token" });
    assert.equal((await answer(forgotten.userCode, "allow")).status, 404);
  });

  test("an answer that was given stands", async () => {
    const { deviceCode, userCode } = await start();
    await answer(userCode, "deny");
    assert.equal((await answer(userCode, "allow")).status, 404);
    await assert.rejects(poll(deviceCode), { name: "AccessDeniedException" });
  });

  test("a device code is good only for the client it was given to", async () => {
    const { deviceCode, userCode } = await start();
    await answer(userCode, "allow");
    await assert.rejects(poll(deviceCode, await registerApplication(bench, { grants: [grantTypes.deviceCode] })), {
      name: "InvalidGrantException",
    });
  });

  test("nobody gets tokens for a person who was disabled after approving", async () => {
    const { deviceCode, userCode } = await start();
    await answer(userCode, "allow");
    await bench.change((tx) => tx.put(directoryUsers, { ...bench.person, enabled: false }));
    await assert.rejects(poll(deviceCode), { name: "InvalidGrantException" });
  });

  test("it starts only for this plane's start URL, and for clients registered for it", async () => {
    await assert.rejects(start(application, "https://d-0000000000.awsapps.com/start"), {
      name: "InvalidRequestException",
      error: "invalid_request",
    });
    await assert.rejects(start(await registerApplication(bench)), {
      name: "UnauthorizedClientException",
      error: "unauthorized_client",
    });
  });
});
