import type { Text } from "../../document/policy-node.ts";

/** An entry of a list with the entries that say nothing beyond it. */
export interface CoveredGroup {
  readonly keeper: Text;
  readonly covered: readonly Text[];
}

/**
 * The entries that cover others; of equal entries the first is the keeper. An entry that two others cover is
 * counted with the first of them.
 */
export function coveredGroups(
  entries: readonly Text[],
  covers: (outer: string, inner: string) => boolean,
): readonly CoveredGroup[] {
  const keeperOf = new Map<Text, Text>();
  const candidates = wideEntries(entries);
  for (const inner of entries) {
    const keeper = candidates.find((outer) => isKeeper(outer, inner, covers));
    if (keeper !== undefined) keeperOf.set(inner, keeper);
  }
  const keepers = [...new Set([...keeperOf.values()].map((keeper) => lastKeeper(keeper, keeperOf)))];
  return keepers
    .map((keeper) => ({
      keeper,
      covered: entries.filter((entry) => entry !== keeper && lastKeeper(entry, keeperOf) === keeper),
    }))
    .toSorted((one, other) => one.keeper.start - other.keeper.start);
}

/** Only entries with wildcards, or written twice, can cover another. */
function wideEntries(entries: readonly Text[]): readonly Text[] {
  const counts = new Map<string, number>();
  for (const { value } of entries) counts.set(value.toLowerCase(), (counts.get(value.toLowerCase()) ?? 0) + 1);
  return entries.filter(({ value }) => /[*?]/.test(value) || (counts.get(value.toLowerCase()) ?? 0) > 1);
}

function isKeeper(outer: Text, inner: Text, covers: (outer: string, inner: string) => boolean): boolean {
  if (outer === inner || !covers(outer.value, inner.value)) return false;
  return outer.start < inner.start || !covers(inner.value, outer.value);
}

function lastKeeper(entry: Text, keeperOf: ReadonlyMap<Text, Text>): Text {
  let last = entry;
  for (let next = keeperOf.get(last); next !== undefined; next = keeperOf.get(last)) last = next;
  return last;
}
