import { contextKeysOf } from "../document/context-keys.ts";
import type { Policy, Statement } from "../document/policy-node.ts";
import { splitArnPattern } from "../pattern/arn-pattern.ts";
import { keyOf } from "./standpoint.ts";

/** Keys that tell one principal of a kind from another, and their accounts. */
const personalKeys: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:resourceaccount",
  "aws:userid",
  "aws:username",
]);

const remembered = new WeakMap<Policy, boolean>();

/**
 * Whether a policy may treat two principals of one kind and with the same facts differently, each in its own account.
 * Where no policy of a side does, what is proved of the side holds for every such principal.
 */
export function dependsOnPrincipal(policy: Policy): boolean {
  const known = remembered.get(policy);
  if (known !== undefined) return known;
  const answer =
    policy.statements.some(namesSomebody) || contextKeysOf(policy).some((key) => personalKeys.has(keyOf(key)));
  remembered.set(policy, answer);
  return answer;
}

function namesSomebody({ principal, resource }: Statement): boolean {
  return principal !== undefined || (resource?.patterns ?? []).some(({ value }) => namesAccount(value));
}

function namesAccount(pattern: string): boolean {
  const [, , , , account = "*"] = splitArnPattern(pattern);
  return account !== "*" && account !== "";
}
