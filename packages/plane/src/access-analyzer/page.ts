import { pageOf } from "../frame/paging.ts";
import { invalidField } from "./refusals.ts";

/** Items of a page when the caller names no number; AWS's default is not documented. */
const defaultMaxResults = 100;

/** The paging members that the list operations of Access Analyzer take. */
interface PageRequest {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}

/** Cuts the page the caller asked for out of a list in its own order. */
export function analyzerPage<Item>(items: readonly Item[], request: PageRequest) {
  const { maxResults: limit = defaultMaxResults, nextToken: marker } = request;
  if (limit < 1) invalidField("maxResults", "maxResults must be at least 1.");
  const numbered = items.map((item, index) => ({ item, key: String(index).padStart(8, "0") }));
  const page = pageOf(numbered, { marker: marker || undefined, limit, keyOf: ({ key }) => key, invalid: invalidToken });
  return {
    items: page.items.map(({ item }) => item),
    paging: page.next === undefined ? {} : { nextToken: page.next },
  };
}

const invalidToken = (): never => invalidField("nextToken", "Invalid nextToken.");
