import type { RequestContext } from "@castellan/policy";
import { operationsOf } from "../frame/operation.ts";
import { tagKeys } from "../iam/authorization.ts";
import { onAnalyzer, ownAnalyzer } from "./analyzer-access.ts";
import { analyzers } from "./analyzer-record.ts";
import { invalidField } from "./refusals.ts";

const operation = operationsOf("accessanalyzer");

/** Tags a resource may have [AWS General Reference, Tagging: user-made tags per resource]. */
const tagsPerResource = 50;

/** `aws:RequestTag/…` and `aws:TagKeys` of a request that sets tags. */
export function requestTags(tags: Readonly<Record<string, string>> = {}): RequestContext {
  const values = Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value] as const);
  return { ...Object.fromEntries(values), ...tagKeys(Object.keys(tags)) };
}

const tagResource = operation("TagResource", {
  authorize: (call) => onAnalyzer(call, call.input.resourceArn, requestTags(call.input.tags)),
  run: (call) => {
    const analyzer = ownAnalyzer(call, call.input.resourceArn);
    const tags = { ...analyzer.tags, ...call.input.tags };
    if (Object.keys(tags).length > tagsPerResource)
      invalidField("tags", `A resource can have at most ${tagsPerResource} tags.`);
    call.tx.put(analyzers, { ...analyzer, tags });
    return {};
  },
});

const untagResource = operation("UntagResource", {
  authorize: (call) => onAnalyzer(call, call.input.resourceArn, tagKeys(call.input.tagKeys)),
  run: (call) => {
    const analyzer = ownAnalyzer(call, call.input.resourceArn);
    const kept = Object.entries(analyzer.tags).filter(([key]) => !call.input.tagKeys.includes(key));
    call.tx.put(analyzers, { ...analyzer, tags: Object.fromEntries(kept) });
    return {};
  },
});

const listTagsForResource = operation("ListTagsForResource", {
  authorize: (call) => onAnalyzer(call, call.input.resourceArn),
  run: (call) => ({ tags: { ...ownAnalyzer(call, call.input.resourceArn).tags } }),
});

/** Operations on tags of analyzers. */
export const analyzerTagOperations = [tagResource, untagResource, listTagsForResource];
