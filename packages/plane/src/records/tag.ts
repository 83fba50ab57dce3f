/** A tag as the plane keeps it; order is the order of arrival. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}
