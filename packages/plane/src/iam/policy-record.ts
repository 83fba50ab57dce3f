import { NoSuchEntityException } from "@aws-sdk/client-iam";
import type { ManagedPolicySummary } from "@castellan/catalog";
import { WireFault } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import type { Call } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { type IamPolicy, iamPolicies, type PolicyVersion } from "../records/iam.ts";
import type { Tag } from "../records/tag.ts";

/** A managed policy whoever manages it, as far as it can be shown. */
export interface ManagedPolicyFacts {
  readonly arn: string;
  readonly policyName: string;
  readonly policyId: string;
  readonly path: string;
  readonly description?: string;
  readonly createDate: string;
  readonly updateDate: string;
  readonly defaultVersionId: string;
  readonly tags: readonly Tag[];
}

/** What ARNs of AWS's own managed policies begin with. */
const awsManagedPrefix = "arn:aws:iam::aws:policy/";

/** Whether the ARN is of a policy that AWS manages. */
export const isAwsManaged = (arn: string): boolean => arn.startsWith(awsManagedPrefix);

/** A customer managed policy of the account by its ARN. */
export const findPolicy = (tx: Transaction, accountId: string, arn: string): IamPolicy | undefined =>
  tx.list(iamPolicies, "arn", arn).find((policy) => policy.accountId === accountId);

/** An AWS managed policy in the form customer managed ones have. */
export const awsPolicyFacts = (policy: ManagedPolicySummary): ManagedPolicyFacts => ({
  arn: policy.arn,
  policyName: policy.name,
  policyId: policy.policyId,
  path: policy.path,
  createDate: policy.createDate,
  updateDate: policy.updateDate,
  defaultVersionId: policy.versionId,
  tags: [],
  ...(policy.description !== undefined && { description: policy.description }),
});

/** Any managed policy the account can attach. */
export function findManagedPolicy(
  { tx, catalog, accountId }: Pick<Call<unknown>, "tx" | "catalog" | "accountId">,
  arn: string,
): ManagedPolicyFacts | undefined {
  if (!isAwsManaged(arn)) return findPolicy(tx, accountId, arn);
  const policy = catalog.managedPolicy(arn);
  return policy && awsPolicyFacts(policy);
}

/** Any managed policy the account can attach, or NoSuchEntity. */
export const managedPolicyWithArn = (
  call: Pick<Call<unknown>, "tx" | "catalog" | "accountId">,
  arn: string,
): ManagedPolicyFacts => findManagedPolicy(call, arn) ?? fail(NoSuchEntityException, `Policy ${arn} was not found.`);

/** A policy of the account that is to be changed; AWS's own are not the caller's to change. */
export function ownPolicyWithArn({ tx, accountId }: Pick<Call<unknown>, "tx" | "accountId">, arn: string): IamPolicy {
  if (isAwsManaged(arn)) throw new WireFault("AccessDenied", 403, "Policy is outside your own account.");
  return findPolicy(tx, accountId, arn) ?? fail(NoSuchEntityException, `Policy ${arn} was not found.`);
}

/** Versions of a managed policy, newest first. Of AWS's policies the catalogue has the default version only. */
export function versionsOf(
  { tx, catalog, accountId }: Pick<Call<unknown>, "tx" | "catalog" | "accountId">,
  arn: string,
): readonly PolicyVersion[] {
  if (!isAwsManaged(arn)) return findPolicy(tx, accountId, arn)?.versions.toReversed() ?? [];
  const policy = catalog.managedPolicy(arn);
  return policy ? [{ versionId: policy.versionId, document: policy.document, createDate: policy.updateDate }] : [];
}

/** The name of a managed policy, which its ARN ends with. */
export const policyNameIn = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);
