import {
  AccountNotFoundException,
  OrganizationalUnitNotFoundException,
  ParentNotFoundException,
  type TargetType,
} from "@aws-sdk/client-organizations";
import { fail } from "../frame/fault.ts";
import type { Transaction } from "../frame/transaction.ts";
import {
  type Account,
  accounts,
  type Organization,
  type OrganizationalUnit,
  organizationalUnits,
} from "../records/organizations.ts";
import type { Tag } from "../records/tag.ts";
import { accountArn, rootArn, unitArn } from "./organization-arns.ts";

/** Anything policies can be attached to. */
export interface Target {
  readonly type: TargetType;
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly tags: readonly Tag[];
}

/** The root, unit or account of that id, or undefined. */
export function findTarget(tx: Transaction, organization: Organization, id: string): Target | undefined {
  if (id === organization.rootId) {
    return { type: "ROOT", id, arn: rootArn(organization, id), name: "Root", tags: organization.rootTags };
  }
  const unit = tx.get(organizationalUnits, id);
  if (unit)
    return { type: "ORGANIZATIONAL_UNIT", id, arn: unitArn(organization, id), name: unit.name, tags: unit.tags };
  const account = findAccount(tx, id);
  return account && { type: "ACCOUNT", id, arn: accountArn(organization, id), name: account.name, tags: account.tags };
}

/** Every root, unit and account of the organization, by id. */
export function allTargetIds(tx: Transaction, organization: Organization): readonly string[] {
  const members = tx.list(accounts).filter(({ parentId }) => parentId !== undefined);
  return [organization.rootId, ...tx.list(organizationalUnits).map(({ id }) => id), ...members.map(({ id }) => id)];
}

/** The account, if it is in the organization. */
export function findAccount(tx: Transaction, id: string): (Account & { readonly parentId: string }) | undefined {
  const account = tx.get(accounts, id);
  return account?.parentId === undefined ? undefined : { ...account, parentId: account.parentId };
}

/** The account, or AccountNotFoundException. */
export const accountWithId = (tx: Transaction, id: string): Account & { readonly parentId: string } =>
  findAccount(tx, id) ?? fail(AccountNotFoundException, "You specified an account that doesn't exist.");

/** The organizational unit, or OrganizationalUnitNotFoundException. */
export const unitWithId = (tx: Transaction, id: string): OrganizationalUnit =>
  tx.get(organizationalUnits, id) ??
  fail(OrganizationalUnitNotFoundException, "You specified an organizational unit that doesn't exist.");

/** Whether the id is that of the root or of a unit. */
export const isParent = (tx: Transaction, organization: Organization, id: string): boolean =>
  id === organization.rootId || tx.get(organizationalUnits, id) !== undefined;

/** Fails with ParentNotFoundException unless the id is that of the root or of a unit. */
export function requireParent(tx: Transaction, organization: Organization, id: string): void {
  if (!isParent(tx, organization, id)) fail(ParentNotFoundException, "You specified parent that doesn't exist.");
}

/** Ids from the root down to the root or unit itself. */
export function pathTo(tx: Transaction, id: string): readonly string[] {
  const unit = tx.get(organizationalUnits, id);
  return unit ? [...pathTo(tx, unit.parentId), id] : [id];
}
