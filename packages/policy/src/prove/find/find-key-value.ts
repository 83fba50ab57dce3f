import type { ContextValue } from "../../request/request.ts";
import { findText } from "./find-text.ts";
import { found, none, unknown, type Found } from "./found.ts";
import type { KeyLiteral, KeyShape, TextLiteral } from "./literals.ts";
import { someMatch, textHolds } from "./text-holds.ts";

type FoundValue = Found<ContextValue | undefined>;

/** What the elements of a list have to be: all of them, and one of them for each wish. */
interface ListWish {
  readonly every: TextLiteral[];
  readonly some: TextLiteral[];
}

/**
 * A value of one context key (undefined: absent) that satisfies every literal, as a condition of a statement
 * compares it. Tries the simplest first: absent, one text, the empty text, a list.
 */
export function findKeyValue(literals: readonly KeyLiteral[], shape: KeyShape): FoundValue {
  if (shape.absent && absentHolds(literals, true)) return found(undefined);
  let reason: string | undefined;
  for (const search of searches) {
    const answer = search(literals, shape);
    if (answer.kind === "found") return answer;
    if (answer.kind === "unknown") reason ??= answer.reason;
  }
  return reason === undefined ? none : unknown(reason);
}

const searches: readonly ((literals: readonly KeyLiteral[], shape: KeyShape) => FoundValue)[] = [
  findSingle,
  tryEmptyText,
  tryEmptyList,
  findList,
];

function findSingle(literals: readonly KeyLiteral[], shape: KeyShape): FoundValue {
  if (!shape.single) return none;
  const texts: TextLiteral[] = [...(shape.alsoLiterals ?? [])];
  for (const literal of literals) {
    if (literal.operator.type !== "null") texts.push(ofOneText(literal));
    else if (!nullHolds(literal, false)) return none;
  }
  return findText(texts, wantedOf(shape));
}

function tryEmptyText(literals: readonly KeyLiteral[], shape: KeyShape): FoundValue {
  if (!shape.single || !textHolds(shape.alsoLiterals ?? [], "")) return none;
  return literals.every(emptyTextHolds) ? found("") : none;
}

function tryEmptyList(literals: readonly KeyLiteral[], shape: KeyShape): FoundValue {
  return shape.list && absentHolds(literals, false) ? found([]) : none;
}

function findList(literals: readonly KeyLiteral[], shape: KeyShape): FoundValue {
  if (!shape.list) return none;
  const wish: ListWish = { every: [...(shape.alsoLiterals ?? [])], some: [] };
  for (const literal of literals) if (!addToList(wish, literal)) return none;
  return findElements(wish, shape);
}

/** Adds what a literal asks of the elements of a list that is not empty; false when no list can satisfy it. */
function addToList(wish: ListWish, literal: KeyLiteral): boolean {
  if (literal.operator.type === "null") return nullHolds(literal, false);
  // A plain operator never holds for a list.
  if (literal.qualifier === undefined) return !literal.holds;
  const ofEach = literal.holds === (literal.qualifier === "ForAllValues");
  (ofEach ? wish.every : wish.some).push(ofOneText(literal));
  return true;
}

function findElements({ every, some }: ListWish, shape: KeyShape): FoundValue {
  if (some.length === 0) return listOf(findElement(every, shape));
  const elements: string[] = [];
  let open: FoundValue | undefined;
  for (const one of some) {
    if (elements.some((element) => textHolds([one], element))) continue;
    const answer = findElement([...every, one], shape);
    if (answer.kind === "found") elements.push(answer.value);
    else if (answer.kind === "none") return none;
    else open ??= answer;
  }
  return open ?? found(elements);
}

function listOf(element: Found<string>): FoundValue {
  return element.kind === "found" ? found([element.value]) : element;
}

/** An element of a list: a text that is not empty where one will do. */
function findElement(literals: readonly TextLiteral[], shape: KeyShape): Found<string> {
  const answer = findText(literals, wantedOf(shape));
  if (answer.kind !== "found" && textHolds(literals, "")) return found("");
  return answer;
}

function wantedOf({ prefer }: KeyShape): { readonly nonEmpty: true; readonly prefer?: readonly string[] } {
  return prefer === undefined ? nonEmpty : { nonEmpty: true, prefer };
}

const nonEmpty = { nonEmpty: true } as const;

/** What a literal asks of one text that is not empty, with or without a set qualifier. */
function ofOneText({ operator, tests, holds }: KeyLiteral): TextLiteral {
  return { any: tests, holds: holds !== operator.negated };
}

/** Whether every literal is satisfied without any value: by an absent key, or by an empty list. */
function absentHolds(literals: readonly KeyLiteral[], absent: boolean): boolean {
  for (const literal of literals) if (absentOutcome(literal, absent) !== literal.holds) return false;
  return true;
}

function absentOutcome({ operator, qualifier, ifExists, tests }: KeyLiteral, absent: boolean): boolean {
  if (operator.type === "null") return someMatch(tests, "true");
  if (qualifier === undefined) return ifExists || operator.negated;
  return qualifier === "ForAllValues" || (ifExists && absent);
}

/** An empty text is no value to `Null` and the set operators, and a text to the others. */
function emptyTextHolds(literal: KeyLiteral): boolean {
  const { operator, qualifier, tests, holds } = literal;
  if (operator.type === "null") return nullHolds(literal, true);
  if (qualifier !== undefined) return (qualifier === "ForAllValues") === holds;
  return (someMatch(tests, "") !== operator.negated) === holds;
}

function nullHolds({ tests, holds }: KeyLiteral, isNull: boolean): boolean {
  return someMatch(tests, String(isNull)) === holds;
}
