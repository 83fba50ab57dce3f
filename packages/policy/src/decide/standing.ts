import { trustActions } from "../document/check-action.ts";
import { matchStatement } from "../match/match-statement.ts";
import { accountGrant, directGrant, noGrant, parentGrant, type Grant } from "../principal/grant.ts";
import type { Query } from "../request/query.ts";
import { applicableParts } from "./applicability.ts";
import type { DecisionPolicies } from "./decision-policies.ts";
import { bitOf, scpBits, type Candidate, type Outlook } from "./outlook.ts";

/** What the policies say about a request, in the words of AWS's evaluation logic. */
export interface Standing {
  readonly query: Query;
  readonly policies: DecisionPolicies;
  readonly outlook: Outlook;
  /** The parts that can speak about this caller and this resource. */
  readonly applicable: number;
  /** What matched of the open statements. */
  readonly matched: readonly Candidate[];
  readonly denied: boolean;
  readonly sameAccount: boolean;
  /** The resource policy must allow even inside the account: a role's trust policy, a KMS key policy. */
  readonly trustOnly: boolean;
  readonly direct: boolean;
  readonly parent: boolean;
  readonly account: boolean;
  readonly organizationAllows: boolean;
  readonly endpointAllows: boolean;
  readonly identityAllows: boolean;
  readonly boundaryAllows: boolean;
  readonly sessionAllows: boolean;
}

const nothing: readonly Candidate[] = [];

/** Matches the open statements, and sums all up. */
export function standingOf(query: Query, policies: DecisionPolicies, outlook: Outlook): Standing {
  const { caller } = query;
  const applicable = applicableParts(query, outlook.parts);
  const matched = matchOpen(outlook, applicable, query);
  let allows = outlook.certainAllows & applicable;
  let denied = (outlook.certainDenies & applicable) !== 0;
  let grants = (allows & bitOf.resource) === 0 ? 0 : 1 << directGrant;
  for (let index = 0; index < matched.length; index += 1) {
    const candidate = matched[index];
    if (candidate === undefined) continue;
    if (!candidate.allows) denied = true;
    else allows |= candidate.bit;
    if (candidate.allows && candidate.bit === bitOf.resource) grants |= 1 << candidate.grant;
  }
  const present = outlook.parts & applicable;
  const lacking = present & ~allows;
  return {
    query,
    policies,
    outlook,
    applicable,
    matched,
    denied,
    sameAccount: caller.account !== undefined && caller.account === query.resourceAccount,
    trustOnly: isTrustOnly(query, policies),
    direct: (grants & (1 << directGrant)) !== 0,
    parent: (grants & (1 << parentGrant)) !== 0,
    account: (grants & (1 << accountGrant)) !== 0,
    organizationAllows: (lacking & scpBits) === 0,
    endpointAllows: (lacking & bitOf.vpcEndpoint) === 0,
    identityAllows: (allows & bitOf.identity) !== 0,
    boundaryAllows: (lacking & bitOf.boundary) === 0,
    // A federated user without session policies has no permissions; a role session without them is not limited.
    sessionAllows: (present & bitOf.session) === 0 ? caller.kind !== "federatedUser" : (allows & bitOf.session) !== 0,
  };
}

function matchOpen({ open }: Outlook, applicable: number, query: Query): readonly Candidate[] {
  let matched: Candidate[] | undefined;
  for (let index = 0; index < open.length; index += 1) {
    const candidate = open[index];
    if (candidate === undefined || (candidate.bit & applicable) === 0) continue;
    const grant = matchStatement(candidate.statement, query);
    if (grant === noGrant || isBeyondGateway(candidate, grant, query)) continue;
    (matched ??= []).push(grant === candidate.grant ? candidate : { ...candidate, grant });
  }
  return matched ?? nothing;
}

/** In the policy of a gateway endpoint an account means its root user only [PrivateLink guide, vpc-endpoints-access, 2025]. */
function isBeyondGateway({ bit }: Candidate, grant: Grant, { facts, caller }: Query): boolean {
  return (
    bit === bitOf.vpcEndpoint && grant === accountGrant && facts.gatewayEndpoint === true && caller.kind !== "root"
  );
}

/** What matched in some parts with one effect, in the order of layers. */
export function matchedIn(standing: Standing, parts: number, allowing: boolean): readonly Candidate[] {
  const { outlook, applicable, matched } = standing;
  const counts = ({ bit, allows }: Candidate): boolean => allows === allowing && (bit & parts & applicable) !== 0;
  const found: Candidate[] = [];
  for (const candidate of outlook.certain) if (counts(candidate)) found.push(candidate);
  const certain = found.length;
  for (const candidate of matched) if (counts(candidate)) found.push(candidate);
  const mixed = certain > 0 && certain < found.length;
  return mixed ? found.toSorted((left, right) => left.position - right.position) : found;
}

const roleTrustActions: ReadonlySet<string> = new Set(trustActions);

function isTrustOnly(query: Query, policies: DecisionPolicies): boolean {
  if (policies.resource?.kind === "trust") return true;
  const { service } = query;
  if (service === "sts" && roleTrustActions.has(query.action))
    return policies.resource !== undefined || (query.arn?.service === "iam" && query.arn.resource.startsWith("role/"));
  return service === "kms" && query.arn?.service === "kms" && query.arn.resource.startsWith("key/");
}
