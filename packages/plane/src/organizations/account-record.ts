import { arns } from "../frame/arns.ts";
import { newAccountId, newSuffix } from "../frame/ids.ts";
import type { Call } from "../frame/operation.ts";
import { createRoleRecord } from "../iam/role-record.ts";
import { type Account, accounts, type Organization, organizations, policyAttachments, theOrganization } from "../records/organizations.ts";
import type { Tag } from "../records/tag.ts";
import { fullAccessPolicy } from "../security/organization-policies.ts";

/** The role through which the management account administers an account it made. */
export const accessRoleName = "OrganizationAccountAccessRole";

const administratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";

/** What a new member account is made from. */
export interface AccountFacts {
  readonly accountId?: string;
  readonly name: string;
  readonly email: string;
  readonly joinedMethod: Account["joinedMethod"];
  readonly parentId: string;
  readonly roleName?: string | undefined;
  readonly tags?: readonly Tag[];
}

type Writing = Pick<Call<unknown>, "tx" | "now">;

/** Stores the organization with its root and its management account. */
export function createOrganizationRecord({ tx, now }: Writing, managementAccountId: string, email: string): Organization {
  const id = `o-${newSuffix(10)}`;
  const rootId = `r-${newSuffix(4)}`;
  const organization = tx.put(organizations, {
    id,
    arn: arns.organization(managementAccountId, id),
    featureSet: "ALL",
    managementAccountId,
    managementAccountEmail: email,
    rootId,
    policyTypes: [],
    rootTags: [],
  });
  const before = tx.get(accounts, managementAccountId);
  tx.put(accounts, {
    name: "Management",
    joinedTimestamp: now,
    tags: [],
    ...before,
    id: managementAccountId,
    email,
    status: "ACTIVE",
    joinedMethod: "INVITED",
    parentId: rootId,
  });
  return organization;
}

/** Stores a member account, with the role its management account enters by; where SCPs are on, FullAWSAccess hangs on it. */
export function createAccountRecord({ tx, now }: Writing, facts: AccountFacts): Account {
  const { accountId: id = newAccountId(), name, email, joinedMethod, parentId, roleName = accessRoleName, tags = [] } = facts;
  const account = tx.put(accounts, { id, name, email, status: "ACTIVE", joinedMethod, joinedTimestamp: now, parentId, tags });
  const organization = tx.get(organizations, theOrganization);
  if (organization) {
    createRoleRecord(tx, now, {
      accountId: id,
      roleName,
      path: "/",
      assumeRolePolicyDocument: trustIn(organization.managementAccountId),
      attachedPolicies: [administratorAccess],
    });
    if (organization.policyTypes.some(({ type }) => type === "SERVICE_CONTROL_POLICY")) {
      tx.put(policyAttachments, { policyId: fullAccessPolicy.id, targetId: id });
    }
  }
  return account;
}

function trustIn(managementAccountId: string): string {
  const statement = { Effect: "Allow", Principal: { AWS: arns.root(managementAccountId) }, Action: "sts:AssumeRole" };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}
