import type { Tag as ApiTag } from "@aws-sdk/client-organizations";
import { quotas } from "@castellan/catalog";
import type { Tag } from "../records/tag.ts";
import { invalidInput, violates } from "./refusals.ts";

/** Tags with the given ones added: a tag whose key is there already changes its value and keeps its place. */
export function withTags(tags: readonly Tag[], added: readonly ApiTag[] = []): readonly Tag[] {
  const merged = new Map(tags.map((tag) => [tag.key, tag]));
  if (new Set(added.map(({ Key }) => Key)).size !== added.length) {
    invalidInput("DUPLICATE_TAG_KEY", "Tag keys must be unique among the tags attached to the same entity.");
  }
  requireOwnKeys(added.map(({ Key: key = "" }) => key));
  for (const { Key: key = "", Value: value = "" } of added) merged.set(key, { key, value });
  if (merged.size > quotas["organizations.tagsPerResource"].value) {
    violates("MAX_TAG_LIMIT_EXCEEDED", "You have exceeded the number of tags allowed on this resource.");
  }
  return [...merged.values()];
}

/** Tags without those of the given keys. */
export function withoutTags(tags: readonly Tag[], removed: readonly string[]): readonly Tag[] {
  requireOwnKeys(removed);
  return tags.filter(({ key }) => !removed.includes(key));
}

/** Tags in the API's words. */
export const describeTags = (tags: readonly Tag[]): ApiTag[] =>
  tags.map(({ key, value }) => ({ Key: key, Value: value }));

function requireOwnKeys(keys: readonly string[]): void {
  if (!keys.some((key) => key.toLowerCase().startsWith("aws:"))) return;
  invalidInput(
    "INVALID_SYSTEM_TAGS_PARAMETER",
    "You specified a tag key that is a system tag. System tag keys can't be added, edited or deleted.",
  );
}
