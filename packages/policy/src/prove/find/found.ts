/** The answer of a search for a value: one, the certainty that there is none, or why that could not be told. */
export type Found<T> =
  | { readonly kind: "found"; readonly value: T }
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly reason: string };

/** No value exists. */
export const none = { kind: "none" } as const;

/** A value was found. */
export function found<T>(value: T): Found<T> {
  return { kind: "found", value };
}

/** The search ended without an answer. */
export function unknown(reason: string): Found<never> {
  return { kind: "unknown", reason };
}
