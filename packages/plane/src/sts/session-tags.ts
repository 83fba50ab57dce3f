import type { Tag as ApiTag } from "@aws-sdk/client-sts";
import { WireFault } from "@castellan/wire";
import type { Caller } from "../frame/caller.ts";

/** The tags of a session, and which of them its own sessions inherit. */
export interface SessionTags {
  readonly tags: Readonly<Record<string, string>>;
  readonly transitiveTagKeys: readonly string[];
}

/** What a request says about tags. */
interface Requested {
  readonly Tags?: readonly ApiTag[] | undefined;
  readonly TransitiveTagKeys?: readonly string[] | undefined;
}

/** The transitive tags a session of `caller` is born with. */
export function inheritedTags(caller: Caller): SessionTags {
  const { tags = {}, transitiveTagKeys = [] } = caller.kind === "assumedRole" ? caller.session : {};
  const kept = Object.entries(tags).filter(([key]) => names(transitiveTagKeys).has(key.toLowerCase()));
  return { tags: Object.fromEntries(kept), transitiveTagKeys };
}

/** Inherited and requested tags together; keys know no case, and an inherited tag cannot be set anew. */
export function sessionTags(caller: Caller, { Tags = [], TransitiveTagKeys = [] }: Requested): SessionTags {
  const inherited = inheritedTags(caller);
  const requested = Tags.map(({ Key = "" }) => Key);
  if (names(requested).size !== requested.length || names(TransitiveTagKeys).size !== TransitiveTagKeys.length) {
    invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  }
  if (TransitiveTagKeys.some((key) => !names(requested).has(key.toLowerCase()))) {
    invalid("The specified transitive tag key must be included in the requested tags.");
  }
  if (inherited.transitiveTagKeys.some((key) => names(requested).has(key.toLowerCase()))) {
    invalid(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  }
  const passed = Object.fromEntries(Tags.map(({ Key = "", Value = "" }) => [Key, Value]));
  return {
    tags: { ...inherited.tags, ...passed },
    transitiveTagKeys: [...inherited.transitiveTagKeys, ...TransitiveTagKeys],
  };
}

const names = (keys: readonly string[]): ReadonlySet<string> => new Set(keys.map((key) => key.toLowerCase()));

function invalid(message: string): never {
  throw new WireFault("InvalidParameterValue", 400, message);
}
