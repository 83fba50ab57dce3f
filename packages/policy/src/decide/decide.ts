import type { DecisionFacts } from "../request/facts.ts";
import { createQuery } from "../request/query.ts";
import type { AuthorizationRequest } from "../request/request.ts";
import type { Decision } from "./decision.ts";
import type { DecisionPolicies } from "./decision-policies.ts";
import { judge } from "./judge.ts";
import { outlookOf } from "./outlook.ts";
import { standingOf, type Standing } from "./standing.ts";

/** A request with all that is known about it. */
export interface DecisionInput {
  /** An ARN, a service name such as `ec2.amazonaws.com`, or `anonymous`. */
  readonly principal: string;
  readonly request: AuthorizationRequest;
  /** One object for one set of policies makes many decisions fast: what follows from the policies and the action alone is remembered with it. */
  readonly policies: DecisionPolicies;
  readonly facts?: DecisionFacts;
}

/** Decides one request as AWS does. */
export function decide(input: DecisionInput): Decision {
  return judge(evaluate(input));
}

/** Evaluates the policies of every layer. */
export function evaluate({ principal, request, policies, facts }: DecisionInput): Standing {
  const outlook = outlookOf(policies, request.action);
  const query = createQuery(principal, request, outlook.name, facts, policies.boundary !== undefined);
  return standingOf(query, policies, outlook);
}
