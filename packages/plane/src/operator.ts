import { createRoleRecord, findRole } from "./iam/role-record.ts";
import type { Core } from "./frame/core.ts";
import type { Call } from "./frame/operation.ts";
import { portalOrigin } from "./portal/origin.ts";
import type { IamRole } from "./records/iam.ts";
import { credentials, directoryUsers } from "./records/identity-center.ts";
import { organizations, theOrganization } from "./records/organizations.ts";
import { hashGeneratedPassword, newOneTimePassword } from "./security/password.ts";
import { issueSession, type SessionCredentials } from "./security/sessions.ts";
import { createVault, type Vault } from "./security/vault.ts";

/** The role the `castellan` command acts as on a plane whose key it holds. Nobody can assume it over the API. */
const roleName = "CastellanOperator";
const sessionSeconds = 12 * 3600;

/** What a process that holds a plane's key must know to act as its operator. */
export interface Operator {
  readonly accountId: string;
  readonly roleId: string;
}

/** The operator's role, made when it is first needed. */
export async function operatorOf(core: Core): Promise<Operator> {
  const role = await core.transact(portalOrigin("UseOperator", "castellan"), {}, ensureRole);
  return { accountId: role.accountId, roleId: role.roleId };
}

/** Credentials of the operator, sealed by the plane's key: no call is needed to get them. */
export function operatorCredentials(vault: Vault, { accountId, roleId }: Operator, now: Date): SessionCredentials {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return issueSession(vault, {
    accountId,
    roleName,
    roleId,
    sessionName: "castellan",
    issuedAt,
    expiresAt: issuedAt + sessionSeconds,
  });
}

/** The same for a process that has the key but not the plane. */
export const operatorCredentialsWith = (vaultKey: Uint8Array, operator: Operator, now: Date): SessionCredentials =>
  operatorCredentials(createVault(vaultKey), operator, now);

function ensureRole({ tx, now }: Call<object>): IamRole {
  const accountId = tx.get(organizations, theOrganization)?.managementAccountId;
  if (accountId === undefined) throw new Error("the plane has no organization");
  const statement = { Effect: "Deny", Principal: { AWS: "*" }, Action: "sts:AssumeRole" };
  return (
    findRole(tx, accountId, roleName) ??
    createRoleRecord(tx, now, {
      accountId,
      roleName,
      path: "/castellan/",
      description: "Used by the castellan command on the machine that holds this plane's key",
      assumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
      attachedPolicies: ["arn:aws:iam::aws:policy/AdministratorAccess"],
    })
  );
}

/** A password to be handed to a person and replaced at the first sign-in. */
export interface OneTimePassword {
  readonly userName: string;
  readonly password: string;
}

/** Gives everybody in the directory who cannot sign in yet a one-time password; it is kept as a hash only. */
export function giveOneTimePasswords(core: Core): Promise<readonly OneTimePassword[]> {
  return core.transact({ ...portalOrigin("GiveOneTimePasswords", "castellan"), audited: false }, {}, ({ tx, now }) =>
    tx
      .list(directoryUsers)
      .filter(({ enabled, userId }) => enabled && !tx.get(credentials, userId))
      .map(({ userId, userName }) => {
        const password = newOneTimePassword();
        const passwordHash = hashGeneratedPassword(password);
        tx.put(credentials, { userId, passwordHash, oneTime: true, setAt: now, failedAttempts: 0 });
        return { userName, password };
      }),
  );
}
