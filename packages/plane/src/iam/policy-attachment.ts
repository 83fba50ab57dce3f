import { type AttachedPolicy, NoSuchEntityException, PolicyNotAttachableException } from "@aws-sdk/client-iam";
import { WireFault } from "@castellan/wire";
import { fail } from "../frame/fault.ts";
import type { Call } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import type { PolicyHolder } from "../records/iam.ts";
import { requireWithin } from "./limit.ts";
import { iamPage, type PageRequest, sortedBy } from "./page.ts";
import { isPolicyArn } from "./permissions-boundary.ts";
import type { HolderKind } from "./policy-holder.ts";
import { findManagedPolicy, isAwsManaged, policyNameIn } from "./policy-record.ts";

/** Attaches a managed policy; one that is attached already stays so. */
export function attachPolicy<Holder extends PolicyHolder>(
  call: Pick<Call<unknown>, "tx" | "catalog" | "accountId">,
  kind: HolderKind<Holder>,
  holder: Holder,
  policyArn: string,
): object {
  requirePolicyArn(policyArn);
  const policy = findManagedPolicy(call, policyArn);
  if (!policy) return fail(NoSuchEntityException, `Policy ${policyArn} does not exist or is not attachable.`);
  if (policy.path.startsWith("/aws-service-role/")) {
    fail(PolicyNotAttachableException, "Cannot attach a Service Role Policy to a Customer Role.");
  }
  if (holder.attachedPolicies.includes(policyArn)) return {};
  requireWithin(kind.attachmentQuota, holder.attachedPolicies.length + 1);
  call.tx.put(kind.collection, { ...holder, attachedPolicies: [...holder.attachedPolicies, policyArn] });
  return {};
}

/** Detaches a managed policy, or NoSuchEntity when it was not attached. */
export function detachPolicy<Holder extends PolicyHolder>(
  tx: Transaction,
  kind: HolderKind<Holder>,
  holder: Holder,
  policyArn: string,
): object {
  requirePolicyArn(policyArn);
  if (!holder.attachedPolicies.includes(policyArn)) fail(NoSuchEntityException, `Policy ${policyArn} was not found.`);
  tx.put(kind.collection, { ...holder, attachedPolicies: holder.attachedPolicies.filter((arn) => arn !== policyArn) });
  return {};
}

/** One page of the managed policies attached to a holder, by name. */
export function attachedPolicyPage(
  holder: PolicyHolder,
  request: PageRequest & { readonly PathPrefix?: string | undefined },
) {
  const { PathPrefix: prefix = "/" } = request;
  const under = holder.attachedPolicies.filter((arn) => arn.slice(arn.indexOf("/")).startsWith(prefix));
  // A customer managed policy may have the name of one of AWS's.
  const keyOf = (arn: string) => `${policyNameIn(arn).toLowerCase()}/${isAwsManaged(arn) ? 1 : 0}`;
  const { items, paging } = iamPage(sortedBy(under, keyOf), request, keyOf);
  return { AttachedPolicies: items.map(describeAttachment), ...paging };
}

/** An attached managed policy in the API's words. */
export const describeAttachment = (arn: string): AttachedPolicy => ({ PolicyName: policyNameIn(arn), PolicyArn: arn });

function requirePolicyArn(arn: string): void {
  if (!isPolicyArn(arn)) throw new WireFault("ValidationError", 400, `ARN ${arn} is not valid.`);
}
