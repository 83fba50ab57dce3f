import { CreateTokenCommand, RegisterClientCommand, type RegisterClientCommandInput } from "@aws-sdk/client-sso-oidc";
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signInBench } from "../testing/sign-in-bench.ts";
import { grantTypes } from "./clients.ts";

const bench = await signInBench();
after(() => bench.close());

const register = (changes: Partial<RegisterClientCommandInput> = {}) =>
  bench.oidc.send(new RegisterClientCommand({ clientName: "an application", clientType: "public", ...changes }));

test("a registration gives an id, a secret and when the secret expires, 90 days on", async () => {
  const { clientId, clientSecret, clientIdIssuedAt = 0, clientSecretExpiresAt = 0 } = await register();
  assert.match(clientId ?? "", /^[\w-]{43}$/);
  assert.match(clientSecret ?? "", /^[\w-]{43}$/);
  assert.equal(clientSecretExpiresAt - clientIdIssuedAt, 90 * 24 * 3600);
});

test("a registration is refused with the error that names its fault", async () => {
  const faults: readonly (readonly [Partial<RegisterClientCommandInput>, string, string])[] = [
    [{ clientType: "confidential" }, "InvalidClientMetadataException", "invalid_client_metadata"],
    [{ grantTypes: ["password"] }, "UnsupportedGrantTypeException", "unsupported_grant_type"],
    [{ scopes: ["two words"] }, "InvalidScopeException", "invalid_scope"],
    [{ redirectUris: ["https://example.com/cb"] }, "InvalidRedirectUriException", "invalid_redirect_uri"],
    [{ grantTypes: [grantTypes.authorizationCode] }, "InvalidRedirectUriException", "invalid_redirect_uri"],
    [{ issuerUrl: "https://d-other00000.awsapps.com/start" }, "InvalidRequestException", "invalid_request"],
  ];
  for (const [changes, name, error] of faults) await assert.rejects(register(changes), { name, error });
});

test("the start URL is taken with and without what browsers put behind it", async () => {
  for (const ending of ["", "/", "#", "/#", "#/"]) await register({ issuerUrl: bench.startUrl + ending });
});

test("a client with a wrong secret, or whose registration has expired, is an invalid client", async () => {
  const own = await signInBench();
  const { clientId, clientSecret } = await own.oidc.send(
    new RegisterClientCommand({ clientName: "x", clientType: "public" }),
  );
  const refresh = (secret: string | undefined) =>
    own.oidc.send(
      new CreateTokenCommand({
        clientId,
        clientSecret: secret,
        grantType: grantTypes.refreshToken,
        refreshToken: "none",
      }),
    );
  const isInvalidClient = (error: Error & { $metadata?: { httpStatusCode?: number } }) =>
    error.name === "InvalidClientException" && error.$metadata?.httpStatusCode === 401;
  await assert.rejects(refresh("wrong"), isInvalidClient);
  await assert.rejects(refresh(clientSecret), { name: "InvalidGrantException" });
  own.wait(91 * 24 * 3600);
  await assert.rejects(refresh(clientSecret), isInvalidClient);
  await own.close();
});
