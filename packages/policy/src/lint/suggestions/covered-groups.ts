import type { Text } from "../../document/policy-node.ts";

/** An entry of a list with the entries that say nothing beyond it. */
export interface CoveredGroup {
  readonly keeper: Text;
  readonly covered: readonly Text[];
}

/** How entries are compared: each is read once, and then asked whether it covers another. */
export interface Covering<Read> {
  readonly read: (value: string) => Read;
  readonly covers: (outer: Read, inner: Read) => boolean;
}

/**
 * The entries that cover others; of equal entries the first is the keeper. An entry that two others cover is
 * counted with the first of them.
 */
export function coveredGroups<Read>(entries: readonly Text[], covering: Covering<Read>): readonly CoveredGroup[] {
  const keeperOf = new Map<Text, Text>();
  const candidates = wideEntries(entries).map((entry) => ({ entry, read: covering.read(entry.value) }));
  if (candidates.length === 0) return [];
  for (const entry of entries) {
    const inner = { entry, read: covering.read(entry.value) };
    const keeper = candidates.find((outer) => isKeeper(outer, inner, covering));
    if (keeper !== undefined) keeperOf.set(entry, keeper.entry);
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
  const names = entries.map(({ value }) => value.toLowerCase());
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return entries.filter(({ value }, at) => /[*?]/.test(value) || (counts.get(names[at] ?? "") ?? 0) > 1);
}

interface ReadEntry<Read> {
  readonly entry: Text;
  readonly read: Read;
}

function isKeeper<Read>(outer: ReadEntry<Read>, inner: ReadEntry<Read>, { covers }: Covering<Read>): boolean {
  if (outer.entry === inner.entry || !covers(outer.read, inner.read)) return false;
  return outer.entry.start < inner.entry.start || !covers(inner.read, outer.read);
}

function lastKeeper(entry: Text, keeperOf: ReadonlyMap<Text, Text>): Text {
  let last = entry;
  for (let next = keeperOf.get(last); next !== undefined; next = keeperOf.get(last)) last = next;
  return last;
}
