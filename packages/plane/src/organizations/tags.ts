import { TargetNotFoundException } from "@aws-sdk/client-organizations";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import type { Transaction } from "../frame/transaction.ts";
import { requestTags, tagKeys, withContext } from "../iam/authorization.ts";
import {
  accounts,
  type Organization,
  organizationalUnits,
  organizationPolicies,
  organizations,
} from "../records/organizations.ts";
import type { Tag } from "../records/tag.ts";
import { onTaggable } from "./authorization.ts";
import { managedOrganization, readableOrganization } from "./organization-access.ts";
import { findAccount } from "./organization-tree.ts";
import { describeTags, withoutTags, withTags } from "./tag-list.ts";

const operation = operationsOf("organizations");

/** The tags of something, and how others are put in their place. */
interface Taggable {
  readonly tags: readonly Tag[];
  readonly put: (tags: readonly Tag[]) => void;
}

function taggableWithId(tx: Transaction, organization: Organization, id: string): Taggable {
  if (id === organization.rootId) {
    return { tags: organization.rootTags, put: (rootTags) => tx.put(organizations, { ...organization, rootTags }) };
  }
  const unit = tx.get(organizationalUnits, id);
  if (unit) return { tags: unit.tags, put: (tags) => tx.put(organizationalUnits, { ...unit, tags }) };
  const policy = tx.get(organizationPolicies, id);
  if (policy) return { tags: policy.tags, put: (tags) => tx.put(organizationPolicies, { ...policy, tags }) };
  const account = findAccount(tx, id);
  if (account) return { tags: account.tags, put: (tags) => tx.put(accounts, { ...account, tags }) };
  return fail(TargetNotFoundException, "You specified a target that doesn't exist.");
}

const tagResource = operation("TagResource", {
  authorize: (call) => withContext(onTaggable(call, call.input.ResourceId), requestTags(call.input.Tags)),
  run: (call) => {
    const taggable = taggableWithId(call.tx, managedOrganization(call), call.input.ResourceId);
    taggable.put(withTags(taggable.tags, call.input.Tags));
    return {};
  },
});

const untagResource = operation("UntagResource", {
  authorize: (call) => withContext(onTaggable(call, call.input.ResourceId), tagKeys(call.input.TagKeys)),
  run: (call) => {
    const taggable = taggableWithId(call.tx, managedOrganization(call), call.input.ResourceId);
    taggable.put(withoutTags(taggable.tags, call.input.TagKeys));
    return {};
  },
});

const listTags = operation("ListTagsForResource", {
  authorize: (call) => onTaggable(call, call.input.ResourceId),
  run: (call) => ({
    Tags: describeTags(taggableWithId(call.tx, readableOrganization(call), call.input.ResourceId).tags),
  }),
});

/** Operations on the tags of the root, of units, accounts and policies. */
export const tagOperations = [tagResource, untagResource, listTags];
