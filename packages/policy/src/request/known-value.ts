import { actionName } from "./action-name.ts";
import type { DecisionFacts } from "./facts.ts";
import { contextValue, createQuery } from "./query.ts";
import type { AuthorizationRequest, ContextValue } from "./request.ts";

/** What is known about a request without its policies. */
interface KnownRequest {
  readonly principal: string;
  readonly request: AuthorizationRequest;
  readonly facts?: DecisionFacts;
}

/** The value `decide` sees for a context key: as given, else as it follows from the principal, the resource and the facts. */
export function knownValue({ principal, request, facts }: KnownRequest, key: string): ContextValue | undefined {
  return contextValue(createQuery(principal, request, actionName(request.action), facts), key.toLowerCase());
}
