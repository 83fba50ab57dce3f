import type { PolicyTarget, UnitPath } from "../estate.ts";

/** A unit's path and the paths of all units above it, nearest to the root first; the root itself is left out. */
export function unitsAbove(path: UnitPath): readonly UnitPath[] {
  const names = path.split("/").filter((name) => name !== "");
  return names.map((_name, index) => `/${names.slice(0, index + 1).join("/")}`);
}

/** The path of the unit that holds this one; `/` for a unit under the root. */
export function parentUnit(path: UnitPath): UnitPath {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

/** A unit's own name. */
export function unitName(path: UnitPath): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Everything whose guardrails bind an account that sits in this unit: root, units, the account itself. */
export function targetsAbove(unit: UnitPath, account?: string): readonly PolicyTarget[] {
  return [
    { kind: "root" },
    ...unitsAbove(unit).map((path): PolicyTarget => ({ kind: "unit", path })),
    ...(account === undefined ? [] : [{ kind: "account" as const, name: account }]),
  ];
}

/** One text per target, equal for equal targets. */
export function targetKey(target: PolicyTarget): string {
  switch (target.kind) {
    case "root":
      return "root";
    case "unit":
      return `unit ${target.path}`;
    case "account":
      return `account ${target.name}`;
  }
}
