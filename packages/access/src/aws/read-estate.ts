import type { Account, AccountIam, Estate, Organization } from "../estate.ts";
import type { CallerIdentity } from "../plan/caller.ts";
import type { Found } from "../plan/plan.ts";
import { isOwned, type ReadScope } from "../plan/scope.ts";
import { awaitAssignments } from "./await-running.ts";
import type { AwsClients } from "./clients.ts";
import { digestOf } from "./digest.ts";
import { readAccountIam } from "./read-account-iam.ts";
import { readAssignments } from "./read-assignments.ts";
import { readDirectory } from "./read-directory.ts";
import { readGuardrails } from "./read-guardrails.ts";
import { readOrganization, type OrganizationReading } from "./read-organization.ts";
import { readPermissionSets } from "./read-permission-sets.ts";
import { everyPage, present, readEach } from "./reading.ts";
import { startUrlOf } from "./target.ts";

/** What the target holds, and as whom we saw it. It has all that `planChanges` needs besides the file. */
export interface EstateReading {
  readonly estate: Estate;
  /** Identifies exactly this state; an apply refuses when it has changed since. */
  readonly digest: string;
  readonly scope: ReadScope;
  readonly caller: CallerIdentity;
  /** Whole parts that are not there at all: a new AWS account has neither organization nor Identity Center. */
  readonly absent: readonly ("organization" | "identityCenter")[];
  /** Objects that carry no owner's tag, and accounts that are not active. Nothing of it is ever touched. */
  readonly unmanaged: readonly Found[];
}

/** Reads organization, Identity Center and the IAM of the accounts in scope; changes nothing. */
export async function readEstate(clients: AwsClients, scope: ReadScope): Promise<EstateReading> {
  const caller = await clients.caller();
  const organization = await readOrganization(clients, scope);
  const estate = organization
    ? await readMember(clients, scope, organization)
    : await readStandAlone(clients, scope, caller);
  return {
    estate,
    digest: await digestOf(estate),
    scope,
    caller,
    absent: [
      ...(organization ? [] : ["organization" as const]),
      ...(estate.organization.identityCenter ? [] : ["identityCenter" as const]),
    ],
    unmanaged: [...unowned(estate, scope), ...(organization?.inactive ?? [])],
  };
}

async function readMember(clients: AwsClients, scope: ReadScope, found: OrganizationReading): Promise<Estate> {
  const [center, serviceControlPolicies, iam] = await Promise.all([
    readCenter(clients, found),
    readGuardrails(clients, found),
    readIam(clients, scope, found.accounts),
  ]);
  const identityCenter = center.identityCenter ? { identityCenter: center.identityCenter } : {};
  const organization: Organization = {
    name: found.id,
    id: found.id,
    rootId: found.rootId,
    managementAccount: found.nameOf(found.managementId),
    region: clients.target.region,
    serviceControlPoliciesEnabled: found.serviceControlPoliciesEnabled,
    ...identityCenter,
  };
  const { users, groups, permissionSets, assignments } = center;
  const { accounts, units } = found;
  return { organization, accounts, units, serviceControlPolicies, users, groups, permissionSets, assignments, iam };
}

type Center = Pick<Estate, "users" | "groups" | "permissionSets" | "assignments"> &
  Pick<Organization, "identityCenter">;

async function readCenter(clients: AwsClients, found: OrganizationReading): Promise<Center> {
  const instance = await readInstance(clients);
  if (instance === undefined) return { users: [], groups: [], permissionSets: [], assignments: [] };
  const { instanceArn, identityStoreId } = instance;
  await awaitAssignments(clients, await clients.ssoAdmin(), instanceArn);
  const [directory, permissionSets] = await Promise.all([
    readDirectory(clients, identityStoreId),
    readPermissionSets(clients, instanceArn, found.nameOf),
  ]);
  const accounts = found.accounts.map(withId);
  const assignments = await readAssignments(clients, instanceArn, accounts, permissionSets, directory);
  return { ...directory, permissionSets, assignments, identityCenter: instance };
}

async function readInstance(clients: AwsClients): Promise<Organization["identityCenter"]> {
  const admin = await clients.ssoAdmin();
  const instances = await everyPage(
    (NextToken) => admin.listInstances({ NextToken }),
    (page) => page.Instances,
    (page) => page.NextToken,
  );
  const instance = instances.find((candidate) => (candidate.Status ?? "ACTIVE") === "ACTIVE");
  if (instance === undefined) return undefined;
  const identityStoreId = present(instance.IdentityStoreId, "the identity store's id");
  const instanceArn = present(instance.InstanceArn, "the instance's ARN");
  return { instanceArn, identityStoreId, startUrl: startUrlOf(clients.target, identityStoreId) };
}

function readIam(clients: AwsClients, scope: ReadScope, accounts: readonly Account[]): Promise<readonly AccountIam[]> {
  const wanted = accounts.filter((account) => scope.iamAccounts.includes(account.name));
  return readEach(wanted, (account) => readAccountIam(clients, withId(account)));
}

function withId(account: Account): { readonly id: string; readonly name: string } {
  return { id: present(account.id, "an account's id"), name: account.name };
}

/** An AWS account without an organization is an estate of one account; the file's management account is it. */
async function readStandAlone(clients: AwsClients, scope: ReadScope, caller: CallerIdentity): Promise<Estate> {
  const name = scope.accounts.find((account) => account.management)?.name ?? caller.accountId;
  const accounts = [{ name, id: caller.accountId, unit: "/", tags: {} }];
  return {
    organization: {
      name,
      managementAccount: name,
      region: clients.target.region,
      serviceControlPoliciesEnabled: false,
    },
    accounts,
    units: [],
    serviceControlPolicies: [],
    users: [],
    groups: [],
    permissionSets: [],
    assignments: [],
    iam: await readIam(clients, scope, accounts),
  };
}

function unowned(estate: Estate, scope: ReadScope): readonly Found[] {
  const why = `it is not tagged ${scope.owner.key}=${scope.owner.value}`;
  const foreign = <Item extends { readonly tags: Account["tags"] }>(
    kind: string,
    items: readonly Item[],
    nameOf: (item: Item) => string,
  ): readonly Found[] =>
    items.filter((item) => !isOwned(item.tags, scope.owner)).map((item) => ({ kind, name: nameOf(item), why }));
  const policies = estate.serviceControlPolicies.filter((policy) => policy.name !== "FullAWSAccess");
  return [
    ...foreign("account", estate.accounts, (account) => account.name),
    ...foreign("guardrail", policies, (policy) => policy.name),
    ...foreign("permission set", estate.permissionSets, (set) => set.name),
    ...estate.iam.flatMap((iam) => [
      ...foreign("managed policy", iam.policies, (policy) => policy.name).map(inAccount(iam.account)),
      ...foreign("iam user", iam.users, (user) => user.name).map(inAccount(iam.account)),
    ]),
  ];
}

function inAccount(account: string): (found: Found) => Found {
  return (found) => ({ ...found, account });
}
