import type { AccountAssignment as AwsAssignment, SSOAdmin } from "@aws-sdk/client-sso-admin";
import type { AccountAssignment, PermissionSet } from "../estate.ts";
import type { AwsClients } from "./clients.ts";
import type { DirectoryReading } from "./read-directory.ts";
import { everyPage, present, readEach, sortedBy } from "./reading.ts";

/** An account to ask about. */
export interface AskedAccount {
  readonly id: string;
  readonly name: string;
}

/**
 * Every row of the matrix: per account the sets provisioned there, per pair the assignments (AWS has no way to list
 * everything). A principal that is no longer in the directory goes by its id.
 */
export async function readAssignments(
  clients: AwsClients,
  InstanceArn: string,
  accounts: readonly AskedAccount[],
  sets: readonly PermissionSet[],
  directory: DirectoryReading,
): Promise<readonly AccountAssignment[]> {
  const admin = await clients.ssoAdmin();
  const setNames = new Map(sets.map((set) => [set.arn, set.name]));
  const names = principalNames(directory);
  const rows = await readEach(accounts, async (account) => {
    const arns = await readProvisioned(admin, InstanceArn, account.id);
    const found = await readEach(arns, (arn) => readPair(admin, InstanceArn, account.id, arn));
    return found.flat().map((row) => assignmentOf(row, account, setNames, names));
  });
  return sortedBy(rows.flat(), (row) =>
    JSON.stringify([row.account, row.permissionSet, row.principal.kind, row.principal.name]),
  );
}

function readProvisioned(admin: SSOAdmin, InstanceArn: string, AccountId: string): Promise<readonly string[]> {
  return everyPage(
    (NextToken) => admin.listPermissionSetsProvisionedToAccount({ InstanceArn, AccountId, NextToken }),
    (page) => page.PermissionSets,
    (page) => page.NextToken,
  );
}

function readPair(admin: SSOAdmin, InstanceArn: string, AccountId: string, PermissionSetArn: string) {
  return everyPage(
    (NextToken) => admin.listAccountAssignments({ InstanceArn, AccountId, PermissionSetArn, NextToken }),
    (page) => page.AccountAssignments,
    (page) => page.NextToken,
  );
}

function principalNames(directory: DirectoryReading): ReadonlyMap<string | undefined, string> {
  return new Map([
    ...directory.users.map((user) => [user.id, user.userName] as const),
    ...directory.groups.map((group) => [group.id, group.displayName] as const),
  ]);
}

function assignmentOf(
  row: AwsAssignment,
  account: AskedAccount,
  setNames: ReadonlyMap<string | undefined, string>,
  names: ReadonlyMap<string | undefined, string>,
): AccountAssignment {
  const arn = present(row.PermissionSetArn, "an assignment's permission set");
  const id = present(row.PrincipalId, "an assignment's principal");
  return {
    account: account.name,
    permissionSet: setNames.get(arn) ?? arn,
    principal: { kind: row.PrincipalType === "USER" ? "user" : "group", name: names.get(id) ?? id },
  };
}
