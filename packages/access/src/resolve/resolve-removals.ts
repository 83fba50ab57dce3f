import type { MembershipRemoval, Removal, Removals } from "../estate.ts";
import type { Word } from "../file/word.ts";
import { resolveAssignments } from "./resolve-sets.ts";
import { managementAccount, type Resolving, sourceOf } from "./resolving.ts";

/** What the file says, by word, shall go: people who `left`, groups that a person `was` in, and what is `retired`. */
export function resolveRemovals(resolving: Resolving): Removals {
  const { content, file } = resolving;
  const left = (content.people ?? []).filter(({ value }) => value.left !== undefined);
  const people = left.map(({ key }) => ({ name: key.text, source: sourceOf(key.span, file) }));
  const named = (words: readonly Word[] | undefined): readonly Removal[] =>
    (words ?? []).map((word) => ({ name: word.text, source: sourceOf(word.span, file) }));
  const { retired } = content;
  const account = managementAccount(content);
  const iam = content.organization.method?.text === "iam-users";
  return withoutEmpty({
    users: iam ? [] : people,
    iamUsers: iam ? people.map((person) => ({ ...person, account })) : [],
    memberships: iam ? [] : formerMemberships(resolving),
    groups: named(retired?.groups),
    permissionSets: named(retired?.permissionSets),
    serviceControlPolicies: named(retired?.guardrails),
    assignments: retired?.access === undefined ? [] : resolveAssignments(resolving, retired.access),
  });
}

function formerMemberships({ content, file }: Resolving): readonly MembershipRemoval[] {
  const displayNames = new Map(content.groups.map(({ key, value }) => [key.text, value.text]));
  return (content.people ?? []).flatMap(({ key, value }) =>
    (value.was ?? []).map((word) => ({
      user: key.text,
      group: displayNames.get(word.text) ?? word.text,
      source: sourceOf(word.span, file),
    })),
  );
}

function withoutEmpty(removals: Removals): Removals {
  return Object.fromEntries(Object.entries(removals).filter(([, list]) => list.length > 0));
}
