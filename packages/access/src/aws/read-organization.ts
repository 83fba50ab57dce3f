import type { Account as AwsAccount, Organizations, Root } from "@aws-sdk/client-organizations";
import type { Account, OrganizationalUnit, UnitPath } from "../estate.ts";
import type { Found } from "../plan/plan.ts";
import { nameAccounts } from "../plan/name-accounts.ts";
import type { ReadScope } from "../plan/scope.ts";
import { awaitAccounts, awaitNothingRunning } from "./await-running.ts";
import type { AwsClients } from "./clients.ts";
import { isFault } from "./aws-fault.ts";
import { everyPage, present, readEach, sortedBy, tagRecord, unlessFault } from "./reading.ts";

/** The organization's tree, with the ids that other reads and the apply need. */
export interface OrganizationReading {
  readonly id: string;
  readonly rootId: string;
  readonly managementId: string;
  readonly serviceControlPoliciesEnabled: boolean;
  readonly units: readonly OrganizationalUnit[];
  readonly accounts: readonly Account[];
  /** Accounts that are suspended or closing: they are not part of the estate. */
  readonly inactive: readonly Found[];
  /** The estate's name of an account by its id. */
  readonly nameOf: (accountId: string) => string;
}

/** Reads the organization; `undefined` when the account is in none. */
export async function readOrganization(
  clients: AwsClients,
  scope: ReadScope,
): Promise<OrganizationReading | undefined> {
  const organizations = await clients.organizations();
  const described = await unlessFault(
    () => organizations.describeOrganization({}),
    (error) => isFault(error, "AWSOrganizationsNotInUse"),
  );
  if (described?.Organization === undefined) return undefined;
  await awaitAccounts(clients, organizations);
  await awaitNothingRunning(clients, async () => isSwitching(await readRoot(organizations)));
  const root = await readRoot(organizations);
  const rootId = present(root.Id, "the root's id");
  const places = await readPlaces(organizations, { id: rootId, path: "/" });
  const managementId = present(described.Organization.MasterAccountId, "the management account's id");
  const active = places.accounts.filter(({ account }) => isActive(account));
  const names = nameAccounts(
    active.map(({ account }) => foundAccount(account)),
    managementId,
    scope,
  );
  const nameOf = (accountId: string): string => names.get(accountId) ?? accountId;
  const accounts = await readEach(active, (place) => readAccount(organizations, place, nameOf));
  return {
    id: present(described.Organization.Id, "the organization's id"),
    rootId,
    managementId,
    serviceControlPoliciesEnabled: hasPolicyType(root),
    units: sortedBy(places.units, (unit) => unit.path),
    accounts: sortedBy(accounts, (account) => account.name),
    inactive: places.accounts.filter(({ account }) => !isActive(account)).map(({ account }) => inactive(account)),
    nameOf,
  };
}

/** The organization's one root. */
export async function readRoot(organizations: Organizations): Promise<Root> {
  const roots = await everyPage(
    (NextToken) => organizations.listRoots({ NextToken }),
    (page) => page.Roots,
    (page) => page.NextToken,
  );
  return present(roots[0], "a root");
}

/** True when service control policies are switched on. */
export function hasPolicyType(root: Root): boolean {
  return (root.PolicyTypes ?? []).some(({ Type, Status }) => Type === "SERVICE_CONTROL_POLICY" && Status === "ENABLED");
}

/** True while a policy type is being switched on or off. */
function isSwitching(root: Root): boolean {
  return (root.PolicyTypes ?? []).some(({ Status }) => Status === "PENDING_ENABLE" || Status === "PENDING_DISABLE");
}

interface Parent {
  readonly id: string;
  readonly path: UnitPath;
}

interface Places {
  readonly units: readonly OrganizationalUnit[];
  readonly accounts: readonly { readonly account: AwsAccount; readonly unit: UnitPath }[];
}

/** Everything under a parent, at any depth: one listing of accounts and one of units for each. */
async function readPlaces(organizations: Organizations, parent: Parent): Promise<Places> {
  const ParentId = parent.id;
  const accounts = await everyPage(
    (NextToken) => organizations.listAccountsForParent({ ParentId, NextToken }),
    (page) => page.Accounts,
    (page) => page.NextToken,
  );
  const children = await everyPage(
    (NextToken) => organizations.listOrganizationalUnitsForParent({ ParentId, NextToken }),
    (page) => page.OrganizationalUnits,
    (page) => page.NextToken,
  );
  const units = children.map(({ Id, Name = "" }) => ({
    id: present(Id, "a unit's id"),
    path: parent.path === "/" ? `/${Name}` : `${parent.path}/${Name}`,
  }));
  const below = await readEach(units, (unit) => readPlaces(organizations, unit));
  return {
    units: [...units, ...below.flatMap((places) => places.units)],
    accounts: [
      ...accounts.map((account) => ({ account, unit: parent.path })),
      ...below.flatMap((places) => places.accounts),
    ],
  };
}

async function readAccount(
  organizations: Organizations,
  { account, unit }: Places["accounts"][number],
  nameOf: (accountId: string) => string,
): Promise<Account> {
  const id = present(account.Id, "an account's id");
  const tags = await everyPage(
    (NextToken) => organizations.listTagsForResource({ ResourceId: id, NextToken }),
    (page) => page.Tags,
    (page) => page.NextToken,
  );
  const email = account.Email === undefined ? {} : { email: account.Email };
  return { name: nameOf(id), id, unit, tags: tagRecord(tags), ...email };
}

function foundAccount(account: AwsAccount) {
  const email = account.Email === undefined ? {} : { email: account.Email };
  return { name: account.Name ?? "", id: present(account.Id, "an account's id"), ...email };
}

function isActive(account: AwsAccount): boolean {
  return (account.State ?? account.Status) === "ACTIVE";
}

function inactive(account: AwsAccount): Found {
  const state = account.State ?? account.Status ?? "in an unknown state";
  return { kind: "account", name: account.Name ?? account.Id ?? "", why: `it is ${state.toLowerCase()}` };
}
