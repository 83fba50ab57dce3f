import type { Layer } from "../decide/decision.ts";
import type { Effect } from "../document/policy-node.ts";
import type { CompiledCondition } from "../match/compile-condition.ts";
import type { CompiledPolicy, CompiledStatement } from "../match/compiled-policy.ts";
import { matchStatement } from "../match/match-statement.ts";
import { splitArnPattern } from "../pattern/arn-pattern.ts";
import { anyRun, compileGlob, type Glob } from "../pattern/glob.ts";
import type { Resolvable } from "../pattern/resolvable.ts";
import { isVariable, parseTemplate } from "../pattern/template.ts";
import { noGrant } from "../principal/grant.ts";
import { otherName } from "../request/derived-keys.ts";
import { contextValue, type Query } from "../request/query.ts";

/** A condition whose key was left open: an allow holds if it does, a deny unless it does not. */
export interface OpenCondition {
  readonly layer: Layer;
  readonly policyId: string;
  readonly index: number;
  readonly sid?: string;
  readonly effect: Effect;
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** A statement that matches or not, depending on keys that were left open. */
export interface OpenStatement {
  readonly statement: CompiledStatement;
  /** The statement with everything open taken as matching. */
  readonly widened: CompiledStatement;
  readonly keys: readonly string[];
  readonly conditions: readonly OpenCondition[];
}

/** Whether a key (in lower case) has no value and may have any. */
export type IsOpen = (key: string) => boolean;

/** The keys that are open in a request: those given (all, if none are) that have no value. */
export function openness(query: Query, openKeys: readonly string[] | undefined): IsOpen {
  const named = openKeys && new Set(openKeys.map((key) => key.toLowerCase()));
  const isNamed = (key: string): boolean => named?.has(key) ?? true;
  return (key) => (isNamed(key) || isNamed(otherName(key) ?? key)) && contextValue(query, key) === undefined;
}

/** What is open about a statement whose action matches: the statement, or `closed` if nothing is, or `never` if no value makes it match. */
export function openStatement(
  statement: CompiledStatement,
  place: { readonly policy: CompiledPolicy; readonly layer: Layer },
  query: Query,
  isOpen: IsOpen,
): OpenStatement | "closed" | "never" {
  const open = statement.conditions.filter((condition) => conditionKeys(condition, query, isOpen).length > 0);
  const resource = openResource(statement, query, isOpen);
  if (open.length === 0 && resource.keys.length === 0) return "closed";
  const conditions = statement.conditions.filter((condition) => !open.includes(condition));
  const { allows, principal, action, citations } = statement;
  const widened = {
    statement: statement.statement,
    allows,
    principal,
    action,
    resource: resource.widened,
    conditions,
    citations,
  };
  if (matchStatement(widened, query) === noGrant) return "never";
  return {
    statement,
    widened,
    keys: [...open.flatMap((condition) => conditionKeys(condition, query, isOpen)), ...resource.keys],
    conditions: open.map((condition) => described(condition, statement, place)),
  };
}

/** The open keys a condition waits for: its own, or those of variables in its values. */
function conditionKeys(condition: CompiledCondition, query: Query, isOpen: IsOpen): readonly string[] {
  if (isOpen(condition.key)) return [condition.condition.key.value];
  return condition.tests.flatMap((test) => (test.varies ? variableKeys(test, query, isOpen) : []));
}

function variableKeys(text: Resolvable<unknown>, query: Query, isOpen: IsOpen): readonly string[] {
  const keys: string[] = [];
  text.show((key) => {
    if (isOpen(key)) keys.push(key);
    return query.variable(key) ?? "";
  });
  return keys;
}

/** The patterns of a resource element with open variables taken as any text, or as nothing where the element is negated. */
function openResource(
  { resource }: CompiledStatement,
  query: Query,
  isOpen: IsOpen,
): { readonly keys: readonly string[]; readonly widened: CompiledStatement["resource"] } {
  const keys: string[] = [];
  const patterns = resource?.patterns.map((pattern, index) => {
    const found = pattern.kind === "variable" ? variableKeys(pattern.tail, query, isOpen) : [];
    if (pattern.kind !== "variable" || found.length === 0) return pattern;
    keys.push(...found);
    if (resource.element.negated) return { kind: "none" as const };
    const tail = widenedTail(resource.element.patterns[index]?.value ?? "", query, isOpen);
    return { ...pattern, kind: "arn" as const, tail };
  });
  return { keys, widened: resource && patterns && { ...resource, patterns } };
}

function widenedTail(pattern: string, query: Query, isOpen: IsOpen): Glob {
  const tail = splitArnPattern(pattern)[5] ?? "*";
  const parts = parseTemplate(tail, { variables: true, wildcards: true }).map((part) => {
    if (!isVariable(part)) return part;
    return isOpen(part.key) ? anyRun : (query.variable(part.key) ?? part.fallback ?? "");
  });
  return compileGlob(parts);
}

function described(
  { condition }: CompiledCondition,
  { statement }: CompiledStatement,
  { policy, layer }: { readonly policy: CompiledPolicy; readonly layer: Layer },
): OpenCondition {
  return {
    layer,
    policyId: policy.id,
    index: statement.index,
    ...(statement.sid && { sid: statement.sid.value }),
    effect: statement.effect,
    operator: condition.operator.value,
    key: condition.key.value,
    values: condition.values.map(({ value }) => value),
  };
}
