import { AccessDeniedException, ResourceNotFoundException } from "@aws-sdk/client-sso-admin";
import type { RequestContext } from "@castellan/policy";
import { fail } from "../frame/fault.ts";
import type { Authorization, Call } from "../frame/operation.ts";
import { type Instance, instances, type PermissionSet, permissionSets } from "../records/identity-center.ts";
import type { Tag } from "../records/tag.ts";

/** A call about an instance. */
export type InstanceCall = Pick<Call<{ readonly InstanceArn: string }>, "input" | "tx" | "accountId">;

/** A call about a permission set of an instance. */
export type PermissionSetCall = Pick<
  Call<{ readonly InstanceArn: string; readonly PermissionSetArn: string }>,
  "input" | "tx" | "accountId"
>;

/**
 * The instance a call names. Only its owner may administer it; to everybody else, and if there is none, AWS says that access
 * is denied [sso-admin API, DescribeInstance].
 */
export function ownedInstance({ input, tx, accountId }: InstanceCall): Instance {
  const instance = tx.get(instances, input.InstanceArn);
  return instance?.ownerAccountId === accountId
    ? instance
    : fail(AccessDeniedException, "You do not have sufficient access to perform this action.");
}

/** The permission set a call names, or ResourceNotFound; the instance must be the caller's. */
export function ownedPermissionSet(call: PermissionSetCall): PermissionSet {
  const { instanceArn } = ownedInstance(call);
  const { PermissionSetArn: arn } = call.input;
  const set = call.tx.get(permissionSets, arn);
  return set?.instanceArn === instanceArn
    ? set
    : fail(ResourceNotFoundException, `Could not find PermissionSet with id ${idOf(arn)}`);
}

/** The last part of an ARN: `ps-0123456789abcdef`. */
export const idOf = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

/** ARN of an account as the actions of Identity Center name it; `*` for all. */
const accountArn = (accountId: string): string => `arn:aws:sso:::account/${accountId}`;

/** Asks about the instance [Service Authorization Reference, AWS IAM Identity Center]. */
export function onInstance({ input, tx }: Pick<InstanceCall, "input" | "tx">): Authorization {
  const { InstanceArn: resource } = input;
  const instance = tx.get(instances, resource);
  return { resource, context: resourceContext(instance?.tags, instance) };
}

/** Asks about the permission set and the instance. */
export function onPermissionSet({ input, tx }: Pick<PermissionSetCall, "input" | "tx">): readonly Authorization[] {
  const { PermissionSetArn: resource, InstanceArn: instanceArn } = input;
  const context = resourceContext(tx.get(permissionSets, resource)?.tags, tx.get(instances, instanceArn));
  return [{ resource, context }, onInstance({ input, tx })];
}

/** Asks about the account besides what else is asked about. */
export const onAccount = (
  accountId: string | undefined,
  others: readonly Authorization[],
): readonly Authorization[] => [...others, { resource: accountArn(accountId ?? "*") }];

/** `aws:ResourceTag/…` and `sso:PrimaryRegion`. */
export function resourceContext(tags: readonly Tag[] | undefined, instance: Instance | undefined): RequestContext {
  const entries = (tags ?? []).map(({ key, value }) => [`aws:ResourceTag/${key}`, value]);
  return { ...Object.fromEntries(entries), ...(instance && { "sso:PrimaryRegion": instance.region }) };
}
