import { type CompiledPolicy, compilePolicy, parsePolicy, type PolicyKind } from "@castellan/policy";

/** A policy of one statement that stands in for a layer that is not compared. */
export function ownPolicy(statement: object, kind: PolicyKind): CompiledPolicy {
  const parsed = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }), { kind });
  if (parsed.kind === "malformed") throw new Error(parsed.message);
  return compilePolicy(parsed.policy, "every other layer");
}
