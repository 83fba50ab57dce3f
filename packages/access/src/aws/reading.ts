/** Reads every page of a listing. */
export async function everyPage<Page, Item>(
  readPage: (token: string | undefined) => Promise<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
  nextOf: (page: Page) => string | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const page = await readPage(token);
    items.push(...(itemsOf(page) ?? []));
    token = nextOf(page);
  } while (token !== undefined && token !== "");
  return items;
}

/** Reads in flight at a time for one listing of objects; the token bucket keeps the pace of all together. */
const window = 8;

/** Answers for all items in their order, at most eight at work at a time. */
export async function readEach<Item, Answer>(
  items: readonly Item[],
  read: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = Array.from({ length: items.length });
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) answers[index] = await read(item);
  };
  await Promise.all(Array.from({ length: Math.min(window, items.length) }, worker));
  return answers;
}

/** The answer, or `undefined` when AWS says that there is no such thing. */
export async function unlessFault<Answer>(
  read: () => Promise<Answer>,
  isExpected: (error: unknown) => boolean,
): Promise<Answer | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isExpected(error)) return undefined;
    throw error;
  }
}

/** A value that AWS always sends although its type says it might not. */
export function present<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the target's answer lacks ${what}`);
  return value;
}

/** AWS's list of tags as a record. */
export function tagRecord(
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries((tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
}

/** A record of tags as AWS's list. */
export function tagList(tags: Readonly<Record<string, string>>): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Items in the order of their names. */
export function sortedBy<Item>(items: readonly Item[], name: (item: Item) => string): readonly Item[] {
  return items.toSorted((left, right) => (name(left) < name(right) ? -1 : name(left) > name(right) ? 1 : 0));
}
