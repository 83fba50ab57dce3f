import { parseDate } from "../../condition/date.ts";
import { remember } from "./remember.ts";
import { nextUp } from "./number-texts.ts";

/** Texts of moments that stand in the possible ways to the listed ones, and whether in every possible way. */
export interface DateTexts {
  readonly texts: readonly string[];
  readonly complete: boolean;
}

const second = 1_000;
const day = 86_400_000;
/** The last and the first moment that can be written, both as epoch seconds. */
const last = { text: "9223372036854775807", value: 2 ** 63 * 1_000 };
const first = { text: "-9999999999999999999", value: -1e19 * 1_000 };

/** Texts of moments, in milliseconds since 1970, around the listed ones. */
export function dateTexts(listed: readonly number[]): DateTexts {
  const cuts = [...new Set(listed)].toSorted((a, b) => a - b);
  const [least = 0, most = 0] = [cuts[0], cuts.at(-1)];
  const groups = [...cuts.map(spellings), ...cuts.slice(1).map((high, index) => between(cuts[index] ?? high, high))];
  const outside = [...after(most), ...before(least)];
  return { texts: [...groups.flat(), ...outside], complete: groups.every((group) => group.length > 0) };
}

const nothingBetween = ["x"];

function between(low: number, high: number): readonly string[] {
  if (nextUp(low) >= high) return nothingBetween;
  const steps = [low + day, low + second, Math.floor(low) + 1, low + (high - low) / 2, nextUp(low)];
  for (const value of steps) {
    const texts = value > low && value < high ? spellings(value) : [];
    if (texts.length > 0) return texts;
  }
  return [];
}

function after(most: number): readonly string[] {
  const texts = most + day > most ? spellings(Math.floor(most) + day) : [];
  return most < last.value ? [...texts, last.text] : texts;
}

function before(least: number): readonly string[] {
  const texts = least - day < least ? spellings(Math.ceil(least) - day) : [];
  return least > first.value ? [...texts, first.text] : texts;
}

/** A moment as ISO text, then as epoch seconds; none when it cannot be written exactly. */
const spellings = remember((value: number): readonly string[] => {
  const texts = [...isoTexts(value), String(value / second), `${value / second}.0`, last.text, first.text];
  return texts.filter((text) => parseDate(text) === value);
});

function isoTexts(value: number): readonly string[] {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return [];
  const iso = date.toISOString();
  const short = iso.replace(".000Z", "Z");
  return [short, iso.replace("Z", "+00:00"), iso.replace(/\.\d+Z$/, `${fractionOf(value)}Z`)];
}

/** What is beyond the whole second, to the billionth. */
function fractionOf(value: number): string {
  return ((value - Math.floor(value / second) * second) / second).toFixed(9).slice(1);
}
