import { matchesGlob } from "@castellan/policy";
import { readStatements } from "../roles/used-policy.ts";

/** An Allow statement that needs more than an action: certain resources, or conditions. */
export interface NarrowStatement {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** The Allow statements of a policy that a request on `*` without context might not show. */
export function narrowStatements(document: string): readonly NarrowStatement[] {
  return (readStatements(document) ?? []).flatMap((data) => {
    const statement = readNarrow(data);
    return statement === undefined ? [] : [statement];
  });
}

function readNarrow(data: unknown): NarrowStatement | undefined {
  const members = new Map(Object.entries(data ?? {}));
  const resources = texts(members.get("Resource"));
  const condition = readCondition(members.get("Condition"));
  const wide = resources.includes("*") && Object.keys(condition).length === 0;
  if (members.get("Effect") !== "Allow" || wide) return undefined;
  return { actions: fold(members.get("Action")), notActions: fold(members.get("NotAction")), resources, condition };
}

function readCondition(data: unknown): NarrowStatement["condition"] {
  const tests = (value: unknown) =>
    Object.fromEntries(Object.entries(value ?? {}).map(([key, values]) => [key, texts(values)]));
  return Object.fromEntries(Object.entries(data ?? {}).map(([operator, value]) => [operator, tests(value)]));
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
}

function fold(value: unknown): readonly string[] {
  return texts(value).map((text) => text.toLowerCase());
}

/** True when the statement speaks of the action. */
export function speaksOf(statement: NarrowStatement, action: string): boolean {
  const folded = action.toLowerCase();
  if (statement.notActions.length > 0) return !statement.notActions.some((pattern) => matchesGlob(pattern, folded));
  return statement.actions.some((pattern) => matchesGlob(pattern, folded));
}
