import { found, none, unknown, type Found } from "./found.ts";
import type { TextLiteral, TextPattern } from "./literals.ts";
import { textMatches } from "./text-holds.ts";
import { accepts, advance, layTrack, needed, nextCodes, type Track } from "./track.ts";

/** How many places in the texts are visited before the search gives up. */
const budget = 20_000;

/** A text so far, and the places in the patterns that it may have led to. */
interface Node {
  readonly places: readonly number[];
  readonly length: number;
  readonly code: number;
  readonly before: Node | undefined;
}

const otherLetters = unknown("letters beyond ASCII are compared without regard to case");

/**
 * A shortest text that satisfies every literal as far as the steps of its patterns tell, which take numbers, dates
 * and addresses as any text of their characters: a search, best first, through the product of the automata of the
 * patterns.
 */
export function findShortestText(literals: readonly TextLiteral[]): Found<string> {
  const track = layTrack(literals);
  if (track === undefined) return unknown("a pattern holds half a character");
  const queue = new Queue();
  const seen = new Set<string>();
  const rest = needed(track, track.initial);
  if (rest !== undefined) queue.push({ places: track.initial, length: 0, code: 0, before: undefined }, rest);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const key = node.places.join();
    if (seen.has(key)) continue;
    if (seen.size >= budget) return unknown("the patterns are too many to be searched together");
    seen.add(key);
    if (accepts(track, node.places)) return confirmed(literals, textOf(node));
    for (const code of nextCodes(track, node.places)) push(queue, track, node, code);
  }
  return literals.some(leavesLettersOut) ? otherLetters : none;
}

/** Steps know one capital of each letter beyond ASCII; there may be more. */
function leavesLettersOut({ any, holds }: TextLiteral): boolean {
  return holds && any.some(isOtherFolding);
}

/** A text that the steps lead to has letters that they do not know only where such letters are forbidden. */
function confirmed(literals: readonly TextLiteral[], text: string): Found<string> {
  const forbidden = literals.some(
    ({ any, holds }) => !holds && any.some((pattern) => isOtherFolding(pattern) && textMatches(pattern, text)),
  );
  return forbidden ? otherLetters : found(text);
}

function isOtherFolding(pattern: TextPattern): boolean {
  return pattern.kind === "ignoreCase" && /[^\0-\x7f]/.test(pattern.text);
}

function push(queue: Queue, track: Track, before: Node, code: number): void {
  const places = advance(track, before.places, code);
  const rest = places === undefined ? undefined : needed(track, places);
  if (places === undefined || rest === undefined) return;
  const length = before.length + 1;
  queue.push({ places, length, code, before }, length + rest);
}

/** Nodes by the length that their text has at least in the end; of equals the latest comes first. */
class Queue {
  readonly #byLength: Node[][] = [];
  #shortest = 0;

  push(node: Node, length: number): void {
    (this.#byLength[length] ??= []).push(node);
    if (length < this.#shortest) this.#shortest = length;
  }

  pop(): Node | undefined {
    for (; this.#shortest < this.#byLength.length; this.#shortest += 1) {
      const node = this.#byLength[this.#shortest]?.pop();
      if (node !== undefined) return node;
    }
    return undefined;
  }
}

function textOf(last: Node): string {
  const codes: number[] = [];
  for (let node: Node | undefined = last; node?.before !== undefined; node = node.before) codes.push(node.code);
  return codes
    .toReversed()
    .map((code) => String.fromCodePoint(code))
    .join("");
}
