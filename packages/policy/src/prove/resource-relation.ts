import { globMatches } from "../pattern/glob.ts";
import type { ResourceAtom, ResourcePattern } from "./atom.ts";
import { closedTail } from "./closed-tail.ts";
import type { Frame } from "./frame.ts";
import { relationOf } from "./glob-relation.ts";

/** Whether all or no resources of a frame match, when that can be told at a glance. */
export function resourceRelation(frame: Frame, atom: ResourceAtom): boolean | undefined {
  if (frame.known.has(atom.id)) return frame.known.get(atom.id);
  const answer = relate(frame, atom);
  frame.known.set(atom.id, answer);
  return answer;
}

function relate(frame: Frame, { patterns }: ResourceAtom): boolean | undefined {
  let answer: boolean | undefined = false;
  for (const pattern of patterns) {
    const relation = relatePattern(frame, pattern);
    if (relation === true) return true;
    if (relation === undefined) answer = undefined;
  }
  return answer;
}

function relatePattern({ fields }: Frame, pattern: ResourcePattern): boolean | undefined {
  if (pattern.kind === "any") return true;
  if (fields === undefined) return pattern.kind === "text" && globMatches(pattern.glob, "*");
  if (pattern.kind === "text") return relationOf({ kind: "prefix", text: "arn:" }, pattern.glob);
  const tail = closedTail(pattern.tail);
  let answer: boolean | undefined = tail === undefined ? undefined : true;
  for (const [index, glob] of (tail === undefined ? pattern.head : [...pattern.head, tail]).entries()) {
    const universe = fields[index];
    const relation = universe && relationOf(universe, glob);
    if (relation === false) return false;
    if (relation === undefined) answer = undefined;
  }
  return answer;
}
