import type { Transaction } from "../frame/transaction.ts";
import { iamGroups, iamRoles, iamUsers } from "../records/iam.ts";

/** How many users, groups and roles of an account use a managed policy, as what. */
export interface PolicyUsage {
  readonly attachments: number;
  readonly boundaries: number;
}

const unused: PolicyUsage = { attachments: 0, boundaries: 0 };

/** Use of every managed policy in an account, by ARN, in one pass. */
export function usageByPolicy(tx: Transaction, accountId: string): (arn: string) => PolicyUsage {
  const usage = new Map<string, { attachments: number; boundaries: number }>();
  const count = (arn: string, as: keyof PolicyUsage): void => {
    const counted = usage.get(arn) ?? { ...unused };
    counted[as]++;
    usage.set(arn, counted);
  };
  const principals = [...tx.list(iamUsers, "account", accountId), ...tx.list(iamRoles, "account", accountId)];
  for (const { attachedPolicies, permissionsBoundary } of principals) {
    for (const arn of attachedPolicies) count(arn, "attachments");
    if (permissionsBoundary !== undefined) count(permissionsBoundary, "boundaries");
  }
  for (const group of tx.list(iamGroups, "account", accountId))
    for (const arn of group.attachedPolicies) count(arn, "attachments");
  return (arn) => usage.get(arn) ?? unused;
}

/** Use of one managed policy in an account. */
export function usageOf(tx: Transaction, accountId: string, arn: string): PolicyUsage {
  const here = (holders: readonly { readonly accountId: string }[]) =>
    holders.filter((holder) => holder.accountId === accountId).length;
  return {
    attachments: here([
      ...tx.list(iamUsers, "policy", arn),
      ...tx.list(iamGroups, "policy", arn),
      ...tx.list(iamRoles, "policy", arn),
    ]),
    boundaries: here([...tx.list(iamUsers, "boundary", arn), ...tx.list(iamRoles, "boundary", arn)]),
  };
}
