import { decide, type DecisionInput } from "../decide/decide.ts";
import type { DecisionPolicies } from "../decide/decision-policies.ts";
import type { DecidingStatement, Outcome } from "../decide/decision.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { parsePolicy } from "../document/parse-policy.ts";
import type { PolicyKind } from "../document/policy-node.ts";
import { compilePolicy } from "../match/compile-policy.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import type { RequestContext } from "../request/request.ts";
import type { CasePolicy, DecisionCase } from "./decision-case.ts";
import { policyText, readCase } from "./read-case.ts";

/** The answer to a case, or why there is none. */
export type CaseResult =
  | {
      readonly kind: "decided";
      readonly id: string;
      readonly decision: Outcome;
      readonly expected?: Outcome;
      readonly because: readonly DecidingStatement[];
    }
  | { readonly kind: "invalid"; readonly id?: string; readonly diagnostics: readonly Diagnostic[] };

/** A case turned into the input of `decide`, or why it cannot be. */
export type CaseInput =
  | { readonly kind: "input"; readonly input: DecisionInput }
  | { readonly kind: "invalid"; readonly diagnostics: readonly Diagnostic[] };

/** Decides a case of unknown origin. */
export function runCase(value: unknown): CaseResult {
  const read = readCase(value);
  if (read.kind === "invalid") return read;
  const { id, expected } = read.case;
  const prepared = prepareCase(read.case);
  if (prepared.kind === "invalid") return { ...prepared, id };
  const { outcome, because } = decide(prepared.input);
  return { kind: "decided", id, decision: outcome, ...(expected !== undefined && { expected }), because };
}

/**
 * Parses and compiles the policies of a case. Documents that AWS would no longer store but that can be evaluated are
 * let pass. In spans the file is the place in the case, as `identity[0]`.
 */
export function prepareCase({ principal, request, policies = {}, facts }: DecisionCase): CaseInput {
  const diagnostics: Diagnostic[] = [];
  const compile = (kind: PolicyKind, place: string, policy: CasePolicy): readonly CompiledPolicy[] => {
    const parsed = parsePolicy(policyText(policy), { kind, file: place, accept: "meaningful" });
    if (parsed.kind === "policy") return [compilePolicy(parsed.policy, place)];
    diagnostics.push(...parsed.diagnostics);
    return [];
  };
  const prepared = preparePolicies(policies, resourceKind(request), compile);
  const { action, resource, resourceAccount, context } = request;
  const asked = {
    action,
    resource,
    ...(resourceAccount && { resourceAccount }),
    ...(context && { context: contextOf(context) }),
  };
  const input = { principal, request: asked, policies: prepared, ...(facts && { facts }) };
  return diagnostics.length > 0 ? { kind: "invalid", diagnostics } : { kind: "input", input };
}

type Compile = (kind: PolicyKind, place: string, policy: CasePolicy) => readonly CompiledPolicy[];

function preparePolicies(
  policies: NonNullable<DecisionCase["policies"]>,
  resource: PolicyKind,
  compile: Compile,
): DecisionPolicies {
  const one = (kind: PolicyKind, place: string, policy: CasePolicy | undefined): CompiledPolicy | undefined =>
    policy ? compile(kind, place, policy)[0] : undefined;
  const all = (kind: PolicyKind, place: string, list: readonly CasePolicy[]): readonly CompiledPolicy[] =>
    list.flatMap((policy, index) => compile(kind, `${place}[${index}]`, policy));
  const levels = (
    kind: PolicyKind,
    place: string,
    list: readonly (readonly CasePolicy[])[],
  ): readonly (readonly CompiledPolicy[])[] => list.map((level, index) => all(kind, `${place}[${index}]`, level));
  const [attached, boundary, endpoint] = [
    one(resource, "resource", policies.resource),
    one("boundary", "boundary", policies.boundary),
    one("vpcEndpoint", "vpcEndpoint", policies.vpcEndpoint),
  ];
  return {
    identity: all("identity", "identity", policies.identity ?? []),
    session: all("session", "session", policies.session ?? []),
    ...(attached && { resource: attached }),
    ...(boundary && { boundary }),
    ...(endpoint && { vpcEndpoint: endpoint }),
    ...(policies.scps && { scps: levels("scp", "scps", policies.scps) }),
    ...(policies.rcps && { rcps: levels("rcp", "rcps", policies.rcps) }),
  };
}

/** The policy of a role is its trust policy. */
function resourceKind({ resource }: DecisionCase["request"]): PolicyKind {
  return /^arn:[^:]*:iam::[^:]*:role\//.test(resource) ? "trust" : "resource";
}

function contextOf(context: NonNullable<DecisionCase["request"]["context"]>): RequestContext {
  return Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}
