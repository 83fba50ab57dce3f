import { conditionOperators, type ConditionOperator } from "../condition/operators.ts";
import { compileGlob } from "../pattern/glob.ts";
import type { ContextValue } from "../request/request.ts";
import type { KeyAtom, OpenText } from "./atom.ts";
import { closedParts, widened, withValues, type VariableValues } from "./bind-text.ts";
import { findKeyValue } from "./find/find-key-value.ts";
import { found, none, type Found } from "./find/found.ts";
import type { KeyLiteral, KeyShape, TextPattern } from "./find/literals.ts";
import { textPatternOf } from "./find/text-pattern.ts";
import { keyHolds } from "./key-holds.ts";

/** A condition on a key required to hold or not. */
export interface KeyDemand {
  readonly atom: KeyAtom;
  readonly holds: boolean;
}

/** A value of one key that satisfies every demand. A variable without value may be anything in its favour. */
export function findKey(
  key: string,
  demands: readonly KeyDemand[],
  shape: KeyShape,
  values: VariableValues,
): Found<ContextValue | undefined> {
  const literals: KeyLiteral[] = [];
  for (const demand of demands) {
    const asked = literalOf(demand, values);
    if (demand.atom.settled === undefined) literals.push(asked);
    else if (keyHolds(asked, demand.atom.settled.value) !== asked.holds) return none;
  }
  const [settled] = demands.flatMap(({ atom }) => atom.settled ?? []);
  if (settled !== undefined) return found(settled.value);
  if (!values.has(key)) return findKeyValue(literals, shape);
  const value = values.get(key);
  // An empty text is not the same as none, although `Null` does not tell them apart.
  if (value === undefined) return findKeyValue(literals, { absent: true, single: false, list: false });
  return findKeyValue([...literals, isExactly(value)], shape);
}

/** The key has this value. */
function isExactly(value: string): KeyLiteral {
  const operator = conditionOperators.StringEquals;
  return { operator, ifExists: false, tests: [textPatternOf(operator, [value])], holds: true };
}

/** A demand with its variables replaced. */
function literalOf({ atom, holds }: KeyDemand, values: VariableValues): KeyLiteral {
  const { operator, qualifier, ifExists } = atom;
  // More matching texts make a plain operator hold more often and a negated one less.
  const favoursMatches = holds !== operator.negated;
  const tests = atom.tests.flatMap((test) => {
    const text = withValues(test, values);
    return text === undefined || (text.open.length > 0 && !favoursMatches) ? [] : [patternOf(operator, text)];
  });
  return { operator, ...(qualifier && { qualifier }), ifExists, tests, holds };
}

/** A text with anything in it is a pattern, whatever the operator is; where letter case does not count, any text. */
function patternOf(operator: ConditionOperator, text: OpenText): TextPattern {
  if (text.open.length === 0) return textPatternOf(operator, closedParts(text));
  const plain = operator.type === "arn" || (operator.type === "string" && !operator.name.endsWith("IgnoreCase"));
  return { kind: "glob", glob: plain ? compileGlob(widened(text)) : { kind: "any" } };
}
