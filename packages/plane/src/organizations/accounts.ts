import {
  type Account as ApiAccount,
  DestinationParentNotFoundException,
  DuplicateAccountException,
  MasterCannotLeaveOrganizationException,
  SourceParentNotFoundException,
} from "@aws-sdk/client-organizations";
import { quotas } from "@castellan/catalog";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type Account, accounts, delegatedAdministrators, type Organization } from "../records/organizations.ts";
import { onTarget } from "./authorization.ts";
import { managedOrganization, ownOrganization, readableOrganization } from "./organization-access.ts";
import { accountArn } from "./organization-arns.ts";
import { releaseAccount } from "./organization.ts";
import { accountWithId, isParent, pathTo } from "./organization-tree.ts";
import { organizationsPage } from "./page.ts";
import { violates } from "./refusals.ts";

const operation = operationsOf("organizations");
const dayMs = 86_400_000;

/** `State` tells an account its owner closed from one AWS suspended; the plane suspends none. */
const stateOf = { ACTIVE: "ACTIVE", PENDING_CLOSURE: "PENDING_CLOSURE", SUSPENDED: "CLOSED" } as const;

/** An account in the API's words, as every operation shows it. */
export const accountSummary = (organization: Organization, account: Account) => ({
  Id: account.id,
  Arn: accountArn(organization, account.id),
  Email: account.email,
  Name: account.name,
  Status: account.status,
  State: stateOf[account.status],
  JoinedMethod: account.joinedMethod,
  JoinedTimestamp: new Date(account.joinedTimestamp),
});

/** An account in the API's words, with its place in the tree. */
export function describeAccount(tx: Transaction, organization: Organization, account: Account): ApiAccount {
  const path = account.parentId === undefined ? [] : pathTo(tx, account.parentId);
  return { ...accountSummary(organization, account), Paths: [`${organization.id}/${path.join("/")}/${account.id}/`] };
}

const describe = operation("DescribeAccount", {
  authorize: (call) => onTarget(call, call.input.AccountId),
  run: (call) => {
    const organization = readableOrganization(call);
    return { Account: describeAccount(call.tx, organization, accountWithId(call.tx, call.input.AccountId)) };
  },
});

const listAccounts = operation("ListAccounts", {
  run: (call) => {
    const organization = readableOrganization(call);
    const members = call.tx.list(accounts).filter(({ parentId }) => parentId !== undefined);
    const { items, paging } = organizationsPage(members, call.input, ({ id }) => id);
    return { Accounts: items.map((account) => describeAccount(call.tx, organization, account)), ...paging };
  },
});

const moveAccount = operation("MoveAccount", {
  authorize: (call) => {
    const { AccountId, SourceParentId, DestinationParentId } = call.input;
    return [AccountId, SourceParentId, DestinationParentId].map((id) => onTarget(call, id));
  },
  run: (call) => {
    const { input, tx } = call;
    const { SourceParentId: source, DestinationParentId: destination } = input;
    const organization = managedOrganization(call);
    const account = accountWithId(tx, input.AccountId);
    if (!isParent(tx, organization, source))
      fail(SourceParentNotFoundException, "You specified a source parent that doesn't exist.");
    if (!isParent(tx, organization, destination)) {
      fail(DestinationParentNotFoundException, "You specified a destination parent that doesn't exist.");
    }
    if (account.parentId === destination) {
      fail(DuplicateAccountException, "That account is already present in the specified destination.");
    }
    if (account.parentId !== source)
      fail(SourceParentNotFoundException, "The account isn't in the source parent that you specified.");
    tx.put(accounts, { ...account, parentId: destination });
    return {};
  },
});

const removeAccount = operation("RemoveAccountFromOrganization", {
  authorize: (call) => onTarget(call, call.input.AccountId),
  run: (call) => {
    const { managementAccountId } = managedOrganization(call);
    leave(call.tx, call.now, accountWithId(call.tx, call.input.AccountId), managementAccountId);
    return {};
  },
});

const leaveOrganization = operation("LeaveOrganization", {
  run: (call) => {
    const { managementAccountId } = ownOrganization(call);
    leave(call.tx, call.now, accountWithId(call.tx, call.accountId), managementAccountId);
    return {};
  },
});

function leave(tx: Transaction, now: string, account: Account, managementAccountId: string): void {
  if (account.id === managementAccountId) {
    fail(MasterCannotLeaveOrganizationException, "You can't remove a management account from an organization.");
  }
  if (tx.count(delegatedAdministrators, "account", account.id) > 0) {
    violates(
      "CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG",
      "You must deregister the account as a delegated administrator before you remove it from the organization.",
    );
  }
  const age = (Date.parse(now) - Date.parse(account.joinedTimestamp)) / dayMs;
  const { value: minimum } = quotas["organizations.accountMinimumAge"];
  if (account.joinedMethod === "CREATED" && age < minimum) {
    violates("WAIT_PERIOD_ACTIVE", `You must wait until at least ${minimum} days after the account was created.`);
  }
  releaseAccount(tx, account.id);
}

/** Operations on accounts that are there. */
export const accountOperations = [describe, listAccounts, moveAccount, removeAccount, leaveOrganization];
