import type { Estate } from "../estate.ts";
import { canonicalJson } from "../plan/canonical-json.ts";

/** SHA-256 over everything that was read, in hexadecimal: equal for equal estates, whatever the order of keys. */
export async function digestOf(estate: Estate): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(estate));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
