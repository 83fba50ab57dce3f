import type { AccountAssignment, PermissionSet } from "../estate.ts";
import type { PermissionSetSection } from "../file/sections/permission-sets.ts";
import type { Entry } from "../file/word.ts";
import { boundaryOf } from "../roles/boundary-policy.ts";
import { setContents } from "../roles/set-contents.ts";
import { setPolicy } from "../roles/set-policy.ts";
import { byName, cellsOf, ownedTags, type Resolving, sourceOf } from "./resolving.ts";

/** The permission sets that the file asks for. */
export function resolvePermissionSets(resolving: Resolving): readonly PermissionSet[] {
  return resolving.content.permissionSets
    .map((entry) => resolveSet(entry, resolving))
    .toSorted(byName((set) => set.name));
}

function resolveSet({ key, value }: Entry<PermissionSetSection>, resolving: Resolving): PermissionSet {
  const boundary = value.boundary === undefined ? undefined : boundaryOf(value.boundary, resolving);
  return {
    name: key.text,
    ...(value.description === undefined ? {} : { description: value.description.text }),
    sessionDuration: isoDuration(setContents(value).sessionMinutes),
    ...(value.relayState === undefined ? {} : { relayState: value.relayState.text }),
    customerManagedPolicies: [],
    ...setPolicy(value, resolving),
    ...(boundary === undefined ? {} : { boundary }),
    tags: ownedTags(value.tags, resolving.owner),
    source: sourceOf(key.span, resolving.file),
  };
}

/** A duration in minutes as AWS writes it: `PT8H`, `PT1H30M`. */
export function isoDuration(minutes: number): string {
  const rest = minutes % 60;
  return `PT${Math.floor(minutes / 60)}H${rest === 0 ? "" : `${rest}M`}`;
}

/** The account assignments that the matrix asks for, by account, permission set and group. */
export function resolveAssignments({ content, file }: Resolving, rows = content.access): readonly AccountAssignment[] {
  const displayNames = new Map(content.groups.map(({ key, value }) => [key.text, value.text]));
  return cellsOf(content, rows)
    .map(({ account, group, set }) => ({
      account,
      permissionSet: set.text,
      principal: { kind: "group" as const, name: displayNames.get(group) ?? group },
      source: sourceOf(set.span, file),
    }))
    .toSorted(
      byName(({ account, permissionSet, principal }) => JSON.stringify([account, permissionSet, principal.name])),
    );
}
