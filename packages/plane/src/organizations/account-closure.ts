import { AccountAlreadyClosedException } from "@aws-sdk/client-organizations";
import { quotas } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";
import { type JobHandler, operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { accounts } from "../records/organizations.ts";
import { onTarget } from "./authorization.ts";
import { managedOrganization } from "./organization-access.ts";
import { accountWithId } from "./organization-tree.ts";
import { violates } from "./refusals.ts";

const operation = operationsOf("organizations");
const monthMs = 30 * 86_400_000;

const closeAccount = operation("CloseAccount", {
  authorize: (call) => onTarget(call, call.input.AccountId),
  run: (call) => {
    const { tx, now } = call;
    const { managementAccountId } = managedOrganization(call);
    const account = accountWithId(tx, call.input.AccountId);
    if (account.id === managementAccountId)
      violates("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", "You can't close the management account.");
    if (account.status !== "ACTIVE") fail(AccountAlreadyClosedException, "The provided account is already closed.");
    requireClosureQuota(tx, now);
    tx.put(accounts, { ...account, status: "PENDING_CLOSURE", closedTimestamp: now });
    tx.schedule({ service: "organizations", name: "finishClosure", payload: { accountId: account.id } });
    return {};
  },
});

function requireClosureQuota(tx: Transaction, now: string): void {
  const members = tx.list(accounts).filter(({ parentId }) => parentId !== undefined);
  if (
    members.filter(({ status }) => status === "PENDING_CLOSURE").length >=
    quotas["organizations.concurrentAccountClosures"].value
  ) {
    violates(
      "CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED",
      "You have exceeded the number of accounts that you can close at a time.",
    );
  }
  const since = Date.parse(now) - monthMs;
  const closed = members.filter(
    ({ closedTimestamp }) => closedTimestamp !== undefined && Date.parse(closedTimestamp) > since,
  );
  if (closed.length >= closureQuota(members.length)) {
    violates("CLOSE_ACCOUNT_QUOTA_EXCEEDED", "You have exceeded close account quota for the past 30 days.");
  }
}

/** How many of `members` accounts may be closed in 30 days. */
export function closureQuota(members: number): number {
  const share = (members * quotas["organizations.accountsClosedIn30DaysShare"].value) / 100;
  const least = quotas["organizations.accountsClosedIn30Days"].value;
  return Math.min(Math.max(least, Math.floor(share)), quotas["organizations.accountsClosedIn30DaysAtMost"].value);
}

/** The end of a closure: AWS keeps the account for 90 days, suspended. */
export const finishClosure: JobHandler = ({ tx }, { accountId }: { accountId: string }) => {
  const account = tx.get(accounts, accountId);
  if (account?.status === "PENDING_CLOSURE") tx.put(accounts, { ...account, status: "SUSPENDED" });
};

/** Operations that close accounts. */
export const accountClosureOperations = [closeAccount];
