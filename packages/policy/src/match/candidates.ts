import { candidatesFor } from "./compile-policy.ts";
import type { CompiledPolicy, CompiledStatement } from "./compiled-policy.ts";

/** A policy with those of its statements that are to be matched. */
export interface Candidates {
  readonly policy: CompiledPolicy;
  readonly statements: readonly CompiledStatement[];
}

interface Memory {
  /** The list as it was, for a caller may change its list. */
  readonly policies: readonly CompiledPolicy[];
  readonly byAction: Map<string, readonly Candidates[]>;
}

/** How many actions a list of policies remembers; requests may invent action names without end. */
const rememberedActions = 2_000;
/** What was found for lists of policies seen before; a cache that never changes an answer. */
const memories = new WeakMap<readonly CompiledPolicy[], Memory>();

/** The statements of some policies whose action element matches an action given in lower case; policies without are left out. */
export function candidatesOf(
  policies: readonly CompiledPolicy[],
  action: string,
  service: string,
): readonly Candidates[] {
  const [only] = policies;
  if (policies.length === 1 && only !== undefined)
    return [{ policy: only, statements: candidatesFor(only, action, service) }];
  const { byAction } = memoryOf(policies);
  const known = byAction.get(action);
  if (known !== undefined) return known;
  const found = policies
    .map((policy) => ({ policy, statements: candidatesFor(policy, action, service) }))
    .filter(({ statements }) => statements.length > 0);
  if (byAction.size >= rememberedActions) byAction.clear();
  byAction.set(action, found);
  return found;
}

function memoryOf(policies: readonly CompiledPolicy[]): Memory {
  const known = memories.get(policies);
  if (known !== undefined && isSame(known.policies, policies)) return known;
  const memory = { policies: [...policies], byAction: new Map<string, readonly Candidates[]>() };
  memories.set(policies, memory);
  return memory;
}

function isSame(before: readonly CompiledPolicy[], now: readonly CompiledPolicy[]): boolean {
  if (before.length !== now.length) return false;
  for (let index = 0; index < now.length; index += 1) if (before[index] !== now[index]) return false;
  return true;
}
