import { type EscalationNeed, type EscalationSet, escalation } from "./escalation-set.ts";

const identityCenter: EscalationNeed = { kind: "home", of: "Identity Center" };

/** A set that is called where Identity Center is governed. */
export function inIdentityCenter(
  id: string,
  name: string,
  actions: string,
  from: string,
  needs: readonly EscalationNeed[] = [],
): EscalationSet {
  return escalation(id, name, actions, { effect: "self", subject: "another", needs: [identityCenter, ...needs], from });
}

/** Sets of Identity Center that a public list has: row 16 of the merged table. */
export const signInSets: readonly EscalationSet[] = [
  inIdentityCenter(
    "set-managed-policy",
    "attaches AdministratorAccess to a permission set of its own",
    "sso:AttachManagedPolicyToPermissionSet",
    "FW",
  ),
  inIdentityCenter(
    "set-inline-policy",
    "writes an inline policy into a permission set of its own",
    "sso:PutInlinePolicyToPermissionSet",
    "FW",
  ),
  inIdentityCenter(
    "new-set",
    "makes a permission set with AdministratorAccess and assigns it to itself",
    "sso:CreatePermissionSet sso:AttachManagedPolicyToPermissionSet sso:CreateAccountAssignment",
    "FW",
  ),
];
