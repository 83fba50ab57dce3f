import { conditionOperators } from "../condition/operators.ts";
import { globMatches } from "../pattern/glob.ts";
import type { ActionTable } from "./action-table.ts";
import type { AtomTable } from "./atom.ts";
import { bindCondition, bindPattern, resourceFormula, type Place } from "./bind-statement.ts";
import { actionGlob } from "./find-action.ts";
import { all, literal, type Formula } from "./formula.ts";
import type { Region } from "./question.ts";
import { keyOf, type Standpoint } from "./standpoint.ts";

/** The actions of a region: their numbers, and the names it lists that the catalogue does not know. */
export interface Domain {
  readonly actions: Int32Array;
  readonly unknown: readonly string[];
}

/** The actions that a region speaks of. */
export function domainOf({ actions, notActions }: Region, table: ActionTable): Domain {
  const patterns = actions ?? ["*"];
  const excluded = new Set((notActions ?? []).flatMap((pattern) => [...table.matching(pattern)]));
  const found = new Set(patterns.flatMap((pattern) => [...table.matching(pattern)]));
  for (const action of excluded) found.delete(action);
  const isExcluded = (name: string): boolean =>
    (notActions ?? []).some((pattern) => globMatches(actionGlob(pattern), name.toLowerCase()));
  const isUnknown = (pattern: string): boolean => !/[*?]/.test(pattern) && table.matching(pattern).length === 0;
  const unknown = patterns.filter((pattern) => isUnknown(pattern) && !isExcluded(pattern));
  return { actions: Int32Array.from(found).sort(), unknown };
}

/** What every request of a region fulfils besides its action. */
export function regionFormula(region: Region, standpoint: Standpoint, atoms: AtomTable): Formula {
  const place: Place = { kind: "identity", variables: true, standpoint, atoms };
  const conditions = [
    ...(region.conditions ?? []).map((condition) => bindCondition(condition, place)),
    ...(region.free ?? []).filter((key) => standpoint.isDerived(keyOf(key))).map((key) => isPresent(key, atoms)),
  ];
  if (region.resources === undefined || region.resources === "any") return all(conditions);
  const patterns = region.resources.flatMap((pattern) => bindPattern(pattern, place) ?? []);
  return all([resourceFormula(patterns, true, atoms), ...conditions]);
}

/** A key that has a value of its own may have another, but not none. */
function isPresent(name: string, atoms: AtomTable): Formula {
  const tests = [{ parts: ["false"], open: [] }];
  const operator = conditionOperators.Null;
  const key = keyOf(name);
  return literal(
    atoms.intern({ kind: "key", key, name, operator, qualifier: undefined, ifExists: false, tests, open: [] }),
  );
}

/** The resource patterns of a region that no ARN can match for their form. */
export function strayResources({ resources = [] }: Region): readonly string[] {
  return resources === "any" ? [] : resources.filter((pattern) => pattern !== "*" && !pattern.startsWith("arn:"));
}

/** The accounts whose resources are asked about, undefined for nobody's in particular. */
export function ownersOf(region: Region, standpoint: Standpoint): readonly (string | undefined)[] {
  return region.resourceAccounts ?? [standpoint.caller.account];
}
