import type { CompiledPolicy } from "../match/compiled-policy.ts";
import type { Recorder } from "../match/recorder.ts";
import { accountGrant } from "../principal/grant.ts";
import type { Query } from "../request/query.ts";
import { whyNotApplicable } from "./applicability.ts";
import type { Layer } from "./decision.ts";
import { judgePolicies, silent, type MatchedStatement, type Verdict } from "./verdicts.ts";

/** The policies that may speak about a request. */
export interface DecisionPolicies {
  /** The user's own and its groups' policies, or the role's. */
  readonly identity?: readonly CompiledPolicy[];
  /** The policy of the resource: a bucket, key, queue … policy, or the trust policy of a role. */
  readonly resource?: CompiledPolicy;
  readonly boundary?: CompiledPolicy;
  /** The policies passed when the session was made, taken as one set; empty means none was passed. */
  readonly session?: readonly CompiledPolicy[];
  /** Service control policies by level, root first, account last; a level without policies blocks everything. */
  readonly scps?: readonly (readonly CompiledPolicy[])[];
  /** Resource control policies of the resource's account, in the same form. */
  readonly rcps?: readonly (readonly CompiledPolicy[])[];
  /** The policy of the VPC endpoint through which the request comes. */
  readonly vpcEndpoint?: CompiledPolicy;
}

/** What every layer says; undefined for a layer that has no policies or does not apply. */
export interface Verdicts {
  readonly identity: Verdict;
  readonly resource: Verdict;
  readonly boundary: Verdict | undefined;
  readonly session: Verdict | undefined;
  readonly scp: readonly Verdict[];
  readonly rcp: readonly Verdict[];
  readonly vpcEndpoint: Verdict | undefined;
}

const noLevels: readonly Verdict[] = [];

/** Evaluates every layer. */
export function collectVerdicts(query: Query, policies: DecisionPolicies, recorder: Recorder | undefined): Verdicts {
  const session = policies.session?.length === 0 ? undefined : policies.session;
  return {
    scp: levels("scp", query, policies.scps, recorder),
    rcp: levels("rcp", query, policies.rcps, recorder),
    vpcEndpoint: throughEndpoint(query, single("vpcEndpoint", query, policies.vpcEndpoint, recorder)),
    resource: single("resource", query, policies.resource, recorder) ?? silent,
    identity: layer("identity", query, policies.identity, recorder) ?? silent,
    boundary: single("boundary", query, policies.boundary, recorder),
    session: layer("session", query, session, recorder),
  };
}

function single(
  name: Layer,
  query: Query,
  policy: CompiledPolicy | undefined,
  recorder: Recorder | undefined,
): Verdict | undefined {
  return policy === undefined ? undefined : layer(name, query, [policy], recorder);
}

function layer(
  name: Layer,
  query: Query,
  policies: readonly CompiledPolicy[] | undefined,
  recorder: Recorder | undefined,
): Verdict | undefined {
  if (policies === undefined) return undefined;
  const reason = whyNotApplicable(name, query);
  const verdict = reason === undefined ? judgePolicies(policies, query, recorder) : undefined;
  recorder?.layer(name, { reason, levels: undefined });
  return verdict;
}

function levels(
  name: Layer,
  query: Query,
  policies: DecisionPolicies["scps"],
  recorder: Recorder | undefined,
): readonly Verdict[] {
  if (policies === undefined) return noLevels;
  const reason = whyNotApplicable(name, query);
  const verdicts =
    reason === undefined ? policies.map((level, index) => judgePolicies(level, query, recorder, index)) : noLevels;
  recorder?.layer(name, { reason, levels: policies.length });
  return verdicts;
}

/** In the policy of a gateway endpoint an account means its root user only [PrivateLink guide, vpc-endpoints-access, 2025]. */
function throughEndpoint({ facts, caller }: Query, verdict: Verdict | undefined): Verdict | undefined {
  if (verdict === undefined || facts.gatewayEndpoint !== true || caller.kind === "root") return verdict;
  const counts = ({ grant }: MatchedStatement): boolean => grant !== accountGrant;
  return { denies: verdict.denies.filter(counts), allows: verdict.allows.filter(counts) };
}
