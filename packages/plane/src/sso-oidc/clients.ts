import {
  InvalidClientException,
  InvalidClientMetadataException,
  InvalidRedirectUriException,
  InvalidRequestException,
  InvalidScopeException,
  type RegisterClientRequest,
  UnauthorizedClientException,
  UnsupportedGrantTypeException,
} from "@aws-sdk/client-sso-oidc";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { instances } from "../records/identity-center.ts";
import { type OidcClient, oidcClients } from "../records/sign-in.ts";
import type { Reader } from "../security/policy-library.ts";
import { newToken, tokenHash } from "../security/vault.ts";
import { isLoopbackRedirect } from "./redirect-uri.ts";

const operation = operationsOf("sso-oidc");

/** A registration lives 90 days [IAM Identity Center OIDC API reference, RegisterClient]. */
const registrationMs = 90 * 24 * 3600 * 1000;

/** The scope that lets an application list and use a person's accounts, and refresh its token. */
export const accountAccessScope = "sso:account:access";

/** The grant types AWS supports [IAM Identity Center OIDC API reference, RegisterClient]. */
export const grantTypes = {
  authorizationCode: "authorization_code",
  deviceCode: "urn:ietf:params:oauth:grant-type:device_code",
  refreshToken: "refresh_token",
} as const;

/** A client that names no grants is one of the time before there were any but these. */
const grantsOfOldClients: readonly string[] = [grantTypes.deviceCode, grantTypes.refreshToken];

/** The address the portal is known by. Clients insist on a name of AWS's, so it is an identifier only. */
export const startUrlOf = (identityStoreId: string): string => `https://${identityStoreId}.awsapps.com/start`;

/** Refuses a start URL, or an issuer, that is not this plane's. */
export function checkStartUrl(reader: Reader, url: string): void {
  const known = reader.list(instances).map(({ identityStoreId }) => startUrlOf(identityStoreId));
  if (known.includes(url.replace(/[/#]+$/, ""))) return;
  fail(InvalidRequestException, `the start URL \`${url}\` is not this plane's; it is ${known.join(" or ")}`);
}

/** The registered client of that id, if the secret is its and it has not expired; InvalidClientException otherwise. */
export function clientWithSecret(tx: Transaction, now: string, clientId: string, clientSecret: string): OidcClient {
  const client = tx.get(oidcClients, clientId);
  if (client?.secretHash === tokenHash(clientSecret) && client.expiresAt > now) return client;
  return fail(InvalidClientException, "the client id or secret is wrong, or the registration has expired");
}

/** Whether the client was registered for a grant type. */
export function mayUse(client: OidcClient, grantType: string): boolean {
  return (client.grantTypes.length > 0 ? client.grantTypes : grantsOfOldClients).includes(grantType);
}

/** Refuses a client that was registered without a grant type. */
export function checkGrant(client: OidcClient, grantType: string): void {
  if (!mayUse(client, grantType))
    fail(UnauthorizedClientException, `the client is not registered for the grant type \`${grantType}\``);
}

function checkMetadata({
  clientType,
  grantTypes: asked = [],
  scopes = [],
  redirectUris = [],
}: RegisterClientRequest): void {
  if (clientType !== "public")
    fail(InvalidClientMetadataException, "only clients of the type `public` can be registered");
  const supported: readonly string[] = Object.values(grantTypes);
  const strange = asked.find((grant) => !supported.includes(grant));
  if (strange !== undefined) fail(UnsupportedGrantTypeException, `the grant type \`${strange}\` is not supported`);
  const misspelt = scopes.find((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope));
  if (misspelt !== undefined) fail(InvalidScopeException, `\`${misspelt}\` is not a scope`);
  const remote = redirectUris.find((uri) => !isLoopbackRedirect(uri));
  if (remote !== undefined)
    fail(InvalidRedirectUriException, `the redirect URI \`${remote}\` is not a loopback address`);
  if (asked.includes(grantTypes.authorizationCode) && redirectUris.length === 0) {
    fail(InvalidRedirectUriException, "the authorization code grant needs a redirect URI");
  }
}

const registerClient = operation("RegisterClient", {
  authentication: "none",
  run: ({ input, tx, now, publicUrl }) => {
    checkMetadata(input);
    const {
      clientName = "",
      clientType = "",
      scopes = [],
      redirectUris = [],
      grantTypes: grants = [],
      issuerUrl,
    } = input;
    if (issuerUrl !== undefined) checkStartUrl(tx, issuerUrl);
    const clientSecret = newToken();
    const expiresAt = new Date(Date.parse(now) + registrationMs);
    const { clientId } = tx.put(oidcClients, {
      clientId: newToken(),
      secretHash: tokenHash(clientSecret),
      clientName,
      clientType,
      scopes,
      redirectUris,
      grantTypes: grants,
      ...(issuerUrl !== undefined && { issuerUrl }),
      issuedAt: now,
      expiresAt: expiresAt.toISOString(),
    });
    return {
      clientId,
      clientSecret,
      clientIdIssuedAt: Math.floor(Date.parse(now) / 1000),
      clientSecretExpiresAt: Math.floor(expiresAt.getTime() / 1000),
      authorizationEndpoint: `${publicUrl()}/authorize`,
      tokenEndpoint: `${publicUrl()}/token`,
    };
  },
});

/** Operations on client registrations. */
export const clientOperations = [registerClient];
