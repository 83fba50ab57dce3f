import { NumericValue, nv } from "@smithy/core/serde";

/** A decimal of any size, in the SDK's representation. */
export function parseBigDecimal(text: string): NumericValue | undefined {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? nv(text) : undefined;
}

/** An integer of any size. */
export function parseBigInteger(text: string): bigint | undefined {
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}

/** The digits of a number of any size. */
export function printBig(value: unknown): string {
  return value instanceof NumericValue ? value.string : String(value);
}
