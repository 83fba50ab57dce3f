import {
  DuplicatePolicyException,
  type Policy,
  PolicyInUseException,
  PolicyNotFoundException,
  type PolicySummary,
  type PolicyType,
  PolicyTypeNotAvailableForOrganizationException,
} from "@aws-sdk/client-organizations";
import { fail } from "../frame/fault.ts";
import { newSuffix } from "../frame/ids.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import {
  type Organization,
  organizationPolicies,
  type OrganizationPolicy,
  policyAttachments,
} from "../records/organizations.ts";
import { onCreation, onPolicy, policyType } from "./authorization.ts";
import { type ManagedPolicy, managedPolicies } from "./managed-policies.ts";
import { findOrganization, managedOrganization, readableOrganization } from "./organization-access.ts";
import { policyArn } from "./organization-arns.ts";
import { organizationsPage } from "./page.ts";
import { requireContent, rulesOf } from "./policy-content.ts";
import { invalidInput, violates } from "./refusals.ts";
import { withTags } from "./tag-list.ts";

const operation = operationsOf("organizations");

/** A policy of AWS's or of the customer's. */
export type AnyPolicy = OrganizationPolicy | ManagedPolicy;

const notFound = (): never => fail(PolicyNotFoundException, "You specified a policy that doesn't exist.");

/** The policy of that id, or PolicyNotFoundException. */
export const policyWithId = (tx: Transaction, id: string): AnyPolicy =>
  managedPolicies.find((policy) => policy.id === id) ?? tx.get(organizationPolicies, id) ?? notFound();

/** The policy of that id if the customer may change it. */
function ownPolicyWithId(tx: Transaction, id: string): OrganizationPolicy {
  const policy = policyWithId(tx, id);
  return "arn" in policy
    ? invalidInput("IMMUTABLE_POLICY", "You specified a policy that is managed by AWS and can't be modified.")
    : policy;
}

/** A policy in the API's words, without its content. */
export const describeSummary = (organization: Organization, policy: AnyPolicy): PolicySummary => ({
  Id: policy.id,
  Arn: "arn" in policy ? policy.arn : policyArn(organization, policy.type, policy.id),
  Name: policy.name,
  Description: policy.description,
  Type: policy.type as PolicyType,
  AwsManaged: "arn" in policy,
});

const describePolicy = (organization: Organization, policy: AnyPolicy): Policy => ({
  PolicySummary: describeSummary(organization, policy),
  Content: policy.content,
});

const createPolicy = operation("CreatePolicy", {
  authorize: (call) => {
    const organization = findOrganization(call);
    const resource = organization ? policyArn(organization, call.input.Type, "*") : "*";
    return onCreation({ resource, context: policyType(call.input.Type) }, call.input.Tags);
  },
  run: (call) => {
    const { input, tx } = call;
    const { Name: name, Description: description, Type: type, Content: content } = input;
    const organization = managedOrganization(call);
    if (organization.featureSet !== "ALL") unavailable();
    requireContent(type, content);
    requireNewName(tx, type, name);
    const { perOrganization } = rulesOf(type) ?? {};
    if (perOrganization && tx.count(organizationPolicies, "type", type) >= perOrganization.value) {
      violates(
        "POLICY_NUMBER_LIMIT_EXCEEDED",
        "You have exceeded the number of policies that you can have in an organization.",
      );
    }
    const tags = withTags([], input.Tags);
    const policy = tx.put(organizationPolicies, { id: `p-${newSuffix(8)}`, name, description, type, content, tags });
    return { Policy: describePolicy(organization, policy) };
  },
});

/** Fails for a type of policy that an organization for consolidated billing does not have. */
export const unavailable = (): never =>
  fail(
    PolicyTypeNotAvailableForOrganizationException,
    "You can't use the specified policy type with the feature set currently enabled for this organization.",
  );

/** Names are unique among the policies of one type. */
function requireNewName(tx: Transaction, type: string, name: string): void {
  const taken = [...managedPolicies, ...tx.list(organizationPolicies, "name", name.toLowerCase())];
  if (!taken.some((policy) => policy.type === type && policy.name === name)) return;
  fail(DuplicatePolicyException, "A policy with the same name already exists.");
}

const describe = operation("DescribePolicy", {
  authorize: (call) => onPolicy(call, call.input.PolicyId),
  run: (call) => ({ Policy: describePolicy(readableOrganization(call), policyWithId(call.tx, call.input.PolicyId)) }),
});

const updatePolicy = operation("UpdatePolicy", {
  authorize: (call) => onPolicy(call, call.input.PolicyId),
  run: (call) => {
    const { input, tx } = call;
    const organization = managedOrganization(call);
    const policy = ownPolicyWithId(tx, input.PolicyId);
    const {
      Name: name = policy.name,
      Description: description = policy.description,
      Content: content = policy.content,
    } = input;
    if (name !== policy.name) requireNewName(tx, policy.type, name);
    requireContent(policy.type, content);
    return {
      Policy: describePolicy(organization, tx.put(organizationPolicies, { ...policy, name, description, content })),
    };
  },
});

const deletePolicy = operation("DeletePolicy", {
  authorize: (call) => onPolicy(call, call.input.PolicyId),
  run: (call) => {
    const { input, tx } = call;
    managedOrganization(call);
    const policy = ownPolicyWithId(tx, input.PolicyId);
    if (tx.count(policyAttachments, "policy", policy.id) > 0) {
      fail(
        PolicyInUseException,
        "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.",
      );
    }
    tx.remove(organizationPolicies, policy);
    return {};
  },
});

const listPolicies = operation("ListPolicies", {
  authorize: (call) => ({ context: policyType(call.input.Filter) }),
  run: (call) => {
    const { input, tx } = call;
    const organization = readableOrganization(call);
    const managed = managedPolicies.filter(({ type }) => type === input.Filter);
    const policies: AnyPolicy[] = [...managed, ...tx.list(organizationPolicies, "type", input.Filter)];
    const { items, paging } = organizationsPage(policies, input, ({ id }) => id);
    return { Policies: items.map((policy) => describeSummary(organization, policy)), ...paging };
  },
});

/** Operations on organization policies. */
export const policyOperations = [createPolicy, describe, updatePolicy, deletePolicy, listPolicies];
