import { conditionOperators, type ConditionOperator, type ValueTest } from "../condition/operators.ts";
import type { Condition } from "../document/policy-node.ts";
import { contextValue, type Query } from "../request/query.ts";
import type { ContextValue } from "../request/request.ts";
import type { HeardEntry, Hearing } from "./hearing.ts";
import { createResolvable, type Resolvable } from "../pattern/resolvable.ts";
import { parseTemplate } from "../pattern/template.ts";

/** A compiled condition: one key under one operator. */
export interface CompiledCondition {
  readonly condition: Condition;
  readonly operator: ConditionOperator;
  /** The context key in lower case. */
  readonly key: string;
  readonly tests: readonly Resolvable<ValueTest>[];
}

/** Compiles the listed values once, except for the variables in them. */
export function compileCondition(condition: Condition, variables: boolean): CompiledCondition {
  const operator = conditionOperators[condition.name];
  const syntax = { variables: variables && operator.variables, wildcards: operator.wildcards };
  const tests = condition.values.map((value) => createResolvable(parseTemplate(value.value, syntax), operator.matches));
  return { condition, operator, key: condition.key.value.toLowerCase(), tests };
}

/** Whether the condition holds for the request. */
export function conditionHolds(compiled: CompiledCondition, query: Query, heard?: Hearing): boolean {
  const actual = contextValue(query, compiled.key);
  const { condition, operator } = compiled;
  if (operator.type === "null") return anyTest(compiled, String(isNullSet(actual)), query, heard);
  if (condition.qualifier !== undefined) return compareSet(compiled, actual, query, heard);
  if (actual === undefined || (actual.length === 0 && typeof actual !== "string"))
    return condition.ifExists || operator.negated;
  // A plain operator on a key of several values is undocumented; it never holds.
  if (typeof actual !== "string") return false;
  return anyTest(compiled, actual, query, heard) !== operator.negated;
}

function compareSet(
  compiled: CompiledCondition,
  actual: ContextValue | undefined,
  query: Query,
  heard: Hearing,
): boolean {
  const { condition, operator } = compiled;
  const every = condition.qualifier === "ForAllValues";
  if (isNullSet(actual)) return every || (condition.ifExists && actual === undefined);
  const values = typeof actual === "string" ? [actual] : (actual ?? []);
  let decided = every;
  for (const value of values) {
    const passes = anyTest(compiled, value, query, heard) !== operator.negated;
    if (passes !== every) decided = !every;
    if (passes !== every && heard === undefined) break;
  }
  return decided;
}

/** Absent, an empty list and an empty text are alike to `Null` and to the set operators. */
function isNullSet(value: ContextValue | undefined): boolean {
  return value === undefined || value.length === 0;
}

/** Whether some listed value matches; one with a variable that has no value does not. */
function anyTest(compiled: CompiledCondition, value: string, query: Query, heard: Hearing): boolean {
  let found = false;
  for (let index = 0; index < compiled.tests.length; index += 1) {
    const test = compiled.tests[index];
    const matched = (test?.fixed ?? test?.resolve(query.variable))?.(value) ?? false;
    if (heard !== undefined) record(compiled, index, matched, query, heard);
    if (matched) found = true;
    if (matched && heard === undefined) break;
  }
  return found;
}

function record(
  { tests }: CompiledCondition,
  index: number,
  matched: boolean,
  query: Query,
  heard: HeardEntry[],
): void {
  const test = tests[index];
  heard.push(test?.varies === true ? { index, matched, resolved: test.show(query.variable) } : { index, matched });
}
