import type { Call } from "../frame/operation.ts";
import type { DirectoryUser } from "../records/identity-center.ts";
import { iamRoles, nameKey } from "../records/iam.ts";
import { issueSession, type SessionCredentials } from "../security/sessions.ts";
import type { AccountRole } from "../sso-admin/instance-record.ts";

/** Credentials of the reserved role of an assignment, for as long as the permission set says; undefined if the role is gone. */
export function issueRoleCredentials(
  call: Call<unknown>,
  person: DirectoryUser,
  assigned: AccountRole,
): SessionCredentials | undefined {
  const role = call.tx.get(iamRoles, nameKey(assigned.accountId, assigned.reservedRoleName));
  if (!role) return undefined;
  const issuedAt = Math.floor(Date.parse(call.now) / 1000);
  return issueSession(call.vault, {
    accountId: role.accountId,
    roleName: role.roleName,
    roleId: role.roleId,
    sessionName: person.userName,
    issuedAt,
    expiresAt: issuedAt + role.maxSessionDuration,
    personId: person.userId,
  });
}
