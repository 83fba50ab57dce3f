import { WireFault } from "@castellan/wire";
import { pageOf } from "../frame/paging.ts";

/** Items of a page when the caller names no number [IAM API Reference, MaxItems]. */
const defaultMaxItems = 100;

/** The paging members every list operation of IAM takes. */
export interface PageRequest {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

/** One page of a list sorted by `keyOf`, and the members IAM tells about it with. */
export interface IamPage<Item> {
  readonly items: readonly Item[];
  readonly paging: { readonly IsTruncated: boolean; readonly Marker?: string };
}

/** Cuts the page the caller asked for out of a list sorted by `keyOf`. */
export function iamPage<Item>(
  items: readonly Item[],
  request: PageRequest,
  keyOf: (item: Item) => string,
): IamPage<Item> {
  const limit = request.MaxItems ?? defaultMaxItems;
  const page = pageOf(items, { marker: request.Marker, limit, keyOf, invalid: invalidMarker });
  const paging = page.next === undefined ? { IsTruncated: false } : { IsTruncated: true, Marker: page.next };
  return { items: page.items, paging };
}

/** Orders a list by `keyOf`, by code units, as `iamPage` needs it. */
export function sortedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return items.toSorted((left, right) => {
    const [a, b] = [keyOf(left), keyOf(right)];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

function invalidMarker(): never {
  throw new WireFault("ValidationError", 400, "Invalid Marker.");
}
