import type { Organizations } from "@aws-sdk/client-organizations";
import type { SSOAdmin } from "@aws-sdk/client-sso-admin";
import type { AwsClients } from "./clients.ts";

/** Milliseconds: the first wait between two looks, the longest one, and the time after which reading goes on anyway. */
const firstLook = 20;
const slowestLook = 2_000;
const patience = 60_000;

/**
 * Waits until AWS has finished what somebody (an interrupted apply, most of all) has asked of it, so that what is read
 * next does not change by itself a moment later. Requests that take longer than a minute are not waited for.
 */
export async function awaitNothingRunning(clients: AwsClients, isRunning: () => Promise<boolean>): Promise<void> {
  const { timing } = clients;
  const start = timing.now();
  for (let wait = firstLook; await isRunning(); wait = Math.min(slowestLook, wait * 1.6)) {
    if (timing.now() - start > patience) return;
    await timing.sleep(wait);
  }
}

/** Waits for accounts that are being created. */
export async function awaitAccounts(clients: AwsClients, organizations: Organizations): Promise<void> {
  await awaitNothingRunning(clients, async () => {
    const { CreateAccountStatuses = [] } = await organizations.listCreateAccountStatus({ States: ["IN_PROGRESS"] });
    return CreateAccountStatuses.length > 0;
  });
}

/** Waits for assignments that are being made or removed, and for sets that are being provisioned. */
export async function awaitAssignments(clients: AwsClients, admin: SSOAdmin, InstanceArn: string): Promise<void> {
  const request = { InstanceArn, Filter: { Status: "IN_PROGRESS" } } as const;
  await awaitNothingRunning(clients, async () => {
    const [created, deleted, provisioned] = await Promise.all([
      admin.listAccountAssignmentCreationStatus(request),
      admin.listAccountAssignmentDeletionStatus(request),
      admin.listPermissionSetProvisioningStatus(request),
    ]);
    const running = [
      created.AccountAssignmentsCreationStatus,
      deleted.AccountAssignmentsDeletionStatus,
      provisioned.PermissionSetsProvisioningStatus,
    ];
    return running.some((statuses) => (statuses ?? []).length > 0);
  });
}
