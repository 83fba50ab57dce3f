import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Core } from "../frame/core.ts";
import { credentials, type DirectoryUser } from "../records/identity-center.ts";
import { type SignInSession, signInSessions } from "../records/sign-in.ts";
import { openBrowserSession, removeExpired, sessionOfToken } from "../sso-oidc/sign-in-sessions.ts";
import { portalOrigin } from "./origin.ts";

/** Browsers keep cookies by host, not by port: two planes on one machine must not take each other's. */
const cookieOf = (c: Context): string => `castellan_session_${new URL(c.req.url).port || "default"}`;

/** A person signed in with this browser. */
export interface SignedIn {
  readonly session: SignInSession;
  readonly person: DirectoryUser;
  /** True while the person still has to replace a one-time password. */
  readonly mustChoosePassword: boolean;
}

/** Who is signed in with this browser, if anybody. */
export function signedInWith(core: Core, c: Context): SignedIn | undefined {
  const found = sessionOfToken(
    core.ledger.store,
    core.clock().toISOString(),
    "browser",
    getCookie(c, cookieOf(c)) ?? "",
  );
  return (
    found && { ...found, mustChoosePassword: core.ledger.store.get(credentials, found.person.userId)?.oneTime ?? false }
  );
}

/** Signs a person in: a new session in place of this browser's old one, its token in a cookie no script can read. */
export async function signIn(core: Core, c: Context, userId: string): Promise<void> {
  const before = signedInWith(core, c)?.session;
  const { token, endsAt } = await core.transact(portalOrigin("SignIn", userId), {}, ({ tx, now }) => {
    if (before) tx.remove(signInSessions, before);
    removeExpired(tx, now);
    return openBrowserSession(tx, now, userId);
  });
  const secure = core.surroundings.publicUrl().startsWith("https:");
  setCookie(c, cookieOf(c), token, { httpOnly: true, sameSite: "Lax", path: "/", secure, expires: new Date(endsAt) });
}

/** Ends this browser's session. */
export async function signOut(core: Core, c: Context): Promise<void> {
  const signedIn = signedInWith(core, c);
  if (signedIn) {
    const origin = portalOrigin("SignOut", signedIn.person.userId);
    await core.transact(origin, {}, ({ tx }) => tx.remove(signInSessions, signedIn.session));
  }
  deleteCookie(c, cookieOf(c), { path: "/" });
}
