import {
  AccessDeniedException,
  AuthorizationPendingException,
  type CreateTokenRequest,
  ExpiredTokenException,
  InvalidGrantException,
  InvalidRequestException,
  UnsupportedGrantTypeException,
} from "@aws-sdk/client-sso-oidc";
import { createHash } from "node:crypto";
import { fail } from "../frame/fault.ts";
import { type Call, operationsOf } from "../frame/operation.ts";
import {
  authorizationCodes,
  type DeviceAuthorization,
  deviceAuthorizations,
  type OidcClient,
  signInSessions,
} from "../records/sign-in.ts";
import { tokenHash } from "../security/vault.ts";
import { accountAccessScope, checkGrant, clientWithSecret, grantTypes, mayUse } from "./clients.ts";
import { type IssuedTokens, openSession, refreshSession } from "./sign-in-sessions.ts";

const operation = operationsOf("sso-oidc");

type TokenCall = Call<CreateTokenRequest>;

/** One way to be given a token; each checks its own proof and opens or refreshes a session. */
type Grant = (call: TokenCall, client: OidcClient) => IssuedTokens;

const invalidGrant = (fault: string): never => fail(InvalidGrantException, fault);

const missing = (member: string): never =>
  fail(InvalidRequestException, `\`${member}\` is required for this grant type`);

const authorizationCode: Grant = ({ input, tx, now }, client) => {
  const code = tx.get(authorizationCodes, tokenHash(input.code ?? missing("code")));
  const verifier = input.codeVerifier ?? missing("codeVerifier");
  if (!code || code.used || code.clientId !== client.clientId || code.expiresAt <= now)
    return invalidGrant("the authorization code is unknown, spent or expired");
  if (code.redirectUri !== input.redirectUri)
    return invalidGrant("the redirect URI is not the one the code was sent to");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  if (challenge !== code.codeChallenge) return invalidGrant("the code verifier does not match the code challenge");
  tx.put(authorizationCodes, { ...code, used: true });
  const session = {
    userId: code.userId,
    client,
    scopes: code.scopes,
    refreshable: mayUse(client, grantTypes.refreshToken),
  };
  return openSession(tx, now, session) ?? invalidGrant("the person who allowed this can no longer sign in");
};

const deviceCode: Grant = ({ input, tx, now }, client) => {
  const device = tx.get(deviceAuthorizations, tokenHash(input.deviceCode ?? missing("deviceCode")));
  if (device?.clientId !== client.clientId || device.state === "used")
    return invalidGrant("the device code is unknown or spent");
  if (device.expiresAt <= now) return fail(ExpiredTokenException, "the device code has expired");
  const userId = approver(device);
  tx.put(deviceAuthorizations, { ...device, state: "used" });
  const refreshable = device.scopes.includes(accountAccessScope) && mayUse(client, grantTypes.refreshToken);
  return (
    openSession(tx, now, { userId, client, scopes: device.scopes, refreshable }) ??
    invalidGrant("the person who allowed this can no longer sign in")
  );
};

function approver({ state, userId }: DeviceAuthorization): string {
  if (state === "denied") return fail(AccessDeniedException, "the person denied the request");
  if (state === "pending" || userId === undefined)
    return fail(AuthorizationPendingException, "nobody has answered the request yet");
  return userId;
}

const refreshToken: Grant = ({ input, tx, now }, client) => {
  const hash = tokenHash(input.refreshToken ?? missing("refreshToken"));
  const [session] = tx.list(signInSessions, "refresh", hash);
  const tokens = session?.clientId === client.clientId ? refreshSession(tx, now, session, hash) : undefined;
  return tokens ?? invalidGrant("the refresh token is unknown or spent, or its session has ended");
};

const grants: Readonly<Record<string, Grant>> = {
  [grantTypes.authorizationCode]: authorizationCode,
  [grantTypes.deviceCode]: deviceCode,
  [grantTypes.refreshToken]: refreshToken,
};

const createToken = operation("CreateToken", {
  authentication: "none",
  run: (call) => {
    const { clientId = "", clientSecret = "", grantType = "" } = call.input;
    const client = clientWithSecret(call.tx, call.now, clientId, clientSecret);
    const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
    if (!grant) return fail(UnsupportedGrantTypeException, `the grant type \`${grantType}\` is not supported`);
    checkGrant(client, grantType);
    const { accessToken, refreshToken: refresh, expiresIn } = grant(call, client);
    return { accessToken, tokenType: "Bearer", expiresIn, ...(refresh !== undefined && { refreshToken: refresh }) };
  },
});

/** Operations that hand out tokens. */
export const tokenOperations = [createToken];
