import { quotas } from "@castellan/catalog";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { accessKeys, iamGroups, iamPolicies, iamRoles, iamUsers, instanceProfiles, nameKey } from "../records/iam.ts";
import { accounts } from "../records/organizations.ts";

const operation = operationsOf("iam");

const getAccountSummary = operation("GetAccountSummary", {
  run: ({ tx, accountId }) => ({ SummaryMap: { ...countsOf(tx, accountId), ...quotaSummary, ...absent } }),
});

function countsOf(tx: Transaction, accountId: string) {
  const policies = tx.list(iamPolicies, "account", accountId);
  return {
    Users: tx.count(iamUsers, "account", accountId),
    Groups: tx.count(iamGroups, "account", accountId),
    Roles: tx.count(iamRoles, "account", accountId),
    InstanceProfiles: tx.count(instanceProfiles, "account", accountId),
    Policies: policies.length,
    PolicyVersionsInUse: policies.reduce((total, policy) => total + policy.versions.length, 0),
    AccountAccessKeysPresent: Number(tx.count(accessKeys, "user", nameKey(accountId, "<root>")) > 0),
    // Organizations creates member accounts without a password for their root user.
    AccountPasswordPresent: Number(tx.get(accounts, accountId)?.joinedMethod !== "CREATED"),
  };
}

/** Quotas under the names IAM shows them by. */
const quotaSummary = Object.fromEntries(
  Object.values(quotas).flatMap(({ summaryKey, value }) => (summaryKey === undefined ? [] : [[summaryKey, value]])),
) as Readonly<Record<string, number>>;

/** Counts of what the plane does not keep, so that there is none of it. */
const absent = {
  AccountMFAEnabled: 0,
  AccountSigningCertificatesPresent: 0,
  GlobalEndpointTokenVersion: 1,
  MFADevices: 0,
  MFADevicesInUse: 0,
  Providers: 0,
  ServerCertificates: 0,
};

/** The operation that sums the account up. */
export const accountSummaryOperations = [getAccountSummary];
