/** Whether one listed entry of an element matched. */
export interface HeardEntry {
  /** Place of the entry in its element. */
  readonly index: number;
  readonly matched: boolean;
  /** For an entry with variables: the text with their values, `undefined` when one has no value. */
  readonly resolved?: string | undefined;
}

/** Gathers what matching finds out about listed entries; with one every entry is compared, without one the first that settles the element ends the work. */
export type Hearing = HeardEntry[] | undefined;
