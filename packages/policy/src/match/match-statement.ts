import { directGrant, noGrant, type Grant } from "../principal/grant.ts";
import type { Query } from "../request/query.ts";
import { conditionHolds } from "./compile-condition.ts";
import { principalGrant } from "./compile-principal.ts";
import { resourceMatches } from "./compile-resource.ts";
import type { CompiledStatement } from "./compiled-policy.ts";

/** How directly a statement whose action matches reaches the caller for this request, 0 when some element does not match. */
export function matchStatement(statement: CompiledStatement, query: Query): Grant {
  const { resource, principal, conditions } = statement;
  if (resource !== undefined && !resourceMatches(resource, query)) return noGrant;
  const grant = principal === undefined ? directGrant : principalGrant(principal, query);
  if (grant === noGrant) return noGrant;
  for (let index = 0; index < conditions.length; index += 1) {
    const condition = conditions[index];
    if (condition !== undefined && !conditionHolds(condition, query)) return noGrant;
  }
  return grant;
}
