import { AccessDeniedException, AWSOrganizationsNotInUseException } from "@aws-sdk/client-organizations";
import { fail } from "../frame/fault.ts";
import type { Call } from "../frame/operation.ts";
import {
  accounts,
  delegatedAdministrators,
  type Organization,
  organizations,
  theOrganization,
} from "../records/organizations.ts";

/** Who asks, and where it is looked up. */
export type Where = Pick<Call<unknown>, "tx" | "accountId">;

/** The organization the caller's account is in, or undefined. */
export function findOrganization({ tx, accountId }: Where): Organization | undefined {
  return tx.get(accounts, accountId)?.parentId === undefined ? undefined : tx.get(organizations, theOrganization);
}

/** The organization the caller's account is in, for operations any member may call. */
export const ownOrganization = (where: Where): Organization =>
  findOrganization(where) ??
  fail(AWSOrganizationsNotInUseException, "Your account is not a member of an organization.");

/** The organization, for operations of its management account only. */
export function managedOrganization(where: Where): Organization {
  const organization = ownOrganization(where);
  return organization.managementAccountId === where.accountId ? organization : denied();
}

/** The organization, for operations of the management account and of delegated administrators: those that only read. */
export function readableOrganization(where: Where): Organization {
  const organization = ownOrganization(where);
  const delegated = where.tx.count(delegatedAdministrators, "account", where.accountId) > 0;
  return delegated || organization.managementAccountId === where.accountId ? organization : denied();
}

const denied = (): never => fail(AccessDeniedException, "You don't have permissions to access this resource.");
