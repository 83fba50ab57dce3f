import { type CompiledPolicy, compilePolicy, parsePolicy, type PolicyKind } from "@castellan/policy";
import type { NamedDocument } from "./grant-documents.ts";

/** A policy ready to decide with, or why it cannot be. */
export type ShelvedPolicy =
  | { readonly kind: "policy"; readonly policy: CompiledPolicy }
  | { readonly kind: "unusable"; readonly reason: string };

/** Parses and compiles each policy once, when it is first asked for. */
export type PolicyShelf = (policy: NamedDocument, kind: PolicyKind) => ShelvedPolicy;

/** An empty shelf. */
export function policyShelf(): PolicyShelf {
  // By document first: a long text is hashed once if it is not put together anew for every look.
  const shelf = new Map<string, Map<string, ShelvedPolicy>>();
  return (policy, kind) => {
    const uses = shelf.get(policy.document) ?? new Map<string, ShelvedPolicy>();
    shelf.set(policy.document, uses);
    const key = `${kind} ${policy.id}`;
    const known = uses.get(key) ?? compile(policy, kind);
    uses.set(key, known);
    return known;
  };
}

function compile({ id, document }: NamedDocument, kind: PolicyKind): ShelvedPolicy {
  // Policies that AWS stores are judged even where AWS would no longer take them.
  const parsed = parsePolicy(document, { kind, accept: "meaningful" });
  if (parsed.kind === "policy") return { kind: "policy", policy: compilePolicy(parsed.policy, id) };
  return { kind: "unusable", reason: `policy \`${id}\`: ${parsed.message}` };
}
