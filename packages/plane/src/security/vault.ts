import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Seals what has to be read again (signing secrets, session claims) with one 256-bit key: AES-256-GCM, random nonce. */
export interface Vault {
  seal(text: string): string;
  /** The sealed text, or undefined when it was not sealed by this key or has been altered. */
  open(sealed: string): string | undefined;
}

const nonceBytes = 12;
const tagBytes = 16;

/** A vault for a key of 32 bytes. */
export function createVault(key: Uint8Array): Vault {
  return {
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([sealed, cipher.getAuthTag()]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < nonceBytes + tagBytes) return undefined;
      try {
        const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes));
        cipher.setAuthTag(bytes.subarray(-tagBytes));
        const text = cipher.update(bytes.subarray(nonceBytes, -tagBytes));
        return Buffer.concat([text, cipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}

/** A key for `createVault`. */
export const newVaultKey = (): Uint8Array => randomBytes(32);

/** What is kept of a token that only has to be recognised: SHA-256, base64url. Tokens carry 256 random bits, so no salt. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** A token nobody can guess: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");
