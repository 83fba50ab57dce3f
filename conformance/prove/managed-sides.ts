import { installedCatalog } from "@castellan/catalog/node";
import { compilePolicy, parsePolicy, type CompiledPolicy, type ProofSide } from "@castellan/policy";
import type { NamedSide } from "./fifteen-questions.ts";

/** The catalogue of this working copy. */
export const catalog = installedCatalog();
/** The names of all AWS managed policies, in order. */
export const managedNames: readonly string[] = catalog.managedPolicyIndex().map(({ name }) => name);

const principal = "arn:aws:sts::123456789012:assumed-role/Developer/mina";
const compiled = new Map<string, CompiledPolicy>();

function compile(name: string, text: string): CompiledPolicy {
  const parsed = parsePolicy(text, { kind: "identity", managed: true });
  if (parsed.kind === "policy") return compilePolicy(parsed.policy, name);
  throw new Error(`${name}: ${parsed.message}`);
}

function managed(name: string): CompiledPolicy {
  const known = compiled.get(name) ?? compile(name, catalog.managedPolicy(name)?.document ?? "");
  compiled.set(name, known);
  return known;
}

/** A role session with these policies. */
export function sideOf({ managed: names = [], statements }: NamedSide): ProofSide {
  const own = statements && compile("own", JSON.stringify({ Version: "2012-10-17", Statement: statements }));
  return { principal, policies: { identity: [...names.map(managed), ...(own === undefined ? [] : [own])] } };
}
