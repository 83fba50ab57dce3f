import type { Authorization } from "../frame/operation.ts";
import type { RequestContext } from "@castellan/policy";
import { requestTags, withContext } from "../iam/authorization.ts";
import { organizationPolicies } from "../records/organizations.ts";
import type { Tag } from "../records/tag.ts";
import { managedPolicies } from "./managed-policies.ts";
import { findOrganization, type Where } from "./organization-access.ts";
import { accountArn, policyArn, rootArn, unitArn } from "./organization-arns.ts";
import { findTarget } from "./organization-tree.ts";

/** A root, unit or account by its id, with its tags if it exists [Service Authorization Reference, AWS Organizations]. */
export function onTarget(where: Where, id: string): Authorization {
  const organization = findOrganization(where);
  if (!organization) return {};
  const arnOf = id.startsWith("r-") ? rootArn : id.startsWith("ou-") ? unitArn : accountArn;
  return { resource: arnOf(organization, id), context: resourceTags(findTarget(where.tx, organization, id)?.tags) };
}

/** A policy by its id, with its type and tags if it exists. */
export function onPolicy(where: Where, id: string): Authorization {
  const managed = managedPolicies.find((policy) => policy.id === id);
  if (managed) return { resource: managed.arn, context: policyType(managed.type) };
  const organization = findOrganization(where);
  if (!organization) return {};
  const policy = where.tx.get(organizationPolicies, id);
  if (!policy) return { resource: policyArn(organization, "*", id) };
  return {
    resource: policyArn(organization, policy.type, id),
    context: { ...policyType(policy.type), ...resourceTags(policy.tags) },
  };
}

/** A policy and the root, unit or account it is attached to or detached from. */
export function onAttachment(
  where: Where,
  { PolicyId, TargetId }: { PolicyId: string; TargetId: string },
): Authorization[] {
  const policy = onPolicy(where, PolicyId);
  const type = policy.context?.["organizations:PolicyType"];
  return [
    policy,
    withContext(onTarget(where, TargetId), type === undefined ? {} : { "organizations:PolicyType": type }),
  ];
}

/** Whatever has tags: a root, unit, account or policy. */
export const onTaggable = (where: Where, id: string): Authorization =>
  id.startsWith("p-") ? onPolicy(where, id) : onTarget(where, id);

/** A creation with the tags that come with it: to create something tagged, the caller must be allowed to tag it as well. */
export function onCreation(creation: Authorization, tags: Parameters<typeof requestTags>[0]): Authorization[] {
  const tagged = withContext(creation, requestTags(tags));
  return tags?.length ? [tagged, { ...tagged, action: "organizations:TagResource" }] : [tagged];
}

/** `organizations:PolicyType` of a request. */
export const policyType = (type: string): RequestContext => ({ "organizations:PolicyType": type });

/** `organizations:ServicePrincipal` of a request. */
export const servicePrincipal = (name: string | undefined): RequestContext =>
  name === undefined ? {} : { "organizations:ServicePrincipal": name };

const resourceTags = (tags: readonly Tag[] = []): RequestContext =>
  Object.fromEntries(tags.map(({ key, value }) => [`aws:ResourceTag/${key}`, value]));
