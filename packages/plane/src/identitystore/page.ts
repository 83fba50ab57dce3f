import { ValidationException } from "@aws-sdk/client-identitystore";
import { fail } from "../frame/fault.ts";
import { pageOf } from "../frame/paging.ts";

/** Items of a page when the caller names no number; AWS's largest page, its default is not documented. */
const defaultMaxResults = 100;

/** The paging members every list operation of identitystore takes. */
interface PageRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

/** Cuts the page the caller asked for out of a list sorted by `keyOf`. */
export function storePage<Item>(items: readonly Item[], request: PageRequest, keyOf: (item: Item) => string) {
  const { MaxResults: limit = defaultMaxResults, NextToken: marker } = request;
  const page = pageOf(items, { marker, limit, keyOf, invalid: invalidToken });
  return { items: [...page.items], paging: page.next === undefined ? {} : { NextToken: page.next } };
}

const invalidToken = (): never => fail(ValidationException, "Invalid NextToken");
