import { addressTexts } from "./address-texts.ts";
import { dateTexts } from "./date-texts.ts";
import { guesses } from "./example-text.ts";
import { found, none, unknown, type Found } from "./found.ts";
import type { TextLiteral, TextPattern } from "./literals.ts";
import { numberTexts } from "./number-texts.ts";
import { findShortestText } from "./shortest-text.ts";
import { textHolds } from "./text-holds.ts";

/** The families of patterns that are decided together: texts character by character, the others by measure. */
type Family = "text" | "number" | "date" | "address";

const families: Readonly<Record<TextPattern["kind"], Family>> = {
  glob: "text",
  ignoreCase: "text",
  arn: "text",
  boolean: "text",
  binary: "text",
  never: "text",
  number: "number",
  date: "date",
  ip: "address",
  address: "address",
};

type Measured = Exclude<Family, "text">;

const measuredFamilies: readonly Measured[] = ["number", "date", "address"];

/** Texts that stand in the possible ways to the patterns of a family, and whether in every possible way. */
interface Candidates {
  readonly texts: Iterable<string>;
  readonly complete: boolean;
}

/** Texts that are no number, no date and no address. */
const unmeasured = ["x", "other", "-"] as const;

/** Whether a literal holds a number, a date or an address. */
export function isMeasured({ any }: TextLiteral): boolean {
  return any.some(({ kind }) => families[kind] !== "text");
}

/** Whether nothing but a number, a date or an address satisfies a literal, so not the empty text. */
export function isMeasure({ any, holds }: TextLiteral): boolean {
  return holds && any.every(({ kind }) => families[kind] !== "text");
}

/** A text that satisfies literals some of which measure: exact for one family, else by candidates of each. */
export function findMeasuredText(literals: readonly TextLiteral[]): Found<string> {
  for (const text of candidatesOf(literals)) if (textHolds(literals, text)) return found(text);
  if (measuredFamilies.some((family) => isImpossible(literals, family))) return none;
  const answer = findShortestText(asSteps(literals));
  if (answer.kind !== "found" || textHolds(literals, answer.value)) return answer;
  return unknown("texts, numbers, dates or addresses are asked of the same value");
}

function* candidatesOf(literals: readonly TextLiteral[]): Generator<string> {
  for (const family of measuredFamilies) yield* measured[family](patternsOf(literals, family)).texts;
  yield* unmeasured;
  yield* guesses(literals.filter(({ holds }) => holds).map(({ any }) => any));
}

/** Whether no text satisfies what the literals ask of one family. */
function isImpossible(literals: readonly TextLiteral[], family: Measured): boolean {
  const own = literals.flatMap((literal) => projected(literal, family));
  if (own.length === 0) return false;
  const { texts, complete } = measured[family](patternsOf(own, family));
  // Where this family is all that was asked of, its texts have been tried.
  return complete && (isAllOf(family, literals) || ![...texts, ...unmeasured].some((text) => textHolds(own, text)));
}

function isAllOf(family: Measured, literals: readonly TextLiteral[]): boolean {
  return literals.every(({ any }) => any.every(({ kind }) => kind === "never" || families[kind] === family));
}

/** What a literal asks of one family: nothing when a pattern of another family will do as well. */
function projected({ any, holds }: TextLiteral, family: Measured): readonly TextLiteral[] {
  const real = any.filter(({ kind }) => kind !== "never");
  const own = real.filter(({ kind }) => families[kind] === family);
  return own.length === 0 || (holds && own.length < real.length) ? [] : [{ any: own, holds }];
}

/** The literals as far as they can be followed character by character: they let through at least the same texts. */
function asSteps(literals: readonly TextLiteral[]): readonly TextLiteral[] {
  return literals.map(({ any, holds }) => ({
    any: holds ? any : any.filter(({ kind }) => families[kind] === "text"),
    holds,
  }));
}

function patternsOf(literals: readonly TextLiteral[], family: Measured): readonly TextPattern[] {
  return literals.flatMap(({ any }) => any.filter(({ kind }) => families[kind] === family));
}

const nothing: Candidates = { texts: [], complete: true };

const measured: Readonly<Record<Measured, (patterns: readonly TextPattern[]) => Candidates>> = {
  number: (patterns) => {
    const values = patterns.flatMap((pattern) => (pattern.kind === "number" ? [pattern.value] : []));
    return values.length === 0 ? nothing : { texts: numberTexts(values), complete: true };
  },
  date: (patterns) => {
    const values = patterns.flatMap((pattern) => (pattern.kind === "date" ? [pattern.value] : []));
    return values.length === 0 ? nothing : dateTexts(values);
  },
  address: (patterns) => {
    if (patterns.length === 0) return nothing;
    const ranges = patterns.flatMap((pattern) => (pattern.kind === "ip" ? [pattern.range] : []));
    return { texts: addressTexts(ranges), complete: true };
  },
};
