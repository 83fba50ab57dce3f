import type { Recorder } from "../match/recorder.ts";
import type { DecisionFacts } from "../request/facts.ts";
import { createQuery } from "../request/query.ts";
import type { AuthorizationRequest } from "../request/request.ts";
import { collectVerdicts, type DecisionPolicies } from "./collect-verdicts.ts";
import type { Decision } from "./decision.ts";
import { judge } from "./judge.ts";
import { standingOf, type Standing } from "./standing.ts";

/** A request with all that is known about it. */
export interface DecisionInput {
  /** An ARN, a service name such as `ec2.amazonaws.com`, or `anonymous`. */
  readonly principal: string;
  readonly request: AuthorizationRequest;
  readonly policies: DecisionPolicies;
  readonly facts?: DecisionFacts;
}

/** Decides one request as AWS does. */
export function decide(input: DecisionInput): Decision {
  return judge(evaluate(input, undefined));
}

/** Evaluates the policies of every layer; with a recorder every statement is heard of. */
export function evaluate(input: DecisionInput, recorder: Recorder | undefined): Standing {
  const { principal, request, policies, facts } = input;
  const query = createQuery(principal, request, facts, policies.boundary !== undefined);
  return standingOf(query, policies, collectVerdicts(query, policies, recorder));
}
