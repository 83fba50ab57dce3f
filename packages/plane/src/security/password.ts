import { randomBytes, randomInt, scrypt, scryptSync, timingSafeEqual } from "node:crypto";

/** scrypt's parameters; memory for one guess is 128 N r bytes. */
interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** As OWASP's password storage cheat sheet advises: 128 MiB for one guess. */
const chosenPasswords: Cost = { N: 2 ** 17, r: 8, p: 1 };
/** Passwords made by `newOneTimePassword` cannot be guessed at any speed, so their hash need not be slow. */
const generatedPasswords: Cost = { N: 2 ** 10, r: 8, p: 1 };
/** For handlers, which may not wait: about 30 ms and 16 MiB for one guess, so that the plane does not stand still for long. */
const passwordsInHandlers: Cost = { N: 2 ** 14, r: 8, p: 1 };
const hashBytes = 32;
const maxmem = 256 * 2 ** 20;

const derive = (password: string, salt: Uint8Array, cost: Cost) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, hashBytes, { ...cost, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

const print = ({ N, r, p }: Cost, salt: Buffer, hash: Buffer): string =>
  `$scrypt$ln=${Math.log2(N)},r=${r},p=${p}$${salt.toString("base64url")}$${hash.toString("base64url")}`;

/** A password as it may be stored: `$scrypt$ln=17,r=8,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return print(chosenPasswords, salt, await derive(password, salt, chosenPasswords));
}

/** The same for a password of `newOneTimePassword`, at once. */
export const hashGeneratedPassword = (password: string): string => hashNow(password, generatedPasswords);

/** The same for a password somebody chose, within a handler: at a lower cost, see `passwordsInHandlers`. */
export const hashPasswordNow = (password: string): string => hashNow(password, passwordsInHandlers);

function hashNow(password: string, cost: Cost): string {
  const salt = randomBytes(16);
  return print(cost, salt, deriveNow(password, salt, cost));
}

const deriveNow = (password: string, salt: Uint8Array, cost: Cost): Buffer =>
  scryptSync(password.normalize("NFKC"), salt, hashBytes, { ...cost, maxmem });

/** Whether the password is the one that was hashed; false for a hash it cannot read. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const read = readHash(stored);
  return read !== undefined && timingSafeEqual(await derive(password, read.salt, read.cost), read.hash);
}

/** The same within a handler, for a hash that `hashPasswordNow` made. */
export function verifyPasswordNow(password: string, stored: string): boolean {
  const read = readHash(stored);
  return read !== undefined && timingSafeEqual(deriveNow(password, read.salt, read.cost), read.hash);
}

function readHash(stored: string): { readonly cost: Cost; readonly salt: Buffer; readonly hash: Buffer } | undefined {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored);
  if (!parts) return undefined;
  const [, ln, r, p, salt = "", hash = ""] = parts;
  const cost = { N: 2 ** Number(ln), r: Number(r), p: Number(p) };
  return { cost, salt: Buffer.from(salt, "base64url"), hash: Buffer.from(hash, "base64url") };
}

/** Letters and digits that are not mistaken for one another. */
const readable = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A one-time password to be read aloud or typed: four groups of five, 115 random bits. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: 5 }, () => readable[randomInt(readable.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
