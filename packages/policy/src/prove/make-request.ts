import type { Catalog } from "../catalog.ts";
import { listOfBuckets, listOfBucketsArn } from "../request/list-of-buckets.ts";
import type { AuthorizationRequest, ContextValue } from "../request/request.ts";
import type { Frame } from "./frame.ts";
import type { Region } from "./question.ts";
import type { Model } from "./tableau.ts";
import { ownerKey } from "./find-request.ts";
import { keyOf } from "./standpoint.ts";

/** The request that a model describes. */
export function makeRequest(
  action: string,
  { resource, context }: Model,
  frame: Frame,
  region: Region,
  catalog: Catalog,
): AuthorizationRequest {
  const all = new Map<string, ContextValue>(Object.entries(region.context ?? {}));
  const given = new Set([...all.keys()].map(keyOf).concat(ownerKey));
  for (const [key, value] of context)
    if (value !== undefined && !given.has(keyOf(key))) all.set(spelled(key, catalog), value);
  const owner = ownerOf(context, frame);
  return {
    action,
    resource: isListOfBuckets(action, resource) ? "*" : resource,
    ...(owner === undefined ? {} : { resourceAccount: owner }),
    ...(all.size === 0 ? {} : { context: Object.fromEntries(all) }),
  };
}

/** Requests for the list of buckets say `*`, and are authorised on an ARN. */
function isListOfBuckets(action: string, resource: string): boolean {
  const [, partition = ""] = resource.split(":", 2);
  return action.toLowerCase() === listOfBuckets && resource === listOfBucketsArn(partition);
}

/** The owner where the ARN does not name it and it matters. */
function ownerOf(context: Model["context"], { owner, namesOwner, ownsItself }: Frame): string | undefined {
  if (namesOwner) return undefined;
  const asked = [...context].some(([key, value]) => key.toLowerCase() === ownerKey && value !== undefined);
  return asked || !ownsItself ? owner : undefined;
}

/** A key as AWS spells it where the model has it in lower case. */
function spelled(key: string, catalog: Catalog): string {
  if (key !== key.toLowerCase()) return key;
  const name = catalog.conditionKey(key)?.key ?? key;
  const hole = name.indexOf("${");
  return hole === -1 ? name : `${name.slice(0, hole)}${key.slice(hole)}`;
}
