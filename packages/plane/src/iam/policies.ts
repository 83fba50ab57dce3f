import { DeleteConflictException, EntityAlreadyExistsException, type Policy } from "@aws-sdk/client-iam";
import { arns } from "../frame/arns.ts";
import { fail } from "../frame/fault.ts";
import { newUniqueId } from "../frame/ids.ts";
import { type Call, operationsOf } from "../frame/operation.ts";
import { iamPolicies, nameKey } from "../records/iam.ts";
import { onCreation, onPolicy } from "./authorization.ts";
import { requireWithin } from "./limit.ts";
import { iamPage, sortedBy } from "./page.ts";
import { checkDocument, sizeOf } from "./policy-document.ts";
import {
  awsPolicyFacts,
  isAwsManaged,
  managedPolicyWithArn,
  type ManagedPolicyFacts,
  ownPolicyWithArn,
} from "./policy-record.ts";
import { type PolicyUsage, usageByPolicy, usageOf } from "./policy-usage.ts";
import { describeTags, resourceTagKeys, tagsIfAny, withTags } from "./tag-list.ts";

const operation = operationsOf("iam");

/** A managed policy as lists show it, with its use in the caller's account. */
export const describePolicy = (policy: ManagedPolicyFacts, usage: PolicyUsage): Policy => ({
  PolicyName: policy.policyName,
  PolicyId: policy.policyId,
  Arn: policy.arn,
  Path: policy.path,
  DefaultVersionId: policy.defaultVersionId,
  AttachmentCount: usage.attachments,
  PermissionsBoundaryUsageCount: usage.boundaries,
  IsAttachable: true,
  CreateDate: new Date(policy.createDate),
  UpdateDate: new Date(policy.updateDate),
});

/** Fails unless the text can be a version of a managed policy. */
export function requireManagedDocument(text: string): void {
  checkDocument(text, "identity", true);
  requireWithin("iam.managedPolicySize", sizeOf(text));
}

const createPolicy = operation("CreatePolicy", {
  authorize: ({ input, accountId }) =>
    onCreation(arns.policy(accountId, input.Path ?? "/", input.PolicyName), "iam:TagPolicy", input.Tags),
  run: ({ input, tx, accountId, now }) => {
    const { PolicyName: policyName, Path: path = "/", PolicyDocument: document, Description: description } = input;
    const tags = withTags([], input.Tags, resourceTagKeys);
    requireManagedDocument(document);
    if (tx.get(iamPolicies, nameKey(accountId, policyName))) {
      fail(
        EntityAlreadyExistsException,
        `A policy called ${policyName} already exists. Duplicate names are not allowed.`,
      );
    }
    requireWithin("iam.customerManagedPolicies", tx.count(iamPolicies, "account", accountId) + 1);
    const identity = {
      accountId,
      policyName,
      path,
      policyId: newUniqueId("ANPA"),
      arn: arns.policy(accountId, path, policyName),
    };
    const first = {
      defaultVersionId: "v1",
      versions: [{ versionId: "v1", document, createDate: now }],
      nextVersion: 2,
    };
    const dates = { createDate: now, updateDate: now };
    const policy = tx.put(iamPolicies, {
      ...identity,
      ...first,
      ...dates,
      tags,
      ...(description !== undefined && { description }),
    });
    return { Policy: { ...describePolicy(policy, { attachments: 0, boundaries: 0 }), ...tagsIfAny(tags) } };
  },
});

const getPolicy = operation("GetPolicy", {
  authorize: (call) => onPolicy(call, call.input.PolicyArn),
  run: (call) => {
    const policy = managedPolicyWithArn(call, call.input.PolicyArn);
    const described = describePolicy(policy, usageOf(call.tx, call.accountId, policy.arn));
    const description = policy.description === undefined ? {} : { Description: policy.description };
    return { Policy: { ...described, ...description, Tags: describeTags(policy.tags) } };
  },
});

const listPolicies = operation("ListPolicies", {
  authorize: ({ input, accountId }) => ({ resource: arns.policy(accountId, input.PathPrefix ?? "/", "") }),
  run: (call) => {
    const { input, tx, accountId } = call;
    const {
      Scope: scope = "All",
      OnlyAttached: onlyAttached = false,
      PathPrefix: prefix = "/",
      PolicyUsageFilter: use,
    } = input;
    const usage = usageByPolicy(tx, accountId);
    const wanted = (policy: ManagedPolicyFacts) =>
      policy.path.startsWith(prefix) &&
      (!(onlyAttached || use) || isUsedAs(usage(policy.arn), use ?? "PermissionsPolicy"));
    const { items, paging } = iamPage(policiesInScope(call, scope).filter(wanted), input, placeOf);
    return { Policies: items.map((policy) => describePolicy(policy, usage(policy.arn))), ...paging };
  },
});

const isUsedAs = (usage: PolicyUsage, use: "PermissionsPolicy" | "PermissionsBoundary"): boolean =>
  (use === "PermissionsPolicy" ? usage.attachments : usage.boundaries) > 0;

/** Managed policies in the order of `placeOf`: the account's own, then AWS's. */
function policiesInScope(
  { tx, catalog, accountId }: Call<unknown>,
  scope: "All" | "AWS" | "Local",
): ManagedPolicyFacts[] {
  const own = scope === "AWS" ? [] : tx.list(iamPolicies, "account", accountId);
  if (scope === "Local") return own;
  const managed = catalog.managedPolicyIndex().map(awsPolicyFacts);
  return [...own, ...sortedBy(managed, placeOf)];
}

const placeOf = ({ arn, policyName }: ManagedPolicyFacts): string =>
  `${isAwsManaged(arn) ? 1 : 0}/${policyName.toLowerCase()}`;

const deletePolicy = operation("DeletePolicy", {
  authorize: (call) => onPolicy(call, call.input.PolicyArn),
  run: (call) => {
    const policy = ownPolicyWithArn(call, call.input.PolicyArn);
    const { attachments, boundaries } = usageOf(call.tx, call.accountId, policy.arn);
    if (attachments + boundaries > 0) fail(DeleteConflictException, "Cannot delete a policy attached to entities.");
    if (policy.versions.length > 1) fail(DeleteConflictException, moreThanOneVersion);
    call.tx.remove(iamPolicies, policy);
    return {};
  },
});

const moreThanOneVersion =
  "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.";

/** Operations on managed policies as a whole. */
export const policyOperations = [createPolicy, getPolicy, listPolicies, deletePolicy];
