import type { DecidingStatement, Layer } from "../decide/decision.ts";
import type { Policy, PolicyKind, Statement } from "../document/policy-node.ts";
import type { CompiledAction } from "./compile-action.ts";
import type { CompiledCondition } from "./compile-condition.ts";
import type { CompiledPrincipal } from "./compile-principal.ts";
import type { CompiledResource } from "./compile-resource.ts";

/** A statement ready for matching. */
export interface CompiledStatement {
  readonly statement: Statement;
  readonly allows: boolean;
  readonly principal: CompiledPrincipal | undefined;
  readonly action: CompiledAction;
  readonly resource: CompiledResource | undefined;
  readonly conditions: readonly CompiledCondition[];
  /** The citations of this statement by layer, each made when first needed. */
  readonly citations: Partial<Record<Layer, DecidingStatement>>;
}

/** A policy ready for decisions; its memory of actions is a cache and never changes an answer. */
export interface CompiledPolicy {
  /** ARN or name, shown in explanations. */
  readonly id: string;
  readonly kind: PolicyKind;
  readonly policy: Policy;
  readonly statements: readonly CompiledStatement[];
  /** Statements that may match some action of a service, by service. */
  readonly byService: Map<string, readonly CompiledStatement[]>;
  /** Statements whose action element matches, by action in lower case. */
  readonly byAction: Map<string, readonly CompiledStatement[]>;
}
