import type { PermissionsBoundary, SSOAdmin } from "@aws-sdk/client-sso-admin";
import type { Boundary, PermissionSet, PolicyReference } from "../estate.ts";
import { isMissing } from "./aws-fault.ts";
import type { AwsClients } from "./clients.ts";
import { everyPage, present, readEach, sortedBy, tagRecord, unlessFault } from "./reading.ts";

/** Every permission set of the instance with everything in it, and the accounts where it lags behind. */
export async function readPermissionSets(
  clients: AwsClients,
  InstanceArn: string,
  nameOf: (accountId: string) => string,
): Promise<readonly PermissionSet[]> {
  const admin = await clients.ssoAdmin();
  const arns = await everyPage(
    (NextToken) => admin.listPermissionSets({ InstanceArn, NextToken }),
    (page) => page.PermissionSets,
    (page) => page.NextToken,
  );
  const sets = await readEach(arns, (PermissionSetArn) => readSet(admin, { InstanceArn, PermissionSetArn }, nameOf));
  return sortedBy(sets, (set) => set.name);
}

interface SetKey {
  readonly InstanceArn: string;
  readonly PermissionSetArn: string;
}

async function readSet(admin: SSOAdmin, key: SetKey, nameOf: (id: string) => string): Promise<PermissionSet> {
  const [described, managed, customer, inline, boundary, tags, outdated] = await Promise.all([
    admin.describePermissionSet(key),
    readManaged(admin, key),
    readCustomer(admin, key),
    admin.getInlinePolicyForPermissionSet(key),
    unlessFault(() => admin.getPermissionsBoundaryForPermissionSet(key), isMissing),
    readTags(admin, key),
    readOutdated(admin, key),
  ]);
  const set = present(described.PermissionSet, "the permission set");
  const found = boundaryOf(boundary?.PermissionsBoundary);
  return {
    name: present(set.Name, "the permission set's name"),
    sessionDuration: set.SessionDuration ?? "PT1H",
    managedPolicies: managed,
    customerManagedPolicies: customer,
    tags,
    arn: key.PermissionSetArn,
    outdatedIn: outdated.map(nameOf).toSorted(),
    ...(set.Description === undefined ? {} : { description: set.Description }),
    ...(set.RelayState === undefined ? {} : { relayState: set.RelayState }),
    ...(inline.InlinePolicy === undefined || inline.InlinePolicy === "" ? {} : { inlinePolicy: inline.InlinePolicy }),
    ...(found ? { boundary: found } : {}),
  };
}

async function readManaged(admin: SSOAdmin, key: SetKey): Promise<readonly string[]> {
  const policies = await everyPage(
    (NextToken) => admin.listManagedPoliciesInPermissionSet({ ...key, NextToken }),
    (page) => page.AttachedManagedPolicies,
    (page) => page.NextToken,
  );
  return policies.map((policy) => present(policy.Arn, "a managed policy's ARN")).toSorted();
}

async function readCustomer(admin: SSOAdmin, key: SetKey): Promise<readonly PolicyReference[]> {
  const policies = await everyPage(
    (NextToken) => admin.listCustomerManagedPolicyReferencesInPermissionSet({ ...key, NextToken }),
    (page) => page.CustomerManagedPolicyReferences,
    (page) => page.NextToken,
  );
  return sortedBy(policies.map(referenceOf), (policy) => `${policy.path}${policy.name}`);
}

async function readTags(admin: SSOAdmin, { InstanceArn, PermissionSetArn }: SetKey) {
  const tags = await everyPage(
    (NextToken) => admin.listTagsForResource({ InstanceArn, ResourceArn: PermissionSetArn, NextToken }),
    (page) => page.Tags,
    (page) => page.NextToken,
  );
  return tagRecord(tags);
}

function readOutdated(admin: SSOAdmin, key: SetKey): Promise<readonly string[]> {
  const ProvisioningStatus = "LATEST_PERMISSION_SET_NOT_PROVISIONED";
  return everyPage(
    (NextToken) => admin.listAccountsForProvisionedPermissionSet({ ...key, ProvisioningStatus, NextToken }),
    (page) => page.AccountIds,
    (page) => page.NextToken,
  );
}

function boundaryOf(boundary: PermissionsBoundary | undefined): Boundary | undefined {
  if (boundary?.ManagedPolicyArn !== undefined) return { kind: "aws", arn: boundary.ManagedPolicyArn };
  const reference = boundary?.CustomerManagedPolicyReference;
  return reference ? { kind: "customer", policy: referenceOf(reference) } : undefined;
}

function referenceOf(reference: {
  readonly Name?: string | undefined;
  readonly Path?: string | undefined;
}): PolicyReference {
  return { name: reference.Name ?? "", path: reference.Path ?? "/" };
}
