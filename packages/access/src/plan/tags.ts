import type { Tags } from "../estate.ts";
import type { Owner } from "./scope.ts";

/** The tags that a managed object shall carry: the file's and the owner's. */
export function tagsWithOwner(tags: Tags, owner: Owner): Tags {
  return { ...tags, [owner.key]: owner.value };
}

/** The wanted tags that are absent or different; undefined when none is. Tags nobody asked for stay. */
export function missingTags(wanted: Tags, actual: Tags): Tags | undefined {
  const missing = Object.entries(wanted).filter(([key, value]) => actual[key] !== value);
  return missing.length === 0 ? undefined : Object.fromEntries(missing);
}
