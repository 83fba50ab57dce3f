import type { DecisionPolicies } from "../decide/decision-policies.ts";
import { decide, type DecisionInput } from "../decide/decide.ts";
import type { DecidingStatement, Layer } from "../decide/decision.ts";
import { parsePolicy } from "../document/parse-policy.ts";
import type { PolicyKind } from "../document/policy-node.ts";
import { compilePolicy } from "../match/compile-policy.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import { mapPolicies, withStatements } from "./map-policies.ts";

/** A single change of the policies after which the answer is the other one. */
export type SmallestChange =
  | { readonly kind: "remove"; readonly statement: DecidingStatement; readonly turns: "yes" | "no" }
  | {
      readonly kind: "allow";
      readonly layer: Layer;
      /** In a layer of levels the one that lacks the allow, from 0. */
      readonly level?: number;
      readonly action: string;
      readonly resource: string;
      readonly turns: "yes";
    };

/** The single statement to remove, or the single allow to add, that flips the answer; undefined if it takes more than one. */
export function smallestChange(input: DecisionInput): SmallestChange | undefined {
  const { outcome, because, denyLayer } = decide(input);
  const turns = outcome === "Allowed" ? "no" : "yes";
  if (outcome === "ImplicitDeny") return denyLayer && missingAllow(input, denyLayer);
  const [statement] = because;
  if (statement === undefined || because.length > 1) return undefined;
  const after = decide({ ...input, policies: without(input.policies, statement) }).outcome;
  return (after === "Allowed") === (turns === "yes") ? { kind: "remove", statement, turns } : undefined;
}

function without(policies: DecisionPolicies, cited: DecidingStatement): DecisionPolicies {
  return mapPolicies(policies, (policy, layer) => {
    if (layer !== cited.layer || policy.id !== cited.policyId) return policy;
    return withStatements(
      policy,
      policy.statements.filter(({ statement }) => statement.index !== cited.index),
    );
  });
}

const kinds: Readonly<Record<Layer, PolicyKind>> = {
  identity: "identity",
  resource: "resource",
  boundary: "boundary",
  session: "session",
  scp: "scp",
  rcp: "rcp",
  vpcEndpoint: "vpcEndpoint",
};

function missingAllow(input: DecisionInput, layer: Layer): SmallestChange | undefined {
  const { action, resource } = input.request;
  const added = allowing(input, layer);
  if (added === undefined) return undefined;
  const change = { kind: "allow", layer, action, resource, turns: "yes" } as const;
  const levels = layer === "scp" ? input.policies.scps : layer === "rcp" ? input.policies.rcps : undefined;
  const flips = (level: number): boolean =>
    decide({ ...input, policies: withAllow(input.policies, added, layer, level) }).outcome === "Allowed";
  if (levels === undefined) return flips(0) ? change : undefined;
  const level = levels.findIndex((_, index) => flips(index));
  return level === -1 ? undefined : { ...change, level };
}

function allowing({ principal, request }: DecisionInput, layer: Layer): CompiledPolicy | undefined {
  const kind = kinds[layer];
  const named = layer === "resource" || layer === "vpcEndpoint";
  const Statement = {
    Effect: "Allow",
    ...(named && { Principal: layer === "resource" ? { AWS: principal } : "*" }),
    Action: request.action,
    Resource: request.resource,
  };
  const parsed = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }), { kind, accept: "meaningful" });
  return parsed.kind === "policy" ? compilePolicy(parsed.policy, "added") : undefined;
}

function withAllow(policies: DecisionPolicies, added: CompiledPolicy, layer: Layer, level: number): DecisionPolicies {
  const joined = (policy: CompiledPolicy | undefined): CompiledPolicy =>
    policy === undefined ? added : withStatements(policy, [...policy.statements, ...added.statements]);
  const raised = (levels: readonly (readonly CompiledPolicy[])[] = []) =>
    levels.map((one, index) => (index === level ? [...one, added] : one));
  switch (layer) {
    case "identity":
      return { ...policies, identity: [...(policies.identity ?? []), added] };
    case "session":
      return { ...policies, session: [...(policies.session ?? []), added] };
    case "scp":
      return { ...policies, scps: raised(policies.scps) };
    case "rcp":
      return { ...policies, rcps: raised(policies.rcps) };
    case "resource":
      return { ...policies, resource: joined(policies.resource) };
    case "boundary":
      return { ...policies, boundary: joined(policies.boundary) };
    case "vpcEndpoint":
      return { ...policies, vpcEndpoint: joined(policies.vpcEndpoint) };
  }
}

const layerWords: Readonly<Record<Layer, string>> = {
  identity: "an identity policy",
  resource: "the resource policy",
  boundary: "the permissions boundary",
  session: "the session policy",
  scp: "the service control policies",
  rcp: "the resource control policies",
  vpcEndpoint: "the VPC endpoint policy",
};

/** A change in words: `allow s3:GetObject on * in an identity policy`. */
export function changeInWords(change: SmallestChange): string {
  if (change.kind === "allow") {
    const level = change.level === undefined ? "" : ` at level ${change.level + 1}`;
    return `allow ${change.action} on ${change.resource} in ${layerWords[change.layer]}${level}`;
  }
  const { effect, index, sid, policyId } = change.statement;
  const name = sid === undefined || sid === "" ? "" : ` "${sid}"`;
  return `remove the ${effect} of statement ${index + 1}${name} of ${policyId}`;
}
