import { parseNumber } from "../../condition/number.ts";

/** Texts of numbers that stand in every possible way to the listed ones, whole numbers where they will do. */
export function numberTexts(listed: readonly number[]): readonly string[] {
  const cuts = [...new Set(listed.map((value) => value + 0))].toSorted((a, b) => a - b);
  const [least = 0, most = 0] = [cuts[0], cuts.at(-1)];
  const values = [...cuts, ...between(cuts), above(most), below(least)];
  return values.filter((value) => !Number.isNaN(value)).flatMap(spellings);
}

/** The next number that a double can hold. */
export function nextUp(value: number): number {
  if (!Number.isFinite(value)) return value === Number.NEGATIVE_INFINITY ? -Number.MAX_VALUE : value;
  if (value === 0) return Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

function between(cuts: readonly number[]): readonly number[] {
  return cuts.slice(1).flatMap((high, index) => {
    const low = cuts[index] ?? high;
    const whole = Math.floor(low) + 1;
    if (whole > low && whole < high) return [whole];
    const middle = low / 2 + high / 2;
    const value = middle > low && middle < high ? middle : nextUp(low);
    return value < high ? [value] : [];
  });
}

function above(most: number): number {
  return most + 1 > most ? Math.floor(most) + 1 : nextUp(most);
}

function below(least: number): number {
  return least - 1 < least ? Math.ceil(least) - 1 : -nextUp(-least);
}

/** A number as usual, and otherwise in case that very text is not wanted. */
function spellings(value: number): readonly string[] {
  if (!Number.isFinite(value)) return [value > 0 ? "1e999" : "-1e999"];
  const text = String(value);
  const others = text.includes("e") ? [] : text.includes(".") ? [`${text}0`] : [`${text}.0`];
  return [text, ...others].filter((spelling) => parseNumber(spelling) === value);
}
