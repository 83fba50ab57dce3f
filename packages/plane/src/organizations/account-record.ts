import { arns } from "../frame/arns.ts";
import { newAccountId, newSuffix } from "../frame/ids.ts";
import type { Call } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { createRoleRecord } from "../iam/role-record.ts";
import {
  type Account,
  accounts,
  type Organization,
  organizations,
  policyAttachments,
  theOrganization,
} from "../records/organizations.ts";
import type { Tag } from "../records/tag.ts";
import { inbornPolicies } from "./managed-policies.ts";

/** The role of a created account that lets the management account in [Organizations API Reference, CreateAccount]. */
export const defaultAccessRole = "OrganizationAccountAccessRole";

/** What an account is made from. */
export interface AccountFacts {
  /** Twelve digits; made up when absent. */
  readonly accountId?: string;
  readonly name: string;
  readonly email: string;
  /** `CREATED` accounts get a role that the management account administers them through, `INVITED` ones have their own. */
  readonly joinedMethod: Account["joinedMethod"];
  /** The root or unit it is put in. */
  readonly parentId: string;
  readonly roleName?: string | undefined;
  readonly tags?: readonly Tag[];
}

type Context = Pick<Call<unknown>, "tx" | "now">;

/** Stores a new account of the organization: the account, the role into it and the policies it is born with. */
export function createAccountRecord({ tx, now }: Context, facts: AccountFacts): Account {
  const organization = tx.get(organizations, theOrganization);
  if (!organization) throw new Error("an account can be made in an organization only");
  const { name, email, joinedMethod, parentId, tags = [] } = facts;
  const id = facts.accountId ?? unusedAccountId(tx);
  const account = tx.put(accounts, {
    id,
    name,
    email,
    status: "ACTIVE",
    joinedMethod,
    joinedTimestamp: now,
    parentId,
    tags,
  });
  attachInbornPolicies(tx, organization, id);
  if (joinedMethod === "CREATED") createAccessRole({ tx, now }, id, organization.managementAccountId, facts.roleName);
  return account;
}

/** Stores a new organization with its root and its management account; an account that stood alone until now stays as it is. */
export function createOrganizationRecord(
  { tx, now }: Context,
  managementAccountId: string,
  email: string,
  featureSet: Organization["featureSet"] = "ALL",
): Organization {
  const id = `o-${newSuffix(10)}`;
  const organization = tx.put(organizations, {
    id,
    arn: arns.organization(managementAccountId, id),
    featureSet,
    managementAccountId,
    managementAccountEmail: email,
    rootId: `r-${newSuffix(4)}`,
    policyTypes: [],
    rootTags: [],
  });
  const alone = tx.get(accounts, managementAccountId);
  const facts = {
    accountId: managementAccountId,
    name: alone?.name ?? "Management",
    email,
    joinedMethod: "INVITED",
  } as const;
  createAccountRecord({ tx, now }, { ...facts, parentId: organization.rootId });
  return organization;
}

/** Attaches AWS's policies of the types in force to a new root, unit or account. */
export function attachInbornPolicies(tx: Transaction, organization: Organization, targetId: string): void {
  for (const { id: policyId } of inbornPolicies(organization)) tx.put(policyAttachments, { policyId, targetId });
}

function createAccessRole(
  { tx, now }: Context,
  accountId: string,
  trusted: string,
  roleName = defaultAccessRole,
): void {
  const statement = { Effect: "Allow", Principal: { AWS: arns.root(trusted) }, Action: "sts:AssumeRole" };
  createRoleRecord(tx, now, {
    accountId,
    roleName,
    path: "/",
    assumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
    attachedPolicies: ["arn:aws:iam::aws:policy/AdministratorAccess"],
  });
}

function unusedAccountId(tx: Transaction): string {
  const id = newAccountId();
  return tx.get(accounts, id) ? unusedAccountId(tx) : id;
}
