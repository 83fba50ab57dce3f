import type { RequestContext } from "@castellan/policy";
import { arns } from "../frame/arns.ts";
import type { Authorization, Call } from "../frame/operation.ts";
import { iamGroups, iamRoles, iamUsers, instanceProfiles, nameKey } from "../records/iam.ts";
import type { Tag } from "../records/tag.ts";
import { findPolicy } from "./policy-record.ts";
import type { RequestTag } from "./tag-list.ts";

/** The part of a call that says where its resource lives. */
type Where = Pick<Call<unknown>, "tx" | "accountId">;

/** A user, with its path and tags if it exists [Service Authorization Reference, AWS IAM]. */
export function onUser({ tx, accountId }: Where, userName: string): Authorization {
  const user = tx.get(iamUsers, nameKey(accountId, userName));
  return {
    resource: user?.arn ?? arns.user(accountId, "/", userName),
    context: resourceTags(user?.tags, ["aws", "iam"]),
  };
}

/** As `onUser`, for actions that may depend on the permissions boundary the user has. */
export function onBoundedUser(where: Where, userName: string): Authorization {
  const user = where.tx.get(iamUsers, nameKey(where.accountId, userName));
  return withContext(onUser(where, userName), boundaryContext(user?.permissionsBoundary));
}

/** A group, with its path if it exists. */
export function onGroup({ tx, accountId }: Where, groupName: string): Authorization {
  return { resource: tx.get(iamGroups, nameKey(accountId, groupName))?.arn ?? arns.group(accountId, "/", groupName) };
}

/** A role, with its path and tags if it exists. */
export function onRole({ tx, accountId }: Where, roleName: string): Authorization {
  const role = tx.get(iamRoles, nameKey(accountId, roleName));
  return {
    resource: role?.arn ?? arns.role(accountId, "/", roleName),
    context: resourceTags(role?.tags, ["aws", "iam"]),
  };
}

/** As `onRole`, for actions that may depend on the permissions boundary the role has. */
export function onBoundedRole(where: Where, roleName: string): Authorization {
  const role = where.tx.get(iamRoles, nameKey(where.accountId, roleName));
  return withContext(onRole(where, roleName), boundaryContext(role?.permissionsBoundary));
}

/** A managed policy by its ARN. One of another account is out of reach: managed policies have no resource-based policy. */
export function onPolicy({ tx, accountId }: Where, policyArn: string): Authorization {
  const owner = /^arn:aws:iam::(\d{12}):/.exec(policyArn)?.[1];
  const tags = owner === accountId ? findPolicy(tx, accountId, policyArn)?.tags : undefined;
  return {
    resource: policyArn,
    context: resourceTags(tags, ["aws"]),
    ...(owner !== undefined && { resourceAccount: owner }),
  };
}

/** An instance profile, with its path and tags if it exists. */
export function onInstanceProfile({ tx, accountId }: Where, name: string): Authorization {
  const profile = tx.get(instanceProfiles, nameKey(accountId, name));
  return {
    resource: profile?.arn ?? arns.instanceProfile(accountId, "/", name),
    context: resourceTags(profile?.tags, ["aws"]),
  };
}

/** Adds condition keys to a question. */
export const withContext = (question: Authorization, context: RequestContext): Authorization => ({
  ...question,
  context: { ...question.context, ...context },
});

/** `iam:PermissionsBoundary`: the boundary a request sets, or the one its principal has. */
export const boundaryContext = (arn: string | undefined): RequestContext =>
  arn === undefined ? {} : { "iam:PermissionsBoundary": arn };

/** `aws:RequestTag/…` and `aws:TagKeys` of a request that sets tags. */
export function requestTags(tags: readonly RequestTag[] | undefined): RequestContext {
  const values = (tags ?? []).map(({ Key: key, Value: value }) => [`aws:RequestTag/${key}`, value]);
  return { ...Object.fromEntries(values), ...tagKeys(tags?.map(({ Key: key }) => key)) };
}

/**
 * The creation of a resource, with the tags it is to have: to create it tagged, the caller must be allowed to tag it as
 * well [IAM User Guide, id_tags].
 */
export function onCreation(
  resource: string,
  tagging: `iam:Tag${string}`,
  tags: readonly RequestTag[] | undefined,
  context: RequestContext = {},
): Authorization | readonly Authorization[] {
  const creation = { resource, context: { ...context, ...requestTags(tags) } };
  return tags?.length ? [creation, { action: tagging, resource, context: requestTags(tags) }] : creation;
}

/** `aws:TagKeys` of a request that names tags. */
export const tagKeys = (keys: readonly string[] | undefined): RequestContext =>
  keys?.length ? { "aws:TagKeys": keys } : {};

function resourceTags(tags: readonly Tag[] | undefined, prefixes: readonly string[]): RequestContext {
  const entries = prefixes.flatMap((prefix) =>
    (tags ?? []).map(({ key, value }) => [`${prefix}:ResourceTag/${key}`, value]),
  );
  return Object.fromEntries(entries) as RequestContext;
}
