import { isMap, isScalar, isSeq } from "yaml";
import { inserted, lineStart, nextLine, pairsOf, pairsUnder, type PlacedPair, spliced } from "./yaml-places.ts";

/** The text of an access file in which a permission set never gives a task; nothing else is touched. */
export function addNever(text: string, permissionSet: string, task: string): string | undefined {
  const set = pairsUnder(text, ["permission-sets"]).find(({ key }) => key === permissionSet);
  if (set === undefined || !isMap(set.value)) return undefined;
  const pairs = pairsOf(set.value);
  const never = pairs.find(({ key }) => key === "never");
  if (never !== undefined) return addToList(text, never, scalar(task));
  if (set.value.flow === true) return inserted(text, lastOf(text, set.end), `, never: [${scalar(task)}]`);
  return addLine(text, pairs, `never: [${scalar(task)}]`);
}

function addToList(text: string, { value, end, start }: PlacedPair, task: string): string | undefined {
  if (isScalar(value) && value.range != null) {
    const [from, to] = value.range;
    return spliced(text, from, to, `[${text.slice(from, to)}, ${task}]`);
  }
  if (!isSeq(value)) return undefined;
  if (value.flow === true) return inserted(text, lastOf(text, end), value.items.length === 0 ? task : `, ${task}`);
  const first = value.range?.[0] ?? start;
  return inserted(text, first, `- ${task}\n${" ".repeat(first - lineStart(text, first))}`);
}

/** Behind the last item before a closing bracket, and before a comma that follows it. */
function lastOf(text: string, end: number): number {
  return text.slice(0, end - 1).replace(/[\s,]+$/, "").length;
}

/** A line of its own behind what the set gives. */
function addLine(text: string, pairs: readonly PlacedPair[], line: string): string | undefined {
  const at = pairs.findLastIndex(({ key }) => key === "use" || key === "role");
  const [given, next] = [pairs[at], pairs[at + 1]];
  if (given === undefined) return undefined;
  const indent = " ".repeat(given.start - lineStart(text, given.start));
  if (next !== undefined) return inserted(text, next.start, `${line}\n${indent}`);
  const after = text[given.end - 1] === "\n" ? given.end : nextLine(text, given.end);
  return inserted(text, after, `${text[after - 1] === "\n" ? "" : "\n"}${indent}${line}\n`);
}

/** A name as a plain scalar if it may be one. */
function scalar(name: string): string {
  return /^[A-Za-z][\w .-]*$/.test(name) ? name : JSON.stringify(name);
}
