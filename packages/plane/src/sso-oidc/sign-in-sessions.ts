import type { Collection } from "../frame/collection.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type DirectoryUser, directoryUsers } from "../records/identity-center.ts";
import {
  authorizationCodes,
  deviceAuthorizations,
  type OidcClient,
  oidcClients,
  type SignInSession,
  signInSessions,
} from "../records/sign-in.ts";
import type { Reader } from "../security/policy-library.ts";
import { newToken, tokenHash } from "../security/vault.ts";

/** An access token lives an hour; clients renew it 5 to 15 minutes before. */
const accessTokenSeconds = 3600;
/** A portal session lasts eight hours [IAM Identity Center user guide, configure-user-session: the default]. */
const sessionSeconds = 8 * 3600;
/** How long a replaced refresh token is honoured: two shells may refresh at the same moment. */
const refreshGraceSeconds = 60;

const later = (now: string, seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();
const secondsUntil = (now: string, time: string): number => Math.floor((Date.parse(time) - Date.parse(now)) / 1000);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Tokens as a client gets them. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly expiresIn: number;
}

/** What an application's session is opened for. */
interface SessionFacts {
  readonly userId: string;
  readonly client: OidcClient;
  readonly scopes: readonly string[];
  /** A session that cannot be refreshed has one access token for all of its time. */
  readonly refreshable: boolean;
}

/** Opens a session of an application; nothing when the person may not sign in any more. */
export function openSession(
  tx: Transaction,
  now: string,
  { userId, client, scopes, refreshable }: SessionFacts,
): IssuedTokens | undefined {
  if (!enabledPerson(tx, userId)) return undefined;
  const accessToken = newToken();
  const refreshToken = refreshable ? newToken() : undefined;
  const endsAt = later(now, sessionSeconds);
  const expiresAt = refreshable ? later(now, accessTokenSeconds) : endsAt;
  tx.put(signInSessions, {
    sessionId: newToken(),
    kind: "application",
    userId,
    clientId: client.clientId,
    scopes,
    tokenHash: tokenHash(accessToken),
    ...(refreshToken !== undefined && { refreshTokenHash: tokenHash(refreshToken) }),
    createdAt: now,
    expiresAt,
    endsAt,
  });
  return { accessToken, ...(refreshToken !== undefined && { refreshToken }), expiresIn: secondsUntil(now, expiresAt) };
}

/** Gives a session new tokens, or nothing when it has ended, its person may not sign in, or the refresh token is spent. */
export function refreshSession(
  tx: Transaction,
  now: string,
  session: SignInSession,
  hash: string,
): IssuedTokens | undefined {
  const current = session.refreshTokenHash === hash;
  const graced = session.previousRefresh?.tokenHash === hash && session.previousRefresh.until > now;
  if ((!current && !graced) || session.endsAt <= now || !enabledPerson(tx, session.userId)) return undefined;
  const accessToken = newToken();
  const refreshToken = newToken();
  const expiresAt = earlier(later(now, accessTokenSeconds), session.endsAt);
  const next = { ...session, tokenHash: tokenHash(accessToken), refreshTokenHash: tokenHash(refreshToken), expiresAt };
  // A grace refresh opens a session beside the first, or the two shells would take the token from each other in turns.
  tx.put(
    signInSessions,
    current
      ? { ...next, previousRefresh: { tokenHash: hash, until: later(now, refreshGraceSeconds) } }
      : { ...withoutGrace(next), sessionId: newToken() },
  );
  return { accessToken, refreshToken, expiresIn: secondsUntil(now, expiresAt) };
}

const withoutGrace = ({ previousRefresh: _, ...session }: SignInSession): SignInSession => session;

/** Opens a session of a browser at the portal and returns the cookie's value. */
export function openBrowserSession(
  tx: Transaction,
  now: string,
  userId: string,
): { readonly token: string; readonly endsAt: string } {
  const token = newToken();
  const endsAt = later(now, sessionSeconds);
  const hash = tokenHash(token);
  tx.put(signInSessions, {
    sessionId: newToken(),
    kind: "browser",
    userId,
    scopes: [],
    tokenHash: hash,
    createdAt: now,
    expiresAt: endsAt,
    endsAt,
  });
  return { token, endsAt };
}

/** The live session a token belongs to, with its person; undefined when either is gone. */
export function sessionOfToken(
  reader: Reader,
  now: string,
  kind: SignInSession["kind"],
  token: string,
): { readonly session: SignInSession; readonly person: DirectoryUser } | undefined {
  const [session] = reader.list(signInSessions, "token", tokenHash(token));
  const person = session?.kind === kind && session.expiresAt > now ? enabledPerson(reader, session.userId) : undefined;
  return session && person && { session, person };
}

/** Ends the browser sessions of a person, all but one. */
export function endOtherBrowserSessions(tx: Transaction, userId: string, sessionId: string): void {
  const others = tx
    .list(signInSessions, "user", userId)
    .filter((session) => session.kind === "browser" && session.sessionId !== sessionId);
  for (const session of others) tx.remove(signInSessions, session);
}

/** Forgets what has been over for a day, so that a plane does not grow with every sign-in; till then it is answered as expired. */
export function removeExpired(tx: Transaction, now: string): void {
  const dayAgo = later(now, -24 * 3600);
  for (const session of tx.list(signInSessions)) if (session.endsAt < dayAgo) tx.remove(signInSessions, session);
  for (const collection of [authorizationCodes, deviceAuthorizations, oidcClients] as Collection<Expiring>[]) {
    for (const doc of tx.list(collection)) if (doc.expiresAt < dayAgo) tx.remove(collection, doc);
  }
}

type Expiring = { readonly expiresAt: string };

function enabledPerson(reader: Reader, userId: string): DirectoryUser | undefined {
  return reader.list(directoryUsers, "id", userId).find(({ enabled }) => enabled);
}
