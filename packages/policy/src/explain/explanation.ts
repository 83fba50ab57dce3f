import type { DecidingStatement, Decision, Layer, Outcome } from "../decide/decision.ts";
import type { Span } from "../diagnostic.ts";
import type { Effect } from "../document/policy-node.ts";
import type { AuthorizationRequest, ContextValue } from "../request/request.ts";

/** Why a request is decided as it is: every layer and policy, and their statements about the action element by element. */
export interface Explanation {
  readonly principal: string;
  readonly request: AuthorizationRequest;
  readonly decision: Decision;
  /** The rule that decided, as a sentence. */
  readonly rule: string;
  /** Explicit deny only: the outcome if the denying statements were not there. */
  readonly withoutDenies?: Outcome;
  /** All layers, those without policies too. */
  readonly layers: readonly LayerExplanation[];
}

/** What a layer comes to. */
export type LayerState = "absent" | "notApplicable" | "deny" | "allow" | "silent";

/** What one layer says. */
export interface LayerExplanation {
  readonly layer: Layer;
  readonly state: LayerState;
  /** Why the layer does not apply. */
  readonly reason?: string;
  /** The number of levels, in a layer of levels. */
  readonly levels?: number;
  readonly policies: readonly PolicyExplanation[];
}

/** What one policy says. */
export interface PolicyExplanation {
  readonly policyId: string;
  /** Place of its level, root first, in a layer of levels. */
  readonly level?: number;
  readonly state: "deny" | "allow" | "silent";
  /** The statements about the action, or all if asked. */
  readonly statements: readonly StatementExplanation[];
  /** How many statements about other actions are left out. */
  readonly untold: number;
}

/** How a statement of a resource policy reaches the caller. */
export type GrantName = "account" | "parent" | "direct";

/** What one statement says. */
export interface StatementExplanation {
  readonly index: number;
  readonly sid?: string;
  readonly effect: Effect;
  readonly matched: boolean;
  /** Matched statements of resource policies: how they reach the caller. */
  readonly grant?: GrantName;
  readonly span: Span;
  readonly elements: readonly ElementExplanation[];
}

/** What one element of a statement says. */
export type ElementExplanation = ListingExplanation | ConditionExplanation;

/** An element that lists patterns or principals. */
export interface ListingExplanation {
  readonly kind: "action" | "resource" | "principal";
  /** The element is `NotAction`, `NotResource` or `NotPrincipal`. */
  readonly negated: boolean;
  readonly matched: boolean;
  /** Of an action element those that match, or all if asked. */
  readonly listed: readonly ListedExplanation[];
}

/** A condition: what was compared with what. */
export interface ConditionExplanation {
  readonly kind: "condition";
  readonly operator: string;
  readonly key: string;
  readonly matched: boolean;
  /** The value in the request; absent when the key is missing. */
  readonly actual?: ContextValue;
  readonly listed: readonly ListedExplanation[];
  readonly span: Span;
}

/** One listed entry. */
export interface ListedExplanation {
  readonly text: string;
  readonly matched: boolean;
  /** For an entry with variables: the text with their values. */
  readonly resolved?: string;
  /** A variable of the entry has no value, so it matches nothing. */
  readonly unresolved?: true;
  readonly span: Span;
}

/** Whether a statement is among those that decide. */
export function decides(decision: Decision, layer: Layer, policyId: string, index: number): boolean {
  const same = (cited: DecidingStatement): boolean =>
    cited.layer === layer && cited.policyId === policyId && cited.index === index;
  return decision.because.some(same);
}
