/** A function that makes its value at the first call and then keeps it; a failure is not kept. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  const keyed = onceFor(make);
  return () => keyed("");
}

/** The same, one value per key. */
export function onceFor<Value>(make: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (key) => {
    const kept = made.get(key);
    if (kept) return kept;
    const value = make(key);
    made.set(key, value);
    value.catch(() => made.delete(key));
    return value;
  };
}
