import type { SessionClaims } from "../frame/caller.ts";
import { newAccessKeyId, newSecretAccessKey } from "../frame/ids.ts";
import type { Vault } from "./vault.ts";

/** Temporary credentials as they are handed out. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** Makes temporary credentials; everything the plane must know later travels sealed in the session token. */
export function issueSession(
  vault: Vault,
  claims: Omit<SessionClaims, "accessKeyId" | "secretAccessKey">,
): SessionCredentials {
  const accessKeyId = newAccessKeyId("ASIA", claims.accountId);
  const secretAccessKey = newSecretAccessKey();
  const sessionToken = vault.seal(JSON.stringify({ ...claims, accessKeyId, secretAccessKey } satisfies SessionClaims));
  return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(claims.expiresAt * 1000) };
}
