import { type CompiledPolicy, compilePolicy, parsePolicy, type PolicyKind } from "@castellan/policy";
import type { AccessCatalog } from "../access-catalog.ts";

/** A policy ready to decide with, or why it cannot be. */
export type ShelvedPolicy =
  | { readonly kind: "policy"; readonly policy: CompiledPolicy }
  | { readonly kind: "unusable"; readonly reason: string };

/** Parses and compiles each policy once, when it is first asked for. */
export interface PolicyShelf {
  /** An AWS managed policy by ARN. */
  managed(arn: string, kind: PolicyKind): ShelvedPolicy;
  /** A policy by its JSON text; `id` is what explanations call it. */
  written(document: string, id: string, kind: PolicyKind): ShelvedPolicy;
}

/** An empty shelf over a catalogue. */
export function policyShelf(catalog: AccessCatalog): PolicyShelf {
  const shelf = new Map<string, ShelvedPolicy>();
  const once = (key: string, make: () => ShelvedPolicy): ShelvedPolicy => {
    const known = shelf.get(key) ?? make();
    shelf.set(key, known);
    return known;
  };
  return {
    managed: (arn, kind) =>
      once(`${kind} ${arn}`, () => {
        const policy = catalog.managedPolicy(arn);
        return policy === undefined
          ? { kind: "unusable", reason: `the catalogue has no AWS managed policy \`${arn}\`` }
          : compile(policy.document, policy.name, kind);
      }),
    written: (document, id, kind) => once(`${kind} ${id} ${document}`, () => compile(document, id, kind)),
  };
}

function compile(document: string, id: string, kind: PolicyKind): ShelvedPolicy {
  const parsed = parsePolicy(document, { kind, accept: "meaningful" });
  if (parsed.kind === "policy") return { kind: "policy", policy: compilePolicy(parsed.policy, id) };
  return { kind: "unusable", reason: `policy \`${id}\`: ${parsed.message}` };
}
