import type { Condition, PolicyKind, PrincipalElement, Statement } from "../../document/policy-node.ts";
import { actionCovers } from "../suggestions/action-covers.ts";
import { resourceCovers } from "../suggestions/resource-covers.ts";

/** Whether every request that the second statement applies to is one that the first applies to. */
export function statementCovers(outer: Statement, inner: Statement, kind: PolicyKind): boolean {
  return (
    outer.conditions.every((condition) => inner.conditions.some((other) => sameCondition(condition, other))) &&
    principalsCover(outer.principal, inner.principal) &&
    listCovers(outer.action, inner.action, actionCovers) &&
    (outer.resource === undefined ||
      (inner.resource !== undefined &&
        listCovers(outer.resource, inner.resource, (one, other) => resourceCovers(one, other, kind))))
  );
}

interface List {
  readonly negated: boolean;
  readonly patterns: readonly { readonly value: string }[];
}

/** A list that says «all but» covers another such list when it leaves out no more. */
function listCovers(outer: List, inner: List, covers: (outer: string, inner: string) => boolean): boolean {
  if (outer.negated !== inner.negated)
    return !outer.negated && outer.patterns.some(({ value }) => value === "*" || covers(value, "*"));
  const [wide, narrow] = outer.negated ? [inner, outer] : [outer, inner];
  return narrow.patterns.every((one) => wide.patterns.some((other) => covers(other.value, one.value)));
}

function principalsCover(outer: PrincipalElement | undefined, inner: PrincipalElement | undefined): boolean {
  if (outer === undefined || inner === undefined) return outer === inner;
  if (outer.negated || inner.negated) return false;
  const everybody = outer.entries.some(({ type, value }) => value === "*" && (type === "*" || type === "AWS"));
  return (
    everybody ||
    inner.entries.every((entry) =>
      outer.entries.some(({ type, value }) => type === entry.type && value === entry.value),
    )
  );
}

function sameCondition(one: Condition, other: Condition): boolean {
  return (
    one.operator.value === other.operator.value &&
    one.key.value.toLowerCase() === other.key.value.toLowerCase() &&
    sortedValues(one) === sortedValues(other)
  );
}

function sortedValues({ values }: Condition): string {
  return JSON.stringify(values.map(({ value }) => value).toSorted());
}
