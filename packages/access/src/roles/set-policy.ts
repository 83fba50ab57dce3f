import type { PermissionSetSection, Use } from "../file/sections/permission-sets.ts";
import type { Word } from "../file/word.ts";
import type { Task } from "../tasks/task.ts";
import { allowStatements, denyStatements } from "../tasks/task-statements.ts";
import type { Resolving } from "../resolve/resolving.ts";
import { setContents } from "./set-contents.ts";
import { readStatements, usedPolicy } from "./used-policy.ts";

/** What a permission set's role, `use` and `never` become. */
export interface SetPolicy {
  /** ARNs of AWS managed policies, in the order written. */
  readonly managedPolicies: readonly string[];
  /** The inline policy's JSON text; absent when managed policies say it all. */
  readonly inlinePolicy?: string;
}

/** Turns what a permission set uses and never gives into policies. Denials come first: they are what a reader looks for. */
export function setPolicy(section: PermissionSetSection, resolving: Resolving): SetPolicy {
  const { use: uses, never } = setContents(section);
  const managed: string[] = [];
  const allowed: unknown[] = [];
  for (const use of uses) {
    const found = use.kind === "named" ? usedPolicy(use.word.text, resolving) : undefined;
    if (found?.kind === "managed") managed.push(found.policy.arn);
    else allowed.push(...statementsOf(use, resolving));
  }
  const statements = [...neverStatements(never, resolving), ...allowed];
  const managedPolicies = [...new Set(managed)];
  return statements.length === 0 ? { managedPolicies } : { managedPolicies, inlinePolicy: policyText(statements) };
}

/** The statements of a `use` that is no managed policy. */
function statementsOf(use: Use, resolving: Resolving): readonly unknown[] {
  if (use.kind === "policy") return readStatements(use.policy.data) ?? [];
  const found = usedPolicy(use.word.text, resolving);
  if (found?.kind === "task") return found.task.kind === "patterns" ? allowStatements(found.task) : [];
  if (found?.kind !== "file") return [];
  const text = resolving.readText(found.path);
  return text === undefined ? [] : (readStatements(text) ?? []);
}

/** The Deny statements of the tasks after `never`. */
export function neverStatements(
  words: readonly Word[],
  resolving: Pick<Resolving, "tasks">,
  boundary?: string,
): readonly unknown[] {
  return patternTasks(words, resolving).flatMap((task) => denyStatements(task, boundary));
}

/** The tasks of these names that policies can say. */
export function patternTasks(
  words: readonly Word[],
  { tasks }: Pick<Resolving, "tasks">,
): readonly (Task & { kind: "patterns" })[] {
  return words.flatMap((word) => {
    const task = tasks.get(word.text);
    return task?.kind === "patterns" ? [task] : [];
  });
}

/** A policy of these statements as JSON text, as it is sent. */
export function policyText(statements: readonly unknown[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
