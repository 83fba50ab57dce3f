import { collection } from "../frame/collection.ts";

/** An application registered by RegisterClient; its secret is kept as a hash. Times are ISO 8601. */
export interface OidcClient {
  readonly clientId: string;
  readonly secretHash: string;
  readonly clientName: string;
  readonly clientType: string;
  readonly scopes: readonly string[];
  readonly redirectUris: readonly string[];
  readonly grantTypes: readonly string[];
  readonly issuerUrl?: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** A device code waiting for, or given, a person's approval; the code is kept as a hash. */
export interface DeviceAuthorization {
  readonly deviceCodeHash: string;
  readonly userCode: string;
  readonly clientId: string;
  readonly startUrl: string;
  readonly scopes: readonly string[];
  readonly state: "pending" | "approved" | "denied" | "used";
  readonly userId?: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** A code handed to a redirect address, to be exchanged once. */
export interface AuthorizationCode {
  readonly codeHash: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly scopes: readonly string[];
  readonly userId: string;
  readonly expiresAt: string;
  readonly used: boolean;
}

/** A signed-in session: a browser at the portal, or an application holding an access token. Tokens are kept as hashes. */
export interface SignInSession {
  readonly sessionId: string;
  readonly kind: "browser" | "application";
  readonly userId: string;
  readonly clientId?: string;
  readonly scopes: readonly string[];
  readonly tokenHash: string;
  readonly refreshTokenHash?: string;
  /** The refresh token replaced last, honoured for a short grace time: two shells may refresh at once. */
  readonly previousRefresh?: { readonly tokenHash: string; readonly until: string };
  readonly createdAt: string;
  readonly expiresAt: string;
  /** When the session as a whole ends and can no longer be refreshed. */
  readonly endsAt: string;
}

export const oidcClients = collection<OidcClient>("signIn.clients")({
  key: (client) => client.clientId,
  security: false,
});

export const deviceAuthorizations = collection<DeviceAuthorization>("signIn.deviceAuthorizations")({
  key: (device) => device.deviceCodeHash,
  indexes: { userCode: (device) => device.userCode },
  security: false,
});

export const authorizationCodes = collection<AuthorizationCode>("signIn.authorizationCodes")({
  key: (code) => code.codeHash,
  security: false,
});

export const signInSessions = collection<SignInSession>("signIn.sessions")({
  key: (session) => session.sessionId,
  indexes: {
    token: (session) => session.tokenHash,
    refresh: (session) => [session.refreshTokenHash, session.previousRefresh?.tokenHash].filter((h) => h !== undefined),
    user: (session) => session.userId,
  },
  security: false,
});
