/** Gives the bytes of one data file: the whole file, or `length` bytes of it from `offset` on. */
export type CatalogReader = (file: string, offset?: number, length?: number) => Uint8Array;

/** Like {@link CatalogReader}, as text. */
export type TextReader = (file: string, offset?: number, length?: number) => string;
