import type { Layer } from "../decide/decision.ts";
import type { Condition, Statement } from "../document/policy-node.ts";
import type { Located } from "../document/source.ts";
import type { Grant } from "../principal/grant.ts";
import type { ContextValue } from "../request/request.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";

/** One listed entry of an element with its outcome. */
export interface ListedOutcome extends Located {
  readonly text: string;
  readonly matched: boolean;
}

/** How a condition came out, and the value compared; undefined when the key is missing. */
export interface ConditionOutcome {
  readonly matched: boolean;
  readonly actual: ContextValue | undefined;
}

/** The elements of a statement that list entries to match. */
export type ListingElement = "action" | "resource" | "principal";

/**
 * Hears what the evaluation does, the inner parts before the outer. With a recorder nothing is skipped: every
 * statement and every element is evaluated, by the same functions.
 */
export interface Recorder {
  listed(entry: ListedOutcome): void;
  element(kind: ListingElement, matched: boolean): void;
  condition(condition: Condition, outcome: ConditionOutcome): void;
  statement(statement: Statement, grant: Grant): void;
  policy(policy: CompiledPolicy, level: number | undefined): void;
  /** The reason says why the layer does not apply, undefined when it does. */
  layer(layer: Layer, reason: string | undefined): void;
}
