import type { DecidingStatement, Decision, DecisionRule, Layer } from "./decision.ts";
import { layers } from "./decision.ts";
import { callRule } from "./call-rules.ts";
import { cite } from "./citation.ts";
import type { Verdicts } from "./collect-verdicts.ts";
import { isBlockedAsPublic } from "./s3-public-access.ts";
import type { Standing } from "./standing.ts";
import { accountGrant, directGrant, parentGrant, type Grant } from "../principal/grant.ts";
import { silent, type MatchedStatement, type Verdict } from "./verdicts.ts";

/** One step of the evaluation: a decision, or undefined when it leaves the question open. */
type Step = (standing: Standing) => Decision | undefined;

const steps: readonly Step[] = [
  callRule,
  explicitDeny,
  organizationSilence,
  endpointSilence,
  partitions,
  outsider,
  root,
  member,
];

/** Decides from what the layers say, in the order of AWS's evaluation logic. */
export function judge(standing: Standing): Decision {
  for (const step of steps) {
    const decision = step(standing);
    if (decision === undefined) continue;
    const blocked = decision.outcome === "Allowed" && isBlockedAsPublic(standing);
    return blocked ? refuse("publicAccessBlocked", "resource") : decision;
  }
  return refuse("identitySilent", "identity");
}

/** The same verdicts without their denies. */
export function withoutDenies(standing: Standing): Standing {
  const drop = (verdict: Verdict): Verdict => ({ denies: silent.denies, allows: verdict.allows });
  const { identity, resource, boundary, session, scp, rcp, vpcEndpoint } = standing.verdicts;
  return {
    ...standing,
    verdicts: {
      identity: drop(identity),
      resource: drop(resource),
      boundary: boundary && drop(boundary),
      session: session && drop(session),
      scp: scp.map(drop),
      rcp: rcp.map(drop),
      vpcEndpoint: vpcEndpoint && drop(vpcEndpoint),
    },
  };
}

function refuse(rule: DecisionRule, denyLayer: Layer): Decision {
  return { outcome: "ImplicitDeny", because: [], denyLayer, rule };
}

function allow(rule: DecisionRule, because: readonly DecidingStatement[]): Decision {
  return { outcome: "Allowed", because, rule };
}

function explicitDeny(standing: Standing): Decision | undefined {
  const because: DecidingStatement[] = [];
  for (const layer of layers) {
    if (layer === "resource" && mayRescueBucket(standing)) continue;
    for (const verdict of verdictsOf(standing.verdicts, layer))
      for (const matched of verdict.denies) because.push(cite(matched, layer));
  }
  const [first] = because;
  return first && { outcome: "ExplicitDeny", because, denyLayer: first.layer, rule: "explicitDeny" };
}

function verdictsOf(verdicts: Verdicts, layer: Layer): readonly Verdict[] {
  const found = verdicts[layer];
  if (found === undefined) return [];
  return "denies" in found ? [found] : found;
}

const bucketPolicyActions: ReadonlySet<string> = new Set([
  "s3:getbucketpolicy",
  "s3:putbucketpolicy",
  "s3:deletebucketpolicy",
]);

/** The owner's root user can always repair a bucket policy [S3 API reference, PutBucketPolicy, 2025]. */
function mayRescueBucket({ query, sameAccount }: Standing): boolean {
  return query.caller.kind === "root" && sameAccount && bucketPolicyActions.has(query.action);
}

function organizationSilence({ verdicts }: Standing): Decision | undefined {
  return verdicts.scp.some((level) => level.allows.length === 0) ? refuse("scpSilent", "scp") : undefined;
}

function endpointSilence({ verdicts }: Standing): Decision | undefined {
  return verdicts.vpcEndpoint?.allows.length === 0 ? refuse("endpointSilent", "vpcEndpoint") : undefined;
}

function partitions({ query }: Standing): Decision | undefined {
  const { caller, arn } = query;
  const crossed =
    caller.partition !== undefined && arn !== undefined && arn.partition !== "" && arn.partition !== caller.partition;
  return crossed ? refuse("partitionCrossed", "resource") : undefined;
}

