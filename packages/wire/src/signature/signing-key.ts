import { createHmac } from "node:crypto";
import type { CredentialScope } from "./credential-scope.ts";

/** How many derived keys are remembered; a key serves one secret, day, region and service. */
const capacity = 2000;

const derived = new Map<string, Buffer>();

/** The key that signs for one secret, day, region and service; the last used ones are remembered. */
export function signingKey(secretKey: string, { date, region, service }: CredentialScope): Buffer {
  const name = `${secretKey}\n${date}\n${region}\n${service}`;
  const key = derived.get(name) ?? deriveKey(secretKey, [date, region, service, "aws4_request"]);
  remember(name, key);
  return key;
}

function deriveKey(secretKey: string, steps: readonly string[]): Buffer {
  let key: Buffer = Buffer.from(`AWS4${secretKey}`);
  for (const step of steps) {
    key = hmac(key, step);
  }
  return key;
}

/** A map yields its keys in the order they were set, so its first is the one used longest ago. */
function remember(name: string, key: Buffer): void {
  derived.delete(name);
  derived.set(name, key);
  const oldest = derived.size > capacity ? derived.keys().next().value : undefined;
  if (oldest !== undefined) {
    derived.delete(oldest);
  }
}

/** HMAC-SHA256. */
export function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
