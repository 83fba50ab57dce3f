import type { Layer } from "../decide/decision.ts";
import type {
  ActionElement,
  Condition,
  PrincipalElement,
  ResourceElement,
  Statement,
} from "../document/policy-node.ts";
import type { Located } from "../document/source.ts";
import type { Grant } from "../principal/grant.ts";
import type { ContextValue } from "../request/request.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";

/** One listed entry of an element with its outcome. */
export interface ListedOutcome extends Located {
  readonly text: string;
  readonly matched: boolean;
  /** For an entry with variables: the text with their values, `undefined` when one has no value. */
  readonly resolved?: string | undefined;
}

/** How a condition came out, and the value compared; undefined when the key is missing. */
export interface ConditionOutcome {
  readonly matched: boolean;
  readonly actual: ContextValue | undefined;
}

/** An element of a statement that lists entries to match. */
export type ListingElement = ActionElement | ResourceElement | PrincipalElement;

/** Whether a layer applies, and how many levels it has. */
export interface LayerOutcome {
  /** Why the layer does not apply. */
  readonly reason: string | undefined;
  /** The number of levels, in a layer of levels. */
  readonly levels: number | undefined;
}

/**
 * Hears what the evaluation does, the inner parts before the outer. With a recorder nothing is skipped: every
 * statement and every element is evaluated, by the same functions.
 */
export interface Recorder {
  listed(entry: ListedOutcome): void;
  element(element: ListingElement, matched: boolean): void;
  condition(condition: Condition, outcome: ConditionOutcome): void;
  statement(statement: Statement, grant: Grant): void;
  policy(policy: CompiledPolicy, level: number | undefined): void;
  layer(layer: Layer, outcome: LayerOutcome): void;
}
