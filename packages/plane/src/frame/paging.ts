/** One page of a list and where the next begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/**
 * Cuts a page out of a list sorted by `keyOf`. The marker names the last item shown, so a page is right even when items
 * before it went away. A marker that is not one of ours calls `invalid`.
 */
export function pageOf<Item>(
  items: readonly Item[],
  options: {
    readonly marker?: string | undefined;
    readonly limit: number;
    readonly keyOf: (item: Item) => string;
    readonly invalid: () => never;
  },
): Page<Item> {
  const after = options.marker === undefined ? undefined : readMarker(options.marker, options.invalid);
  const from = after === undefined ? 0 : firstAfter(items, after, options.keyOf);
  const page = items.slice(from, from + options.limit);
  const last = page.at(-1);
  if (last === undefined || from + page.length >= items.length) return { items: page };
  return { items: page, next: Buffer.from(`1:${options.keyOf(last)}`, "utf8").toString("base64url") };
}

function readMarker(marker: string, invalid: () => never): string {
  const text = Buffer.from(marker, "base64url").toString("utf8");
  return text.startsWith("1:") ? text.slice(2) : invalid();
}

function firstAfter<Item>(items: readonly Item[], after: string, keyOf: (item: Item) => string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && keyOf(item) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
