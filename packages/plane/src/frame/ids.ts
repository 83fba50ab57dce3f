import { randomBytes, randomInt, randomUUID } from "node:crypto";

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const pick = (alphabet: string, length: number): string => {
  let text = "";
  for (const byte of randomBytes(length)) text += alphabet[byte % alphabet.length];
  return text;
};

/** Prefixes of IAM's unique ids [IAM User Guide, reference_identifiers]. */
export type UniqueIdPrefix = "AIDA" | "AGPA" | "AROA" | "ANPA" | "AIPA";

/** A unique id such as `AIDACKCEVSQ6C2EXAMPLE`: 21 characters. */
export const newUniqueId = (prefix: UniqueIdPrefix): string => `${prefix}${pick(base32, 17)}`;

/**
 * A key id of 20 characters: `AKIA…` long-term, `ASIA…` temporary. As on AWS the account can be read off it: the first 48
 * bits of the base32 part hold a one bit, the account (40 bits) and 7 random bits.
 */
export function newAccessKeyId(prefix: "AKIA" | "ASIA", accountId: string): string {
  const head = (1n << 47n) | (BigInt(accountId) << 7n) | BigInt(randomInt(128));
  const bits = (head << 32n) | BigInt(randomBytes(4).readUInt32BE());
  let text = "";
  for (let shift = 75n; shift >= 0n; shift -= 5n) text += base32[Number((bits >> shift) & 31n)];
  return prefix + text;
}

/** The account a key id belongs to, or undefined when it is not of the form `newAccessKeyId` makes. */
export function accountOfAccessKeyId(keyId: string): string | undefined {
  if (!/^A[KS]IA[A-Z2-7]{16}$/.test(keyId)) return undefined;
  let bits = 0n;
  for (const character of keyId.slice(4, 14)) bits = (bits << 5n) | BigInt(base32.indexOf(character));
  const account = String(((bits >> 2n) & 0x7fffffffff80n) >> 7n);
  return account.length > 12 ? undefined : account.padStart(12, "0");
}

/** The secret of an access key: 40 characters. */
export const newSecretAccessKey = (): string => randomBytes(30).toString("base64");

/** A request id, as in `x-amzn-requestid`. */
export const newRequestId = (): string => randomUUID();

/** Lower-case letters and digits, as in the ids of Organizations (`o-…`, `ou-…`) and Identity Center. */
export const newSuffix = (length: number): string => pick("abcdefghijklmnopqrstuvwxyz0123456789", length);

/** Hexadecimal digits. */
export const newHex = (length: number): string => pick("0123456789abcdef", length);

/** Twelve decimal digits that do not begin with zero. */
export const newAccountId = (): string => String(randomInt(1, 10)) + pick("0123456789", 11);
