import type { DecisionPolicies } from "../../decide/decision-policies.ts";
import { parsePolicy } from "../../document/parse-policy.ts";
import type { PolicyKind } from "../../document/policy-node.ts";
import { compilePolicy } from "../../match/compile-policy.ts";
import type { CompiledPolicy } from "../../match/compiled-policy.ts";
import type { DecisionFacts } from "../../request/facts.ts";
import type { ProofSide } from "../question.ts";

/** A statement with what it leaves out: allow, on everything. */
export type ShortStatement = Readonly<Record<string, unknown>>;

/** The account of the principals of proof cases. */
export const account = "123456789012";
/** A role session in that account. */
export const session = `arn:aws:sts::${account}:assumed-role/Developer/mina`;
/** A user in that account. */
export const user = `arn:aws:iam::${account}:user/mina`;

/** Compiles statements as a policy. */
export function policyOf(statements: readonly ShortStatement[], kind: PolicyKind = "identity"): CompiledPolicy {
  const Statement = statements.map((statement) => ({
    Effect: "Allow",
    ...("Action" in statement || "NotAction" in statement ? {} : { Action: "*" }),
    ...("Resource" in statement || "NotResource" in statement || kind === "trust" ? {} : { Resource: "*" }),
    ...statement,
  }));
  const parsed = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }), { kind });
  if (parsed.kind !== "policy") throw new Error(JSON.stringify(parsed));
  return compilePolicy(parsed.policy, kind);
}

/** A role session with identity statements, and other layers, facts or another principal besides. */
export function sideOf(
  statements: readonly ShortStatement[],
  more: { readonly principal?: string; readonly policies?: DecisionPolicies; readonly facts?: DecisionFacts } = {},
): ProofSide {
  const { principal = session, policies, facts } = more;
  return {
    principal,
    policies: { identity: [policyOf(statements)], ...policies },
    ...(facts && { facts }),
  };
}