function outsider({ query, direct, verdicts }: Standing): Decision | undefined {
  const { kind } = query.caller;
  if (kind !== "anonymous" && kind !== "service" && kind !== "identityProvider") return undefined;
  return direct ? allow("outsiderGranted", granting(verdicts, directGrant)) : refuse("outsiderSilent", "resource");
}

function root(standing: Standing): Decision | undefined {
  const { query, sameAccount, trustOnly, verdicts, sessionAllows } = standing;
  if (query.caller.kind !== "root") return undefined;
  const granted = verdicts.resource.allows.length > 0;
  if (!sessionAllows) return refuse("sessionSilent", "session");
  if (sameAccount && !trustOnly) return allow("rootOwns", []);
  if (!granted) return refuse(sameAccount ? "rootNotTrusted" : "resourceSilent", "resource");
  return allow(sameAccount ? "rootTrusted" : "rootAcrossAccounts", granting(verdicts));
}

/** Users, role sessions and federated users. */
function member(standing: Standing): Decision {
  return standing.sameAccount ? (insideAccount(standing) ?? lacking(standing)) : acrossAccounts(standing);
}

function insideAccount(standing: Standing): Decision | undefined {
  const { query, verdicts, direct, parent, account, trustOnly, identityAllows, boundaryAllows, sessionAllows } =
    standing;
  // A trusted user's boundary must allow sts:AssumeRole although elsewhere a grant to the user by name does without it.
  const boundTrust = query.caller.kind === "user" && trustOnly && isRoleTrust(standing) && !boundaryAllows;
  const limits = boundaryAllows && sessionAllows;
  const byName = direct && !boundTrust;
  const byParent = parent && limits;
  const byIdentity = identityAllows && limits && (!trustOnly || account);
  if (!byName && !byParent && !byIdentity) return undefined;
  const because = [
    ...(byName ? granting(verdicts, directGrant) : []),
    ...(byParent ? granting(verdicts, parentGrant) : []),
    ...(byIdentity ? citations(verdicts.identity.allows, "identity") : []),
    ...(byIdentity && trustOnly ? granting(verdicts, accountGrant) : []),
  ];
  return allow(byName ? "directGrant" : byParent ? "parentGrant" : "identityGrant", because);
}

function isRoleTrust({ query }: Standing): boolean {
  return query.service === "sts";
}

function acrossAccounts(standing: Standing): Decision {
  const { verdicts, identityAllows, boundaryAllows, sessionAllows } = standing;
  if (verdicts.resource.allows.length === 0) return refuse("resourceSilent", "resource");
  if (!identityAllows || !boundaryAllows || !sessionAllows) return lackingLimit(standing);
  return allow("bothSides", [...citations(verdicts.identity.allows, "identity"), ...granting(verdicts)]);
}

/** Why nothing grants inside the account. */
function lacking(standing: Standing): Decision {
  const { trustOnly, verdicts } = standing;
  return trustOnly && verdicts.resource.allows.length === 0
    ? refuse("resourceSilent", "resource")
    : lackingLimit(standing);
}

function lackingLimit({
  identityAllows,
  parent,
  direct,
  boundaryAllows,
  sessionAllows,
  sameAccount,
}: Standing): Decision {
  const grantedInside = sameAccount && (parent || direct);
  if (!identityAllows && !grantedInside) return refuse("identitySilent", "identity");
  if (!boundaryAllows) return refuse("boundarySilent", "boundary");
  return sessionAllows ? refuse("resourceSilent", "resource") : refuse("sessionSilent", "session");
}

function granting({ resource }: Verdicts, grant?: Grant): readonly DecidingStatement[] {
  return citations(
    grant === undefined ? resource.allows : resource.allows.filter((matched) => matched.grant === grant),
    "resource",
  );
}

function citations(matched: readonly MatchedStatement[], layer: Layer): readonly DecidingStatement[] {
  return matched.map((statement) => cite(statement, layer));
}
