import { pageOf } from "../frame/paging.ts";
import { invalidInput } from "./refusals.ts";

/** Items of a page when the caller names no number; AWS's largest page, its default is not documented. */
const defaultMaxResults = 20;

/** The paging members the list operations of Organizations take. */
interface PageRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

/** Cuts the page the caller asked for out of a list, which it sorts by `keyOf`. */
export function organizationsPage<Item>(items: readonly Item[], request: PageRequest, keyOf: (item: Item) => string) {
  const sorted = items.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const { MaxResults: limit = defaultMaxResults, NextToken: marker } = request;
  const page = pageOf(sorted, { marker: marker || undefined, limit, keyOf, invalid: invalidToken });
  return { items: [...page.items], paging: page.next === undefined ? {} : { NextToken: page.next } };
}

const invalidToken = (): never =>
  invalidInput(
    "INVALID_NEXT_TOKEN",
    "You specified an invalid value for nextToken. You must get the value from the response to a previous call to the API.",
  );
