import type { Diagnostic } from "@castellan/policy";
import type { Estate, Source } from "../estate.ts";
import type { CallerIdentity } from "./caller.ts";
import type { Quotas } from "./quotas.ts";
import type { Owner, ReadScope } from "./scope.ts";
import type { Step } from "./step.ts";

/** What an apply will do, and what it means. Plain data: it can be written to a file and applied later. */
export interface Plan {
  readonly steps: readonly Step[];
  /** The digest of the estate that was read; an apply refuses when AWS has changed since. */
  readonly digest: string;
  readonly scope: ReadScope;
  readonly summary: PlanSummary;
  readonly accessChanges: readonly AccessChange[];
  /** Found in AWS, neither made by Castellan nor named in the file: reported, never touched. */
  readonly unmanaged: readonly Found[];
  /** Between managed objects or made by Castellan, but no longer in the file: removed only by word. */
  readonly extra: readonly Found[];
  /** What AWS offers no API for; a person does it. */
  readonly byHand: readonly ByHand[];
  /** Why this plan may not be applied; empty when it may. */
  readonly refusals: readonly Diagnostic[];
}

/** Counts of objects, not of calls. */
export interface PlanSummary {
  readonly add: number;
  readonly change: number;
  readonly remove: number;
  readonly steps: number;
  /** Seconds that AWS is expected to take: 20 assignment writes a minute is the published pace. */
  readonly estimateSeconds: number;
}

/** One row of the matrix that changes, and whom it concerns. */
export interface AccessChange {
  readonly kind: "gains" | "loses" | "changes";
  readonly principal: { readonly kind: "group" | "user"; readonly name: string };
  readonly account: string;
  readonly permissionSet: string;
  /** User names of the people concerned, sorted. */
  readonly people: readonly string[];
  /** What changes: `session PT8H -> PT4H`, `joins AWS-Admins`. */
  readonly because: readonly string[];
  readonly source?: Source;
}

/** Something in AWS that the plan leaves alone. */
export interface Found {
  readonly kind: string;
  readonly name: string;
  readonly account?: string;
  readonly why: string;
}

/** Something only a person can do, in words. */
export interface ByHand {
  readonly text: string;
  readonly source?: Source;
}

/** What planning needs besides the two estates; a reading (`readEstate`) supplies digest, scope and caller. */
export interface PlanOptions {
  readonly digest: string;
  readonly scope: ReadScope;
  readonly caller?: CallerIdentity;
  /** Living people who must still be administrators afterwards. Default 2. */
  readonly minimumAdministrators?: number;
  /** Names of existing objects without the owner's tag that the file takes over. */
  readonly adopt?: readonly string[];
  readonly quotas?: Quotas;
  /** Text of an AWS managed policy by ARN, to see who is an administrator. */
  readonly managedPolicyDocument?: (arn: string) => string | undefined;
  /** The living administrators of an estate, by a better judge than the built-in one (which reads policies plainly). */
  readonly administratorsOf?: (estate: Estate) => readonly string[];
  /** What the file knows must be done by hand. */
  readonly byHand?: readonly ByHand[];
}

/** What each part of the planner sees. */
export interface PlanContext {
  readonly owner: Owner;
  readonly scope: ReadScope;
  readonly adopt: ReadonlySet<string>;
}

/** What each part of the planner answers. */
export interface PlanPart {
  readonly steps: readonly Step[];
  readonly refusals: readonly Diagnostic[];
  readonly byHand: readonly ByHand[];
}

/** A part with nothing to do. */
export const emptyPart: PlanPart = { steps: [], refusals: [], byHand: [] };

/** All parts as one. */
export function joinParts(parts: readonly PlanPart[]): PlanPart {
  return {
    steps: parts.flatMap((part) => part.steps),
    refusals: parts.flatMap((part) => part.refusals),
    byHand: parts.flatMap((part) => part.byHand),
  };
}
