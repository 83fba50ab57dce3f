import type { Boundary, CustomerManagedPolicy } from "../estate.ts";
import type { BoundarySection } from "../file/sections/permission-sets.ts";
import type { Entry, Word } from "../file/word.ts";
import { ownedTags, type Resolving, sourceOf } from "../resolve/resolving.ts";
import { allowStatements } from "../tasks/task-statements.ts";
import { neverStatements, patternTasks, policyText } from "./set-policy.ts";
import { usedPolicy } from "./used-policy.ts";

/** The path of the policies that Castellan makes in accounts; the guardrail `protect-castellan-roles` protects it. */
export const castellanPath = "/castellan/";

/** The customer managed policy that a boundary of the file becomes in every account where it is used. */
export function boundaryPolicy({ key, value }: Entry<BoundarySection>, resolving: Resolving): CustomerManagedPolicy {
  const name = key.text;
  return {
    name,
    path: castellanPath,
    description: value.description?.text ?? `Permissions boundary ${name}, made by Castellan.`,
    document: boundaryDocument(name, value, resolving),
    tags: ownedTags(undefined, resolving.owner),
    source: sourceOf(key.span, resolving.file),
  };
}

/** The JSON text of a boundary's policy: what it lets through, everything if it does not say, less what it never does. */
export function boundaryDocument(name: string, value: BoundarySection, resolving: Resolving): string {
  const everything = [{ Sid: "EverythingElse", Effect: "Allow", Action: "*", Resource: "*" }];
  const allowed =
    value.use === undefined ? everything : patternTasks(value.use, resolving).flatMap((task) => allowStatements(task));
  return policyText([...neverStatements(value.never ?? [], resolving, `${castellanPath.slice(1)}${name}`), ...allowed]);
}

/** What a permission set's `boundary` points at: a boundary of the file, or an AWS managed policy. */
export function boundaryOf(word: Word, resolving: Resolving): Boundary | undefined {
  if ((resolving.content.boundaries ?? []).some(({ key }) => key.text === word.text)) {
    return { kind: "customer", policy: { name: word.text, path: castellanPath } };
  }
  const found = usedPolicy(word.text, { ...resolving, tasks: new Map() });
  return found?.kind === "managed" ? { kind: "aws", arn: found.policy.arn } : undefined;
}
