import type { Span } from "../diagnostic.ts";
import type { Effect } from "../document/policy-node.ts";

/** The answer to a request. */
export type Outcome = "Allowed" | "ExplicitDeny" | "ImplicitDeny";

/** The places where policies sit, in the order in which a deny is reported. */
export const layers = ["scp", "rcp", "vpcEndpoint", "resource", "identity", "boundary", "session"] as const;

/** A place where policies sit. */
export type Layer = (typeof layers)[number];

/** A statement that decides, and where it stands. */
export interface DecidingStatement {
  readonly layer: Layer;
  readonly policyId: string;
  /** Place in its policy, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: Effect;
  readonly span?: Span;
}

/** The answer to a request with what decided it. */
export interface Decision {
  readonly outcome: Outcome;
  /** Denied: the denying statements. Allowed: the granting ones, of identity and resource policies. */
  readonly because: readonly DecidingStatement[];
  /** Explicit deny: the layer it sits in. Implicit deny: the first layer that lacks an allow. */
  readonly denyLayer?: Layer;
  /** The rule of the evaluation that applied. */
  readonly rule: DecisionRule;
}

/** The rules by which a decision comes about, each with its sentence. */
export const decisionRules = {
  needsNoPermission: "this call needs no permission and no policy can deny it",
  credentialsCannotCall: "credentials of this kind cannot make this call, whatever the policies say",
  rootAssumesNoRole: "the root user cannot assume roles",
  unknownPrincipal: "the principal is not one that AWS knows",
  explicitDeny: "a statement denies it, and a deny always wins",
  scpSilent: "a level of service control policies does not allow it",
  endpointSilent: "the VPC endpoint policy does not allow it",
  partitionCrossed: "no access crosses from one AWS partition into another",
  outsiderGranted: "the resource policy allows this principal, which has no policies of its own",
  outsiderSilent: "the resource policy does not allow this principal, which has no policies of its own",
  rootOwns: "the root user may do everything in its account",
  rootTrusted: "the resource policy allows the account, so its root user",
  rootNotTrusted: "the resource policy does not allow the account, and here even the root user needs it",
  rootAcrossAccounts: "the resource policy of the other account allows the root user's account",
  directGrant: "the resource policy names the caller in the same account; identity policies need not allow it",
  parentGrant: "the resource policy names the role or user behind the session in the same account",
  identityGrant: "an identity policy allows it, and nothing limits it",
  bothSides: "the resource policy of the other account and an identity policy both allow it",
  identitySilent: "no identity policy allows it",
  resourceSilent: "the resource policy does not allow it, and here it must",
  boundarySilent: "the permissions boundary does not allow it",
  sessionSilent: "the session policy does not allow it",
  publicAccessBlocked: "S3 Block Public Access keeps other accounts out of a bucket with a public policy",
} as const;

/** The name of a rule. */
export type DecisionRule = keyof typeof decisionRules;
