import { InvalidInputException, type Tag as ApiTag } from "@aws-sdk/client-iam";
import { fail } from "../frame/fault.ts";
import type { Tag } from "../records/tag.ts";
import { requireWithin } from "./limit.ts";
import { iamPage, type PageRequest, sortedBy } from "./page.ts";

/** A tag in a request whose required members have been checked. */
export interface RequestTag {
  readonly Key: string;
  readonly Value: string;
}

/** How tag keys are compared: those of users and roles without regard to case, those of other resources exactly. */
export interface TagKeys {
  readonly sameKey: (key: string) => string;
  readonly duplicates: string;
}

/** Tag keys of users and roles; they become principal tags, whose keys know no case. */
export const principalTagKeys: TagKeys = {
  sameKey: (key) => key.toLowerCase(),
  duplicates: "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
};

/** Tag keys of managed policies and instance profiles. */
export const resourceTagKeys: TagKeys = { sameKey: (key) => key, duplicates: "Duplicate tag keys found." };

/** Tags with the given ones added: a tag whose key is there already changes its value and keeps its place. */
export function withTags(
  tags: readonly Tag[],
  added: readonly RequestTag[] | undefined,
  keys: TagKeys,
): readonly Tag[] {
  const merged = new Map(tags.map((tag) => [keys.sameKey(tag.key), tag]));
  const names = new Set(added?.map(({ Key: key }) => keys.sameKey(key)));
  if (names.size !== (added?.length ?? 0)) fail(InvalidInputException, keys.duplicates);
  for (const { Key: key, Value: value } of added ?? []) merged.set(keys.sameKey(key), { key, value });
  requireWithin("iam.tagsPerResource", merged.size);
  return [...merged.values()];
}

/** Tags without those of the given keys. */
export function withoutTags(
  tags: readonly Tag[],
  removed: readonly string[] | undefined,
  keys: TagKeys,
): readonly Tag[] {
  const gone = new Set(removed?.map(keys.sameKey));
  return tags.filter(({ key }) => !gone.has(keys.sameKey(key)));
}

/** Tags in the API's words. */
export const describeTags = (tags: readonly Tag[]): ApiTag[] =>
  tags.map(({ key, value }) => ({ Key: key, Value: value }));

/** The `Tags` member of a description that leaves it out when there are none. */
export const tagsIfAny = (tags: readonly Tag[]): { Tags?: ApiTag[] } =>
  tags.length === 0 ? {} : { Tags: describeTags(tags) };

/** One page of tags, sorted by key as the API promises. */
export function tagPage(tags: readonly Tag[], request: PageRequest) {
  const keyOf = ({ key }: Tag) => key;
  const { items, paging } = iamPage(sortedBy(tags, keyOf), request, keyOf);
  return { Tags: describeTags(items), ...paging };
}
