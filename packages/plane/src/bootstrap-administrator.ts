import { randomUUID } from "node:crypto";
import type { Call } from "./frame/operation.ts";
import { credentials, directoryUsers, type Instance } from "./records/identity-center.ts";
import { assign } from "./sso-admin/assignment-record.ts";
import { createPermissionSetRecord } from "./sso-admin/permission-set-record.ts";

const administratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";

/** Makes a person who may do everything in the management account, through a permission set as everybody else. */
export function createAdministrator(
  call: Call<object>,
  instance: Instance,
  userName: string,
  passwordHash: string,
): void {
  const { tx, now } = call;
  const { identityStoreId, ownerAccountId } = instance;
  const userId = randomUUID();
  tx.put(directoryUsers, {
    identityStoreId,
    userId,
    userName,
    attributes: { DisplayName: "Administrator", Name: { GivenName: "First", FamilyName: "Administrator" } },
    enabled: true,
    createdAt: now,
    updatedAt: now,
    createdBy: "castellan",
    updatedBy: "castellan",
  });
  tx.put(credentials, { userId, passwordHash, oneTime: true, setAt: now, failedAttempts: 0 });
  const set = createPermissionSetRecord(tx, now, instance, {
    name: "AdministratorAccess",
    description: "The first administrator's way in",
    managedPolicies: [administratorAccess],
  });
  const { permissionSetArn } = set;
  const outcome = assign(tx, now, instance, set, {
    permissionSetArn,
    accountId: ownerAccountId,
    principalType: "USER",
    principalId: userId,
  });
  if (outcome.kind === "failed") throw new Error(`the first administrator could not be assigned: ${outcome.reason}`);
}
