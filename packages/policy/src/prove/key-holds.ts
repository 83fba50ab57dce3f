import type { ContextValue } from "../request/request.ts";
import type { KeyLiteral } from "./find/literals.ts";
import { someMatch } from "./find/text-holds.ts";

/** Whether a condition holds for a value of its key, as deciding compares them. */
export function keyHolds(condition: Omit<KeyLiteral, "holds">, value: ContextValue | undefined): boolean {
  const { operator, qualifier, ifExists, tests } = condition;
  const isNull = value === undefined || value.length === 0;
  if (operator.type === "null") return someMatch(tests, String(isNull));
  const passes = (text: string): boolean => someMatch(tests, text) !== operator.negated;
  if (qualifier === undefined) {
    if (value === undefined || (isNull && typeof value !== "string")) return ifExists || operator.negated;
    return typeof value === "string" && passes(value);
  }
  const every = qualifier === "ForAllValues";
  if (isNull) return every || (ifExists && value === undefined);
  const values = typeof value === "string" ? [value] : value;
  return every ? values.every(passes) : values.some(passes);
}
