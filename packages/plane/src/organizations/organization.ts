import {
  AlreadyInOrganizationException,
  type Organization as ApiOrganization,
  OrganizationNotEmptyException,
  type PolicyType,
  type PolicyTypeSummary,
  type Root,
} from "@aws-sdk/client-organizations";
import { WireFault } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import {
  accounts,
  createAccountRequests,
  delegatedAdministrators,
  type Organization,
  organizationalUnits,
  organizationPolicies,
  organizations,
  policyAttachments,
  theOrganization,
} from "../records/organizations.ts";
import { createOrganizationRecord } from "./account-record.ts";
import { findOrganization, managedOrganization, ownOrganization, readableOrganization } from "./organization-access.ts";
import { accountArn, rootArn } from "./organization-arns.ts";
import { organizationsPage } from "./page.ts";

const operation = operationsOf("organizations");

/** An organization in the API's words. AWS always shows this one policy type here; which are in force is told by the root. */
const describeOrganization = (organization: Organization): ApiOrganization => ({
  Id: organization.id,
  Arn: organization.arn,
  FeatureSet: organization.featureSet,
  MasterAccountArn: accountArn(organization, organization.managementAccountId),
  MasterAccountId: organization.managementAccountId,
  MasterAccountEmail: organization.managementAccountEmail,
  AvailablePolicyTypes:
    organization.featureSet === "ALL" ? [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }] : [],
});

/** The root in the API's words. */
export const describeRoot = (organization: Organization): Root => ({
  Id: organization.rootId,
  Arn: rootArn(organization, organization.rootId),
  Name: "Root",
  PolicyTypes: organization.policyTypes.map(({ type, status }): PolicyTypeSummary => ({
    Type: type as PolicyType,
    Status: status,
  })),
});

const createOrganization = operation("CreateOrganization", {
  run: (call) => {
    const { input, tx, accountId } = call;
    if (findOrganization(call))
      fail(AlreadyInOrganizationException, "The AWS account is already a member of an organization.");
    if (tx.get(organizations, theOrganization)) {
      throw new WireFault("NotImplemented", 501, "this plane holds one organization, and another account manages it");
    }
    const email = tx.get(accounts, accountId)?.email ?? `${accountId}@castellan.invalid`;
    return { Organization: describeOrganization(createOrganizationRecord(call, accountId, email, input.FeatureSet)) };
  },
});

const describe = operation("DescribeOrganization", {
  run: (call) => ({ Organization: describeOrganization(ownOrganization(call)) }),
});

const deleteOrganization = operation("DeleteOrganization", {
  run: (call) => {
    const { tx } = call;
    const organization = managedOrganization(call);
    const { managementAccountId } = organization;
    if (tx.list(accounts).some(({ id, parentId }) => parentId !== undefined && id !== managementAccountId)) {
      fail(
        OrganizationNotEmptyException,
        "To delete an organization you must first remove all member accounts (except the master).",
      );
    }
    removeEverything(tx, organization);
    return {};
  },
});

function removeEverything(tx: Transaction, organization: Organization): void {
  for (const attachment of tx.list(policyAttachments)) tx.remove(policyAttachments, attachment);
  for (const policy of tx.list(organizationPolicies)) tx.remove(organizationPolicies, policy);
  for (const unit of tx.list(organizationalUnits)) tx.remove(organizationalUnits, unit);
  for (const delegation of tx.list(delegatedAdministrators)) tx.remove(delegatedAdministrators, delegation);
  for (const request of tx.list(createAccountRequests)) tx.remove(createAccountRequests, request);
  releaseAccount(tx, organization.managementAccountId);
  tx.remove(organizations, organization);
}

/** Takes an account out of the organization, with its tags and the policies attached to it. */
export function releaseAccount(tx: Transaction, accountId: string): void {
  const account = tx.get(accounts, accountId);
  if (!account) return;
  for (const attachment of tx.list(policyAttachments, "target", accountId)) tx.remove(policyAttachments, attachment);
  const { parentId: _, ...alone } = account;
  tx.put(accounts, { ...alone, tags: [] });
}

const listRoots = operation("ListRoots", {
  run: (call) => {
    const organization = readableOrganization(call);
    const { items, paging } = organizationsPage([organization], call.input, ({ rootId }) => rootId);
    return { Roots: items.map(describeRoot), ...paging };
  },
});

/** Operations on the organization as a whole. */
export const organizationOperations = [createOrganization, describe, deleteOrganization, listRoots];
