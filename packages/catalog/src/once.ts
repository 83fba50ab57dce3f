/** Makes a function that computes its answer at the first call and keeps it. */
export function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

/** Makes a function that computes its answer once for each key; that there is none (`undefined`) is not kept. */
export function remembered<Value>(compute: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    if (value !== undefined) kept.set(key, value);
    return value;
  };
}
