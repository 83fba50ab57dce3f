import {
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  type Tag as ApiTag,
  ValidationException,
} from "@aws-sdk/client-sso-admin";
import { fail } from "../frame/fault.ts";
import { type Authorization, type Call, operationsOf } from "../frame/operation.ts";
import { requestTags, tagKeys, withContext } from "../iam/authorization.ts";
import { type Instance, instances, type PermissionSet, permissionSets } from "../records/identity-center.ts";
import type { Tag } from "../records/tag.ts";
import { idOf, ownedInstance, resourceContext } from "./instance-access.ts";

const operation = operationsOf("sso-admin");

/** Tags a resource may have [AWS General Reference, Tagging: user-made tags per resource]. */
const tagsPerResource = 50;

/** The tags after adding some: a key that is there gets the new value and keeps its place. */
export function checkedTags(present: readonly Tag[], added: readonly ApiTag[]): readonly Tag[] {
  const tags = new Map(present.map(({ key, value }) => [key, value]));
  const keys = added.map(({ Key: key = "" }) => key);
  if (new Set(keys).size < keys.length)
    fail(ValidationException, "Duplicate tag keys found. Please provide unique tag keys.");
  for (const { Key: key = "", Value: value = "" } of added) {
    if (key.toLowerCase().startsWith("aws:"))
      fail(ValidationException, "Tag keys that begin with aws: are reserved for AWS.");
    tags.set(key, value);
  }
  if (tags.size > tagsPerResource)
    fail(ServiceQuotaExceededException, `A resource can have at most ${tagsPerResource} tags.`);
  return [...tags].map(([key, value]) => ({ key, value }));
}

type TagCall = Pick<Call<{ readonly ResourceArn: string }>, "input" | "tx" | "accountId">;

type Tagged =
  | { readonly kind: "instance"; readonly doc: Instance }
  | { readonly kind: "permissionSet"; readonly doc: PermissionSet };

/** The instance or permission set of that ARN, if there is one. */
function findTagged({ tx, input: { ResourceArn: arn } }: Pick<TagCall, "tx" | "input">): Tagged | undefined {
  const instance = tx.get(instances, arn);
  if (instance) return { kind: "instance", doc: instance };
  const set = tx.get(permissionSets, arn);
  return set && { kind: "permissionSet", doc: set };
}

function ownedTagged(call: TagCall): Tagged {
  const { ResourceArn: arn } = call.input;
  const tagged = findTagged(call) ?? fail(ResourceNotFoundException, `Could not find resource with id ${idOf(arn)}`);
  ownedInstance({ ...call, input: { InstanceArn: tagged.doc.instanceArn } });
  return tagged;
}

function onResource(call: Pick<TagCall, "tx" | "input">): Authorization {
  const tagged = findTagged(call);
  const instance = tagged && call.tx.get(instances, tagged.doc.instanceArn);
  return { resource: call.input.ResourceArn, context: resourceContext(tagged?.doc.tags, instance) };
}

function putTags({ tx }: TagCall, tagged: Tagged, tags: readonly Tag[]): void {
  if (tagged.kind === "instance") tx.put(instances, { ...tagged.doc, tags });
  else tx.put(permissionSets, { ...tagged.doc, tags });
}

const tagResource = operation("TagResource", {
  authorize: (call) => withContext(onResource(call), requestTags(call.input.Tags)),
  run: (call) => {
    const tagged = ownedTagged(call);
    putTags(call, tagged, checkedTags(tagged.doc.tags, call.input.Tags));
    return {};
  },
});

const untagResource = operation("UntagResource", {
  authorize: (call) => withContext(onResource(call), tagKeys(call.input.TagKeys)),
  run: (call) => {
    const tagged = ownedTagged(call);
    putTags(
      call,
      tagged,
      tagged.doc.tags.filter(({ key }) => !call.input.TagKeys.includes(key)),
    );
    return {};
  },
});

const listTagsForResource = operation("ListTagsForResource", {
  authorize: onResource,
  run: (call) => ({ Tags: ownedTagged(call).doc.tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
});

/** Operations on tags of instances and permission sets. */
export const tagOperations = [tagResource, untagResource, listTagsForResource];
