/** An access file to start from. */
export interface Blueprint {
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly title: string;
  /** The access file, as it also stands in `examples/`. */
  readonly text: string;
}
