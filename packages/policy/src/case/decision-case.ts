import type { Outcome } from "../decide/decision.ts";
import type { DecisionFacts } from "../request/facts.ts";

/** A policy in a case: a JSON object, or its text. */
export type CasePolicy = string | Readonly<Record<string, unknown>>;

/** A value of a context key in a case; numbers and Booleans become their text. */
export type CaseValue = string | number | boolean | readonly (string | number | boolean)[];

/** The one format of decision cases, in tests, commands and conformance. */
export interface DecisionCase {
  readonly id: string;
  /** An ARN, a service name or `anonymous`. */
  readonly principal: string;
  readonly request: {
    readonly action: string;
    readonly resource: string;
    readonly resourceAccount?: string;
    readonly context?: Readonly<Record<string, CaseValue>>;
  };
  readonly policies?: {
    readonly identity?: readonly CasePolicy[];
    readonly resource?: CasePolicy;
    readonly boundary?: CasePolicy;
    readonly session?: readonly CasePolicy[];
    readonly scps?: readonly (readonly CasePolicy[])[];
    readonly rcps?: readonly (readonly CasePolicy[])[];
    readonly vpcEndpoint?: CasePolicy;
  };
  readonly facts?: DecisionFacts;
  readonly expected?: Outcome;
  /** Why the answer is expected, for readers. */
  readonly note?: string;
}
