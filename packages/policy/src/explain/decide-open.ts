import { evaluate, type DecisionInput } from "../decide/decide.ts";
import { keyOfCall } from "../decide/call-rules.ts";
import type { DecisionPolicies } from "../decide/decision-policies.ts";
import type { Layer } from "../decide/decision.ts";
import { judge } from "../decide/judge.ts";
import { actionMatches } from "../match/compile-action.ts";
import type { CompiledPolicy, CompiledStatement } from "../match/compiled-policy.ts";
import { actionName } from "../request/action-name.ts";
import { createQuery } from "../request/query.ts";
import { mapPolicies, withStatements } from "./map-policies.ts";
import { openness, openStatement, type OpenCondition, type OpenStatement } from "./open-statement.ts";

/** The answer to a request whose context is left open. */
export interface OpenDecision {
  /** `yes` and `no` hold whatever the open keys are; `depends` may go either way. */
  readonly kind: "yes" | "no" | "depends";
  /** The open keys that can change the answer, as the policies write them; empty unless it depends. */
  readonly on: readonly string[];
  /** The conditions on those keys: an Allow waits for its own to hold, a Deny for one of its own to fail. */
  readonly conditions: readonly OpenCondition[];
}

/** Whether each open statement is taken as matching. */
type Guess = (statement: OpenStatement) => boolean;

/**
 * Decides a request without knowing every context key: a condition on an open key that has no value is neither true nor
 * false. `openKeys` names the open ones; without it all are that the request leaves out. Every condition is weighed by
 * itself, so conditions that contradict each other on one key may still count as `depends`.
 */
export function decideOpen(input: DecisionInput, openKeys?: readonly string[]): OpenDecision {
  const { found, callKey } = findOpen(input, openKeys);
  const open = [...found.values()];
  const allowed = (guess: Guess, called: boolean): boolean =>
    isAllowed(called && callKey !== undefined ? calling(input, callKey) : input, found, guess);
  const best: Guess = ({ statement }) => statement.allows;
  const worst: Guess = (statement) => !best(statement);
  const hoped = allowed(best, true);
  const isSettled = open.length === 0 && callKey === undefined;
  if (isSettled || hoped === allowed(worst, false)) return { kind: hoped ? "yes" : "no", on: [], conditions: [] };
  const except =
    (guess: Guess, one: OpenStatement): Guess =>
    (each) =>
      (each === one) !== guess(each);
  const telling = open.filter((one) => !allowed(except(best, one), true) || allowed(except(worst, one), false));
  const callTells = callKey !== undefined && (!allowed(best, false) || allowed(worst, true));
  const told = telling.length > 0 || callTells ? telling : open;
  return {
    kind: "depends",
    on: unlike([...told.flatMap(({ keys }) => keys), ...(callTells ? [callKey] : [])]),
    conditions: told.flatMap(({ conditions }) => conditions),
  };
}

type Found = ReadonlyMap<CompiledStatement, OpenStatement>;

interface Openness {
  /** The statements of all layers that wait for an open key. */
  readonly found: Found;
  /** The open key without which the credentials cannot make the call. */
  readonly callKey: string | undefined;
}

function findOpen({ principal, request, facts, policies }: DecisionInput, openKeys?: readonly string[]): Openness {
  const query = createQuery(principal, request, actionName(request.action), facts, policies.boundary !== undefined);
  const isOpen = openness(query, openKeys);
  const name = query.action.slice(query.service.length + 1);
  const found = new Map<CompiledStatement, OpenStatement>();
  const look = (policy: CompiledPolicy, layer: Layer): CompiledPolicy => {
    for (const statement of policy.statements) {
      if (!actionMatches(statement.action, query.service, name)) continue;
      const open = openStatement(statement, { policy, layer }, query, isOpen);
      if (typeof open === "object") found.set(statement, open);
    }
    return policy;
  };
  mapPolicies(policies, look);
  const callKey = keyOfCall(query);
  return { found, callKey: callKey !== undefined && isOpen(callKey.toLowerCase()) ? callKey : undefined };
}

/** The request as credentials make it that can make the call. */
function calling(input: DecisionInput, key: string): DecisionInput {
  return { ...input, request: { ...input.request, context: { ...input.request.context, [key]: "true" } } };
}

function isAllowed(input: DecisionInput, found: Found, guess: Guess): boolean {
  return judge(evaluate({ ...input, policies: guessed(input.policies, found, guess) })).outcome === "Allowed";
}

/** The policies with each open statement widened or taken out. */
function guessed(policies: DecisionPolicies, found: Found, guess: Guess): DecisionPolicies {
  return mapPolicies(policies, (policy) => {
    if (!policy.statements.some((statement) => found.has(statement))) return policy;
    const statements = policy.statements.flatMap((statement) => {
      const open = found.get(statement);
      if (open === undefined) return [statement];
      return guess(open) ? [open.widened] : [];
    });
    return withStatements(policy, statements);
  });
}

/** The first spelling of each key. */
function unlike(keys: readonly string[]): readonly string[] {
  return [...new Map(keys.toReversed().map((key) => [key.toLowerCase(), key])).values()].toSorted();
}

/** A condition in words: `aws:SourceIp IpAddress 10.0.0.0/8 (allow of guard, statement 1)`. */
export function conditionInWords(condition: OpenCondition): string {
  const { operator, key, values, effect, policyId, sid, index } = condition;
  const statement = sid === undefined || sid === "" ? `statement ${index + 1}` : `statement ${index + 1} "${sid}"`;
  const joined = values.length > 4 ? [...values.slice(0, 4), `${values.length - 4} more`] : values;
  return `${effect === "Allow" ? "if" : "unless"} ${operator} ${key} = ${joined.join(" or ")}   (${policyId}, ${statement})`;
}
