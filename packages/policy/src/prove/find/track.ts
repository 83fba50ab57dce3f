import type { TextLiteral } from "./literals.ts";
import { remember } from "./remember.ts";
import { stepsOf, type Step, type Steps } from "./steps.ts";

/** Characters for places where any will do, the most natural first. */
const natural = Array.from("xabcdefghijklmnopqrstuvwyz0123456789-XABCDEFGHIJKLMNOPQRSTUVWYZ", codeOf);
const colon = codeOf(":");

/** A place in a pattern: before one of its steps, or at its end. */
interface Place {
  readonly step: Step | undefined;
  /** Which literal the pattern belongs to. */
  readonly literal: number;
  /** The first place of the pattern. */
  readonly start: number;
  /** How many characters are needed at least from here to the end of the pattern. */
  readonly rest: number;
}

/** The places of all patterns of all literals, to be walked through together. */
export interface Track {
  readonly places: readonly Place[];
  readonly literals: readonly TextLiteral[];
  /** Where every text begins. */
  readonly initial: readonly number[];
}

const knownSteps = remember(stepsOf);

/** Lays the steps of all patterns out; undefined when one holds half a character. */
export function layTrack(literals: readonly TextLiteral[]): Track | undefined {
  const places: Place[] = [];
  const starts: number[] = [];
  for (const [literal, { any }] of literals.entries()) {
    for (const pattern of any) {
      const steps = knownSteps(pattern);
      if (steps === undefined) continue;
      if (steps.some(isHalf)) return undefined;
      starts.push(places.length);
      places.push(...placesOf(steps, literal, places.length));
    }
  }
  const initial: number[] = [];
  const track = { places, literals, initial };
  for (const start of starts) arrive(track, initial, start);
  return track;
}

function placesOf(steps: Steps, literal: number, start: number): readonly Place[] {
  let rest = steps.filter(({ run }) => !run).length;
  return [...steps, undefined].map((step) => {
    const place = { step, literal, start, rest };
    if (step?.run === false) rest -= 1;
    return place;
  });
}

/** Half of a character of two UTF-16 units cannot be followed character by character. */
function isHalf({ set }: Step): boolean {
  return typeof set !== "string" && set.some((code) => code >= 0xd800 && code <= 0xdfff);
}

/** The places after one more character, or undefined when a literal that must not match always will. */
export function advance(track: Track, from: readonly number[], code: number): readonly number[] | undefined {
  const next: number[] = [];
  for (const index of from) {
    const step = track.places[index]?.step;
    if (step === undefined || !takes(step, code)) continue;
    const target = step.run ? index : index + 1;
    if (isLost(track, target)) return undefined;
    arrive(track, next, target);
  }
  return next;
}

/** Adds a place and those reached from it without a character. */
function arrive(track: Track, reached: number[], index: number): void {
  const { step, start = 0 } = track.places[index] ?? {};
  const isRun = step?.run === true;
  if (!reached.includes(index)) {
    if (isRun) dropBetween(reached, start, index);
    reached.push(index);
  }
  if (isRun) arrive(track, reached, index + 1);
}

/**
 * INVARIANT: what can be matched from an earlier place can be matched from a later run as well: the runs of a field
 * of an ARN are all alike, and the colons so far tell which field it is.
 */
function dropBetween(reached: number[], start: number, end: number): void {
  for (let last = reached.at(-1); last !== undefined && last >= start && last < end; last = reached.at(-1))
    reached.pop();
}

/** A pattern that must not match has reached its closing star. */
function isLost({ places, literals }: Track, index: number): boolean {
  const { step, literal = 0 } = places[index] ?? {};
  if (step?.run !== true || step.set !== "any") return false;
  return places[index + 1]?.step === undefined && literals[literal]?.holds === false;
}

function takes({ set }: Step, code: number): boolean {
  if (set === "any") return true;
  return set === "notColon" ? code !== colon : set.includes(code);
}

/** How many characters are needed at least, or undefined when a literal that must match no longer can. */
export function needed({ places, literals }: Track, reached: readonly number[]): number | undefined {
  const least = literals.map(({ holds }) => (holds ? Number.POSITIVE_INFINITY : 0));
  for (const index of reached) {
    const { literal = 0, rest = 0 } = places[index] ?? {};
    if (rest < (least[literal] ?? 0)) least[literal] = rest;
  }
  const most = Math.max(0, ...least);
  return most === Number.POSITIVE_INFINITY ? undefined : most;
}

/** Whether the text so far satisfies every literal. */
export function accepts({ places, literals }: Track, reached: readonly number[]): boolean {
  const ended = new Set<number>();
  for (const index of reached) {
    const place = places[index];
    if (place !== undefined && place.step === undefined) ended.add(place.literal);
  }
  return literals.every(({ holds }, literal) => ended.has(literal) === holds);
}

/** The characters that lead to different places: those that are named here, and one for all others, the last. */
export function nextCodes({ places }: Track, reached: readonly number[]): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const index of reached) {
    const set = places[index]?.step?.set;
    if (set === "notColon") codes.add(colon);
    else if (set !== undefined && set !== "any") for (const code of set) codes.add(code);
  }
  return codes.add(otherCode(codes));
}

function otherCode(codes: ReadonlySet<number>): number {
  const free = natural.find((code) => !codes.has(code));
  if (free !== undefined) return free;
  let code = codeOf("\u00e0");
  while (codes.has(code)) code += 1;
  return code;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
