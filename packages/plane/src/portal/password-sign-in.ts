import type { Core } from "../frame/core.ts";
import { type Credential, credentials, directoryUsers, instances } from "../records/identity-center.ts";
import { hashPassword, verifyPassword } from "../security/password.ts";
import { endOtherBrowserSessions } from "../sso-oidc/sign-in-sessions.ts";
import { portalOrigin } from "./origin.ts";

/** After this many wrong passwords in a row sign-in pauses, for a time that doubles with each further one. */
const freeAttempts = 5;
const firstPauseSeconds = 30;
const longestPauseSeconds = 3600;

/** Hash of a chosen password that nobody has: a check against it fails, and takes as long as any other. */
const nobodysHash = `$scrypt$ln=17,r=8,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

/**
 * The id of the person a user name and password are right for. Unknown name, wrong password, disabled person and pause
 * after too many attempts cannot be told apart, neither by the answer nor by the time it takes.
 */
export async function checkPassword(core: Core, userName: string, password: string): Promise<string | undefined> {
  const known = credentialOf(core, userName);
  const right = await matches(password, known?.passwordHash ?? nobodysHash);
  const paused = known !== undefined && isPaused(known, core.clock().toISOString());
  const origin = portalOrigin(right && !paused ? "PasswordAccepted" : "PasswordRefused", known?.userId);
  return core.transact(origin, {}, ({ tx, now }) => {
    // Others may have tried, or the password may have been changed, while this one was checked.
    const current = known && tx.get(credentials, known.userId);
    if (!current || isPaused(current, now)) return undefined;
    const good = right && current.passwordHash === known.passwordHash;
    tx.put(credentials, good ? released(current) : afterWrong(current, now));
    return good ? current.userId : undefined;
  });
}

/** Sets the password a person has chosen, and ends the person's other sessions at the portal. */
export async function setOwnPassword(core: Core, userId: string, password: string, sessionId: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await core.transact(portalOrigin("SetPassword", userId), {}, ({ tx, now }) => {
    tx.put(credentials, { userId, passwordHash, oneTime: false, setAt: now, failedAttempts: 0 });
    endOtherBrowserSessions(tx, userId, sessionId);
  });
}

/** What is wrong with a chosen password, if anything [IAM Identity Center user guide, password requirements]. */
export async function passwordProblem(core: Core, userId: string, password: string): Promise<string | undefined> {
  if (password.length < 8 || password.length > 64) return "The password must have 8 to 64 characters.";
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];
  if (!classes.every((kind) => kind.test(password)))
    return "The password must have a lower-case letter, an upper-case letter, a digit and a symbol.";
  const current = core.ledger.store.get(credentials, userId);
  const same = current !== undefined && (await verifyPassword(password, current.passwordHash));
  return same ? "This is the password you have. Choose another." : undefined;
}

/** Every check costs one slow hash, also one against the quick hash of a one-time password. */
async function matches(password: string, stored: string): Promise<boolean> {
  const slow = stored.startsWith("$scrypt$ln=17,");
  const [right] = await Promise.all([
    verifyPassword(password, stored),
    slow ? undefined : verifyPassword(password, nobodysHash),
  ]);
  return right;
}

function credentialOf(core: Core, userName: string): Credential | undefined {
  const { store } = core.ledger;
  const name = userName.trim().toLowerCase();
  const people = store
    .list(instances)
    .flatMap(({ identityStoreId }) => store.list(directoryUsers, "name", `${identityStoreId}/${name}`));
  const person = people.find(({ enabled }) => enabled);
  return person && store.get(credentials, person.userId);
}

const isPaused = ({ lockedUntil }: Credential, now: string): boolean => lockedUntil !== undefined && lockedUntil > now;

function released({ lockedUntil: _, ...credential }: Credential): Credential {
  return { ...credential, failedAttempts: 0 };
}

function afterWrong(credential: Credential, now: string): Credential {
  const failedAttempts = credential.failedAttempts + 1;
  if (failedAttempts < freeAttempts) return { ...credential, failedAttempts };
  const seconds = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (failedAttempts - freeAttempts));
  return { ...credential, failedAttempts, lockedUntil: new Date(Date.parse(now) + seconds * 1000).toISOString() };
}
