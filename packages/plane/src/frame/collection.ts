/** A kind of document the plane keeps: its name in the journal, its key, and the indexes it can be listed by. */
export interface Collection<Doc extends object, Index extends string = string> {
  readonly name: string;
  readonly keyOf: (doc: Doc) => string;
  /** Each index maps a document to the value, or values, it is found under. */
  readonly indexes: Readonly<Record<Index, (doc: Doc) => string | readonly string[]>>;
  /** True when who-may-do-what can depend on it: a change invalidates remembered policies. */
  readonly security: boolean;
}

/** Declares a collection; documents are JSON values, immutable once put. */
export function collection<Doc extends object>(name: string) {
  return <Index extends string = never>(facts: {
    readonly key: (doc: Doc) => string;
    readonly indexes?: Readonly<Record<Index, (doc: Doc) => string | readonly string[]>>;
    readonly security?: boolean;
  }): Collection<Doc, Index> => ({
    name,
    keyOf: facts.key,
    indexes: facts.indexes ?? ({} as Readonly<Record<Index, never>>),
    security: facts.security ?? true,
  });
}
