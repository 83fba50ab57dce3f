import { CreateTokenCommand, type CreateTokenCommandInput } from "@aws-sdk/client-sso-oidc";
import { ListAccountsCommand } from "@aws-sdk/client-sso";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { directoryUsers } from "../records/identity-center.ts";
import type { PortalVisitor } from "../testing/portal-visitor.ts";
import {
  type Application,
  authorizationCodeFor,
  authorizePath,
  callback,
  exchangeCode,
  registerApplication,
  type SignInBench,
  signedInVisitor,
  signInBench,
  verifier,
} from "../testing/sign-in-bench.ts";
import { grantTypes } from "./clients.ts";

const invalidGrant = { name: "InvalidGrantException", error: "invalid_grant" };

describe("tokens", () => {
  let bench: SignInBench;
  let visitor: PortalVisitor;
  let application: Application;

  beforeEach(async () => {
    bench = await signInBench();
    visitor = await signedInVisitor(bench);
    application = await registerApplication(bench);
  });
  afterEach(() => bench.close());

  const token = (changes: Partial<CreateTokenCommandInput>) =>
    bench.oidc.send(
      new CreateTokenCommand({
        ...application,
        grantType: grantTypes.authorizationCode,
        redirectUri: callback,
        codeVerifier: verifier,
        ...changes,
      }),
    );
  const refresh = (refreshToken: string | undefined, who = application) =>
    token({ ...who, grantType: grantTypes.refreshToken, refreshToken });
  const works = async (accessToken: string | undefined) =>
    (await bench.sso.send(new ListAccountsCommand({ accessToken }))).accountList?.length === 1;
  const isOver = (accessToken: string | undefined) =>
    assert.rejects(works(accessToken), { name: "UnauthorizedException" });
  const disable = () => bench.change((tx) => tx.put(directoryUsers, { ...bench.person, enabled: false }));

  test("a code gives an access token for an hour and a refresh token", async () => {
    const tokens = await exchangeCode(bench, application, await authorizationCodeFor(visitor, application));
    assert.equal(tokens.tokenType, "Bearer");
    assert.equal(tokens.expiresIn, 3600);
    assert.ok(tokens.refreshToken);
    assert.ok(await works(tokens.accessToken));
    bench.wait(3601);
    await isOver(tokens.accessToken);
  });

  test("a code is good once", async () => {
    const code = await authorizationCodeFor(visitor, application);
    await exchangeCode(bench, application, code);
    await assert.rejects(exchangeCode(bench, application, code), invalidGrant);
  });

  test("a code is good for ten minutes", async () => {
    const code = await authorizationCodeFor(visitor, application);
    bench.wait(601);
    await assert.rejects(exchangeCode(bench, application, code), invalidGrant);
  });

  test("a code is good only with its own verifier, redirect URI and client", async () => {
    const code = await authorizationCodeFor(visitor, application);
    await assert.rejects(token({ code, codeVerifier: `${verifier}x` }), invalidGrant);
    await assert.rejects(token({ code, redirectUri: callback.replace("39001", "39002") }), invalidGrant);
    await assert.rejects(token({ code, ...(await registerApplication(bench)) }), invalidGrant);
    assert.ok((await exchangeCode(bench, application, code)).accessToken);
  });

  test("what a grant needs and does not get is named", async () => {
    await assert.rejects(token({ code: undefined }), {
      name: "InvalidRequestException",
      error: "invalid_request",
      error_description: "`code` is required for this grant type",
    });
    await assert.rejects(token({ code: "x", codeVerifier: undefined }), {
      name: "InvalidRequestException",
      error: "invalid_request",
    });
    await assert.rejects(token({ grantType: grantTypes.refreshToken }), { name: "InvalidRequestException" });
    await assert.rejects(
      token({
        grantType: grantTypes.deviceCode,
        ...(await registerApplication(bench, { grants: [grantTypes.deviceCode] })),
      }),
      { name: "InvalidRequestException" },
    );
  });

  test("grant types that do not exist, or that the client is not registered for, are told apart", async () => {
    await assert.rejects(token({ grantType: "password" }), {
      name: "UnsupportedGrantTypeException",
      error: "unsupported_grant_type",
    });
    await assert.rejects(token({ grantType: "constructor" }), { name: "UnsupportedGrantTypeException" });
    await assert.rejects(token({ grantType: grantTypes.deviceCode, deviceCode: "x" }), {
      name: "UnauthorizedClientException",
      error: "unauthorized_client",
    });
  });

  test("a client registered without the refresh grant gets one access token for the whole session", async () => {
    const once = await registerApplication(bench, { grants: [grantTypes.authorizationCode] });
    const tokens = await exchangeCode(bench, once, await authorizationCodeFor(visitor, once));
    assert.equal(tokens.refreshToken, undefined);
    assert.equal(tokens.expiresIn, 8 * 3600);
  });

  test("a refresh replaces both tokens", async () => {
    const first = await exchangeCode(bench, application, await authorizationCodeFor(visitor, application));
    const second = await refresh(first.refreshToken);
    assert.notEqual(second.refreshToken, first.refreshToken);
    assert.ok(await works(second.accessToken));
    await isOver(first.accessToken);
  });

  test("two shells that refresh at the same moment both go on, a minute later the old token is spent", async () => {
    const first = await exchangeCode(bench, application, await authorizationCodeFor(visitor, application));
    const [one, other] = [await refresh(first.refreshToken), await refresh(first.refreshToken)];
    assert.ok(await works(one.accessToken));
    assert.ok(await works(other.accessToken));
    assert.ok((await refresh(one.refreshToken)).accessToken);
    assert.ok((await refresh(other.refreshToken)).accessToken);
    bench.wait(61);
    await assert.rejects(refresh(first.refreshToken), invalidGrant);
  });

  test("refreshing does not lengthen a session beyond its eight hours", async () => {
    let { refreshToken } = await exchangeCode(bench, application, await authorizationCodeFor(visitor, application));
    bench.wait(7.5 * 3600);
    const late = await refresh(refreshToken);
    refreshToken = late.refreshToken;
    assert.ok((late.expiresIn ?? 0) <= 1800);
    bench.wait(1801);
    await assert.rejects(refresh(refreshToken), invalidGrant);
  });

  test("a refresh token is good only for the client it was given to", async () => {
    const { refreshToken } = await exchangeCode(bench, application, await authorizationCodeFor(visitor, application));
    await assert.rejects(refresh(refreshToken, await registerApplication(bench)), invalidGrant);
  });

  test("a person who is disabled loses tokens, refreshes and codes at once", async () => {
    const tokens = await exchangeCode(bench, application, await authorizationCodeFor(visitor, application));
    const code = await authorizationCodeFor(visitor, application);
    await disable();
    await isOver(tokens.accessToken);
    await assert.rejects(refresh(tokens.refreshToken), invalidGrant);
    await assert.rejects(exchangeCode(bench, application, code), invalidGrant);
    assert.equal((await visitor.get("/start")).status, 303);
  });

  test("a token without the scope for accounts does not reach them", async () => {
    const other = await registerApplication(bench, { scopes: ["openid"] });
    const { location = "" } = await visitor.post(authorizePath(other, { scopes: "openid" }), { answer: "allow" });
    const tokens = await exchangeCode(bench, other, new URL(location).searchParams.get("code") ?? "");
    await isOver(tokens.accessToken);
  });
});
