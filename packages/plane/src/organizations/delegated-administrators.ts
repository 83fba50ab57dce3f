import {
  AccountAlreadyRegisteredException,
  AccountNotRegisteredException,
  type DelegatedAdministrator as ApiDelegatedAdministrator,
} from "@aws-sdk/client-organizations";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { withContext } from "../iam/authorization.ts";
import { type DelegatedAdministrator, delegatedAdministrators, type Organization } from "../records/organizations.ts";
import { accountSummary } from "./accounts.ts";
import { onTarget, servicePrincipal } from "./authorization.ts";
import { managedOrganization, readableOrganization } from "./organization-access.ts";
import { accountWithId } from "./organization-tree.ts";
import { organizationsPage } from "./page.ts";
import { violates } from "./refusals.ts";
import { isTrusted, requireServicePrincipal } from "./service-access.ts";

const operation = operationsOf("organizations");

const register = operation("RegisterDelegatedAdministrator", {
  authorize: (call) => withContext(onTarget(call, call.input.AccountId), servicePrincipal(call.input.ServicePrincipal)),
  run: (call) => {
    const { tx, now } = call;
    const { AccountId: accountId, ServicePrincipal: principal } = call.input;
    const organization = managedOrganization(call);
    requireServicePrincipal(principal);
    requireEligible(tx, organization, accountId);
    if (!isTrusted(organization, principal)) {
      violates(
        "SERVICE_ACCESS_NOT_ENABLED",
        "You must enable service access before you register a delegated administrator.",
      );
    }
    if (tx.get(delegatedAdministrators, `${accountId}/${principal}`)) {
      fail(
        AccountAlreadyRegisteredException,
        "The provided account is already a delegated administrator for your organization.",
      );
    }
    tx.put(delegatedAdministrators, { accountId, servicePrincipal: principal, enabledDate: now });
    return {};
  },
});

function requireEligible(tx: Transaction, { managementAccountId }: Organization, accountId: string): void {
  const { status } = accountWithId(tx, accountId);
  if (accountId === managementAccountId) {
    violates(
      "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR",
      "You cannot register master account/yourself as delegated administrator for your organization.",
    );
  }
  if (status !== "ACTIVE") {
    violates(
      "CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR",
      "You cannot register a suspended account as a delegated administrator.",
    );
  }
}

const deregister = operation("DeregisterDelegatedAdministrator", {
  authorize: (call) => withContext(onTarget(call, call.input.AccountId), servicePrincipal(call.input.ServicePrincipal)),
  run: (call) => {
    const { tx } = call;
    const { AccountId: accountId, ServicePrincipal: principal } = call.input;
    managedOrganization(call);
    accountWithId(tx, accountId);
    const delegation = tx.get(delegatedAdministrators, `${accountId}/${principal}`);
    if (!delegation) {
      return fail(
        AccountNotRegisteredException,
        "The provided account is not a registered delegated administrator for your organization.",
      );
    }
    tx.remove(delegatedAdministrators, delegation);
    return {};
  },
});

const listAdministrators = operation("ListDelegatedAdministrators", {
  authorize: ({ input }) => ({ context: servicePrincipal(input.ServicePrincipal) }),
  run: (call) => {
    const { tx, input } = call;
    const { ServicePrincipal: principal } = input;
    const organization = readableOrganization(call);
    const delegations =
      principal === undefined
        ? tx.list(delegatedAdministrators)
        : tx.list(delegatedAdministrators, "service", principal);
    const { items, paging } = organizationsPage(earliestByAccount(delegations), input, ({ accountId }) => accountId);
    const administrators = items.map(({ accountId, enabledDate }): ApiDelegatedAdministrator => {
      return {
        ...accountSummary(organization, accountWithId(tx, accountId)),
        DelegationEnabledDate: new Date(enabledDate),
      };
    });
    return { DelegatedAdministrators: administrators, ...paging };
  },
});

/** Each account once, with the delegation that made it an administrator first. */
function earliestByAccount(delegations: readonly DelegatedAdministrator[]): DelegatedAdministrator[] {
  const earliest = new Map<string, DelegatedAdministrator>();
  for (const delegation of delegations) {
    const known = earliest.get(delegation.accountId);
    if (!known || delegation.enabledDate < known.enabledDate) earliest.set(delegation.accountId, delegation);
  }
  return [...earliest.values()];
}

const listServices = operation("ListDelegatedServicesForAccount", {
  authorize: (call) => onTarget(call, call.input.AccountId),
  run: (call) => {
    const { tx, input } = call;
    readableOrganization(call);
    const { id } = accountWithId(tx, input.AccountId);
    const delegations = tx.list(delegatedAdministrators, "account", id);
    if (delegations.length === 0) {
      fail(
        AccountNotRegisteredException,
        "The provided account is not a registered delegated administrator for your organization.",
      );
    }
    const { items, paging } = organizationsPage(delegations, input, (delegation) => delegation.servicePrincipal);
    const services = items.map((delegation) => ({
      ServicePrincipal: delegation.servicePrincipal,
      DelegationEnabledDate: new Date(delegation.enabledDate),
    }));
    return { DelegatedServices: services, ...paging };
  },
});

/** Operations on the accounts that administer AWS services for the organization. */
export const delegatedAdministratorOperations = [register, deregister, listAdministrators, listServices];
