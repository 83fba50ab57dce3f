import type { Query } from "../request/query.ts";
import { directGrant, noGrant, type Grant } from "../principal/grant.ts";
import { actionMatches } from "./compile-action.ts";
import { conditionHolds } from "./compile-condition.ts";
import { principalGrant } from "./compile-principal.ts";
import { resourceMatches } from "./compile-resource.ts";
import type { CompiledStatement } from "./compiled-policy.ts";
import type { Recorder } from "./recorder.ts";

/**
 * How directly a statement reaches the caller for this request, 0 when some element does not match.
 * Without a recorder the action must be known to match, and the first element that does not ends the work.
 */
export function matchStatement(statement: CompiledStatement, query: Query, recorder: Recorder | undefined): Grant {
  const thorough = recorder !== undefined;
  let matches = !thorough || actionHolds(statement, query, recorder);
  if (matches || thorough) matches = resourceHolds(statement, query, recorder) && matches;
  const grant = matches || thorough ? reach(statement, query, recorder) : noGrant;
  matches = matches && grant !== noGrant;
  if (matches || thorough) matches = conditionsHold(statement, query, recorder) && matches;
  const result = matches ? grant : noGrant;
  recorder?.statement(statement.statement, result);
  return result;
}

function actionHolds(statement: CompiledStatement, query: Query, recorder: Recorder): boolean {
  const matched = actionMatches(
    statement.action,
    query.service,
    query.action.slice(query.service.length + 1),
    recorder,
  );
  recorder.element(statement.action.element, matched);
  return matched;
}

function resourceHolds(statement: CompiledStatement, query: Query, recorder: Recorder | undefined): boolean {
  if (statement.resource === undefined) return true;
  const matched = resourceMatches(statement.resource, query, recorder);
  recorder?.element(statement.resource.element, matched);
  return matched;
}

function reach(statement: CompiledStatement, query: Query, recorder: Recorder | undefined): Grant {
  if (statement.principal === undefined) return directGrant;
  const grant = principalGrant(statement.principal, query, recorder);
  recorder?.element(statement.principal.element, grant !== noGrant);
  return grant;
}

function conditionsHold(statement: CompiledStatement, query: Query, recorder: Recorder | undefined): boolean {
  let all = true;
  for (const condition of statement.conditions) {
    if (conditionHolds(condition, query, recorder)) continue;
    all = false;
    if (recorder === undefined) break;
  }
  return all;
}
