import type { DecidingStatement, Decision, DecisionRule, Layer } from "./decision.ts";
import { callRule } from "./call-rules.ts";
import { cite } from "./citation.ts";
import { bitOf, type Candidate } from "./outlook.ts";
import { isBlockedAsPublic } from "./s3-public-access.ts";
import { matchedIn, type Standing } from "./standing.ts";
import { accountGrant, directGrant, parentGrant, type Grant } from "../principal/grant.ts";

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

/** The same standing if no statement denied. */
export function withoutDenies(standing: Standing): Standing {
  return { ...standing, denied: false };
}

function refuse(rule: DecisionRule, denyLayer: Layer): Decision {
  return { outcome: "ImplicitDeny", because: [], denyLayer, rule };
}

function allow(rule: DecisionRule, because: readonly DecidingStatement[]): Decision {
  return { outcome: "Allowed", because, rule };
}

function explicitDeny(standing: Standing): Decision | undefined {
  if (!standing.denied) return undefined;
  const parts = mayRescueBucket(standing) ? ~bitOf.resource : -1;
  const because = citations(matchedIn(standing, parts, false));
  const [first] = because;
  return first && { outcome: "ExplicitDeny", because, denyLayer: first.layer, rule: "explicitDeny" };
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

function organizationSilence({ organizationAllows }: Standing): Decision | undefined {
  return organizationAllows ? undefined : refuse("scpSilent", "scp");
}

function endpointSilence({ endpointAllows }: Standing): Decision | undefined {
  return endpointAllows ? undefined : refuse("endpointSilent", "vpcEndpoint");
}

function partitions({ query }: Standing): Decision | undefined {
  const { caller, arn } = query;
  const crossed =
    caller.partition !== undefined && arn !== undefined && arn.partition !== "" && arn.partition !== caller.partition;
  return crossed ? refuse("partitionCrossed", "resource") : undefined;
}

function outsider(standing: Standing): Decision | undefined {
  const { kind } = standing.query.caller;
  if (kind !== "anonymous" && kind !== "service" && kind !== "identityProvider") return undefined;
  return standing.direct
    ? allow("outsiderGranted", granting(standing, directGrant))
    : refuse("outsiderSilent", "resource");
}

function root(standing: Standing): Decision | undefined {
  const { query, sameAccount, trustOnly, sessionAllows } = standing;
  if (query.caller.kind !== "root") return undefined;
  const granted = isGranted(standing);
  if (!sessionAllows) return refuse("sessionSilent", "session");
  if (sameAccount && !trustOnly) return allow("rootOwns", []);
  if (!granted) return refuse(sameAccount ? "rootNotTrusted" : "resourceSilent", "resource");
  return allow(sameAccount ? "rootTrusted" : "rootAcrossAccounts", granting(standing));
}

/** Users, role sessions and federated users. */
function member(standing: Standing): Decision {
  return standing.sameAccount ? (insideAccount(standing) ?? lacking(standing)) : acrossAccounts(standing);
}

function insideAccount(standing: Standing): Decision | undefined {
  const { query, direct, parent, account, trustOnly, identityAllows, boundaryAllows, sessionAllows } = standing;
  // A trusted user's boundary must allow sts:AssumeRole although elsewhere a grant to the user by name does without it.
  const boundTrust = query.caller.kind === "user" && trustOnly && isRoleTrust(standing) && !boundaryAllows;
  const limits = boundaryAllows && sessionAllows;
  const byName = direct && !boundTrust;
  const byParent = parent && limits;
  const byIdentity = identityAllows && limits && (!trustOnly || account);
  if (!byName && !byParent && !byIdentity) return undefined;
  const because = [
    ...(byName ? granting(standing, directGrant) : []),
    ...(byParent ? granting(standing, parentGrant) : []),
    ...(byIdentity ? identityGrants(standing) : []),
    ...(byIdentity && trustOnly ? granting(standing, accountGrant) : []),
  ];
  return allow(byName ? "directGrant" : byParent ? "parentGrant" : "identityGrant", because);
}

function isRoleTrust({ query }: Standing): boolean {
  return query.service === "sts";
}

function acrossAccounts(standing: Standing): Decision {
  if (!isGranted(standing)) return refuse("resourceSilent", "resource");
  if (!standing.identityAllows || !standing.boundaryAllows || !standing.sessionAllows) return lackingLimit(standing);
  return allow("bothSides", [...identityGrants(standing), ...granting(standing)]);
}

/** Why nothing grants inside the account. */
function lacking(standing: Standing): Decision {
  return standing.trustOnly && !isGranted(standing) ? refuse("resourceSilent", "resource") : lackingLimit(standing);
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

function isGranted({ direct, parent, account }: Standing): boolean {
  return direct || parent || account;
}

function granting(standing: Standing, grant?: Grant): readonly DecidingStatement[] {
  const granted = matchedIn(standing, bitOf.resource, true);
  return citations(grant === undefined ? granted : granted.filter((matched) => matched.grant === grant));
}

function identityGrants(standing: Standing): readonly DecidingStatement[] {
  return citations(matchedIn(standing, bitOf.identity, true));
}

function citations(matched: readonly Candidate[]): readonly DecidingStatement[] {
  return matched.map(cite);
}
