import type { Estate } from "../estate.ts";
import { resolveAccounts, resolveGuardrails, resolveUnits } from "./resolve-accounts.ts";
import { resolveIam } from "./resolve-iam.ts";
import { resolveGroups, resolveUsers } from "./resolve-people.ts";
import { resolveAssignments, resolvePermissionSets } from "./resolve-sets.ts";
import { resolveRemovals } from "./resolve-removals.ts";
import { managementAccount, type OwnerTag, type Resolving } from "./resolving.ts";

/** What an access file asks for. */
export interface DesiredAccess {
  readonly estate: Estate;
  readonly owner: OwnerTag;
  /** How many administrators there must always be: two, or one where the file says why. */
  readonly administrators: { readonly atLeast: 1 | 2; readonly reason?: string };
}

/** Turns an access file whose checks are good into the estate that it asks for. */
export function resolveAccessFile(resolving: Resolving): DesiredAccess {
  const reason = resolving.content.signIn?.soleAdministrator?.text;
  return {
    estate: desiredEstate(resolving),
    owner: resolving.owner,
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
    removals: resolveRemovals(resolving),
  };
}
