const TYPES = [
  "String",
  "ArrayOfString",
  "ARN",
  "ArrayOfARN",
  "Bool",
  "ArrayOfBool",
  "Numeric",
  "Date",
  "IPAddress",
] as const;

/** What a condition key holds; `ArrayOf…` keys hold several values. */
export type ConditionKeyType = (typeof TYPES)[number];

/** A condition key; `key` may have a placeholder, as in `aws:PrincipalTag/${TagKey}`. */
export interface ConditionKeyFacts {
  readonly key: string;
  readonly type: ConditionKeyType;
}

/** As stored: the key and the position of its type. */
export type ConditionKeyRow = readonly [key: string, type: number];

/** Makes the facts of a stored row. */
export function conditionKeyOf([key, number]: ConditionKeyRow): ConditionKeyFacts {
  const type = TYPES[number];
  if (type === undefined) throw new Error(`catalogue data are damaged: no condition key type ${number}`);
  return { key, type };
}
