import { type CompiledPolicy, contextKeysOf } from "@castellan/policy";

/** The context keys that policies refer to, each once whatever its letter case, as first written. */
export function referredKeys(policies: readonly CompiledPolicy[]): string[] {
  const keys = new Map<string, string>();
  for (const key of policies.flatMap(({ policy }) => contextKeysOf(policy)))
    if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
  return [...keys.values()];
}
