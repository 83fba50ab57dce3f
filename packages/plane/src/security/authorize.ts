import { decide, type Decision, type RequestContext } from "@castellan/policy";
import { WireFault, type WireRequest } from "@castellan/wire";
import type { Caller } from "../frame/caller.ts";
import type { Authorization } from "../frame/operation.ts";
import type { Store } from "../frame/store.ts";
import { resourceControlPoliciesOf, type ResourceStanding } from "./organization-policies.ts";
import type { PolicyLibrary } from "./policy-library.ts";
import { type Standing, standingOf } from "./principal-policies.ts";

/** A request as far as deciding it needs. */
export interface Asked {
  readonly caller: Caller;
  readonly prefix: string;
  readonly operation: string;
  readonly region: string;
  readonly wire: WireRequest;
  readonly now: string;
}

/** A question with its defaults filled in, and the keys that all questions of a request have. */
interface Named {
  readonly action: string;
  readonly resource: string;
  readonly common: RequestContext;
}

/** Puts calls to the policy kernel with everything that bears on them. */
export class Authorizer {
  private readonly standings = new Map<string, { readonly revision: number; readonly standing: Standing }>();
  private readonly owners = new Map<string, { readonly revision: number; readonly standing: ResourceStanding }>();
  private readonly store: Store;
  private readonly library: PolicyLibrary;

  constructor(store: Store, library: PolicyLibrary) {
    this.store = store;
    this.library = library;
  }

  /** Throws AccessDenied unless every question is answered with Allowed. */
  authorize(asked: Asked, questions: Authorization | readonly Authorization[]): void {
    if (asked.caller.kind === "plane") return;
    const common = commonContext(asked);
    for (const question of Array.isArray(questions) ? questions : [questions as Authorization]) {
      const action = question.action ?? `${asked.prefix}:${asked.operation}`;
      const resource = question.resource ?? "*";
      const decision = this.decide(asked.caller, question, { action, resource, common });
      if (decision.outcome !== "Allowed")
        throw new WireFault("AccessDenied", 403, deniedMessage(asked.caller.arn, action, resource, decision));
    }
  }

  private decide(caller: Caller, question: Authorization, { action, resource, common }: Named): Decision {
    const { policies, facts } = this.standing(caller);
    const resourceAccount = question.resourceAccount ?? caller.accountId;
    const owner = this.owner(resourceAccount);
    return decide({
      principal: caller.arn,
      request: { action, resource, resourceAccount, context: { ...common, ...question.context } },
      policies: {
        ...policies,
        ...(question.resourcePolicy && { resource: question.resourcePolicy }),
        ...(owner.rcps && { rcps: owner.rcps }),
      },
      facts: { ...facts, ...owner.facts },
    });
  }

  private owner(accountId: string): ResourceStanding {
    const known = this.owners.get(accountId);
    if (known?.revision === this.store.securityRevision) return known.standing;
    const standing = resourceControlPoliciesOf(this.store, this.library, accountId);
    if (this.owners.size >= 10_000) this.owners.clear();
    this.owners.set(accountId, { revision: this.store.securityRevision, standing });
    return standing;
  }

  private standing(caller: Caller): Standing {
    const key = caller.kind === "assumedRole" ? caller.accessKeyId : caller.arn;
    const known = this.standings.get(key);
    if (known?.revision === this.store.securityRevision) return known.standing;
    const standing = standingOf(this.store, this.library, caller);
    if (this.standings.size >= 10_000) this.standings.clear();
    this.standings.set(key, { revision: this.store.securityRevision, standing });
    return standing;
  }
}

/** Keys every signed request has [IAM User Guide, reference_policies_condition-keys]; those of the principal are the kernel's. */
function commonContext({ caller, region, wire, now, prefix }: Asked): RequestContext {
  return {
    "aws:CurrentTime": now,
    "aws:EpochTime": String(Math.floor(Date.parse(now) / 1000)),
    "aws:RequestedRegion": prefix === "iam" || prefix === "organizations" ? "us-east-1" : region,
    "aws:SecureTransport": String(wire.headers["x-forwarded-proto"] === "https"),
    "aws:SourceIp": wire.remoteAddress ?? "127.0.0.1",
    "aws:UserAgent": wire.headers["user-agent"] ?? "",
    "aws:ViaAWSService": "false",
    ...(caller.kind === "assumedRole" && sessionContext(caller)),
  };
}

function sessionContext({ session }: Extract<Caller, { kind: "assumedRole" }>): RequestContext {
  return {
    "aws:TokenIssueTime": new Date(session.issuedAt * 1000).toISOString(),
    ...(session.personId === undefined
      ? { "aws:MultiFactorAuthPresent": "false" }
      : { "identitystore:UserId": session.personId }),
  };
}

const layerWords: Record<NonNullable<Decision["denyLayer"]>, string> = {
  identity: "identity-based policy",
  resource: "resource-based policy",
  boundary: "permissions boundary",
  session: "session policy",
  scp: "service control policy",
  rcp: "resource control policy",
  vpcEndpoint: "VPC endpoint policy",
};

/** AWS's words [IAM User Guide, troubleshoot_access-denied]. */
export function deniedMessage(principal: string, action: string, resource: string, decision: Decision): string {
  const words = layerWords[decision.denyLayer ?? "identity"];
  const reason =
    decision.outcome === "ExplicitDeny"
      ? `with an explicit deny in ${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`
      : `because no ${words} allows the ${action} action`;
  return `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
}
