import type { Estate, Source } from "../estate.ts";
import { resolveAccounts, resolveGuardrails, resolveUnits } from "./resolve-accounts.ts";
import { resolveIam } from "./resolve-iam.ts";
import { resolveGroups, resolveUsers } from "./resolve-people.ts";
import { resolveAssignments, resolvePermissionSets } from "./resolve-sets.ts";
import { managementAccount, type OwnerTag, type Resolving, sourceOf } from "./resolving.ts";
import type { Word } from "../file/word.ts";

/** Something that the file says, by word, shall be removed. */
export interface Removal {
  readonly kind: "user" | "group" | "permission set" | "service control policy";
  readonly name: string;
  /** The day a person left. */
  readonly since?: string;
  readonly source: Source;
}

/** What an access file asks for. */
export interface DesiredAccess {
  readonly estate: Estate;
  readonly owner: OwnerTag;
  readonly removals: readonly Removal[];
  /** How many administrators there must always be: two, or one where the file says why. */
  readonly administrators: { readonly atLeast: 1 | 2; readonly reason?: string };
}

/** Turns an access file whose checks are good into the estate that it asks for. */
export function resolveAccessFile(resolving: Resolving): DesiredAccess {
  const reason = resolving.content.signIn?.soleAdministrator?.text;
  return {
    estate: desiredEstate(resolving),
    owner: resolving.owner,
    removals: removalsOf(resolving),
    administrators: reason === undefined ? { atLeast: 2 } : { atLeast: 1, reason },
  };
}

function desiredEstate(resolving: Resolving): Estate {
  const { organization, guardrails } = resolving.content;
  const identityCenter = organization.method?.text !== "iam-users";
  return {
    organization: {
      name: organization.name.text,
      managementAccount: managementAccount(resolving.content),
      region: organization.region.text,
      serviceControlPoliciesEnabled: (guardrails ?? []).length > 0,
    },
    accounts: resolveAccounts(resolving),
    units: resolveUnits(resolving),
    serviceControlPolicies: resolveGuardrails(resolving),
    users: identityCenter ? resolveUsers(resolving) : [],
    groups: identityCenter ? resolveGroups(resolving) : [],
    permissionSets: identityCenter ? resolvePermissionSets(resolving) : [],
    assignments: identityCenter ? resolveAssignments(resolving) : [],
    iam: resolveIam(resolving),
  };
}

function removalsOf({ content, file }: Resolving): readonly Removal[] {
  const left = (content.people ?? []).flatMap(({ key, value }) =>
    value.left === undefined ? [] : [{ kind: "user" as const, name: key.text, since: value.left.text, source: sourceOf(key.span, file) }],
  );
  const named = (kind: Removal["kind"], words: readonly Word[] | undefined): readonly Removal[] =>
    (words ?? []).map((word) => ({ kind, name: word.text, source: sourceOf(word.span, file) }));
  const { retired } = content;
  return [
    ...left,
    ...named("group", retired?.groups),
    ...named("permission set", retired?.permissionSets),
    ...named("service control policy", retired?.guardrails),
  ];
}
