import type { PolicyKind } from "@castellan/policy";

/** What a JSON text is to the linter: a policy with the use it has for certain or looks made for, or something else. */
export type PolicyUse =
  | { readonly kind: "policy"; readonly use: PolicyKind; readonly isCertain?: true }
  | { readonly kind: "other" };

type Members = ReadonlyMap<string, unknown>;

/** The actions of a role's trust policy [IAM User Guide, id_roles_create and Service Authorization Reference, STS, 2025]. */
const trustAction = /^sts:(Assume.*|TagSession|SetSourceIdentity|SetContext)$/i;

/** What every policy has, or should have; a text without any of it is not read further. */
const policyWords = /"Statement"|"2012-10-17"|"2008-10-17"/;

/** What a JSON text is. One that cannot be read is a policy when it has a policy's words: the linter says what is wrong. */
export function policyUse(text: string): PolicyUse {
  if (!policyWords.test(text)) return { kind: "other" };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "policy", use: "identity" };
  }
  const policy = membersOf(json);
  const statement = policy?.get("Statement");
  if (statement !== undefined)
    return { kind: "policy", use: useOf(listOf(statement).flatMap((one) => membersOf(one) ?? [])) };
  return typeof policy?.get("Version") === "string" && policyWords.test(JSON.stringify(policy.get("Version")))
    ? { kind: "policy", use: "identity" }
    : { kind: "other" };
}

/** A statement with a principal stands at a resource, or at a role when it only speaks of assuming one. */
function useOf(statements: readonly Members[]): PolicyKind {
  if (!statements.some((one) => one.has("Principal") || one.has("NotPrincipal"))) return "identity";
  const actions = statements.flatMap((one) => listOf(one.get("Action") ?? []));
  const trusts = actions.length > 0 && actions.every((one) => typeof one === "string" && trustAction.test(one));
  return trusts && !statements.some((one) => one.has("Resource") || one.has("NotResource")) ? "trust" : "resource";
}

function membersOf(value: unknown): Members | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return new Map<string, unknown>(Object.entries(value));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
