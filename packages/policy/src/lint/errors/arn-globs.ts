import { anyRun, type GlobPart } from "../../pattern/glob.ts";
import { globsMeet } from "../../pattern/globs-meet.ts";
import { isVariable, parseTemplate } from "../../pattern/template.ts";

/** The pieces of a field of an ARN in a policy; a variable stands for any text. */
export function fieldParts(text: string): readonly GlobPart[] {
  return parseTemplate(text, { variables: true, wildcards: true }).map((part) => (isVariable(part) ? anyRun : part));
}

/** Whether some text fits both patterns: told by how they begin where a star follows, as it mostly does. */
export function partsMeet(left: readonly GlobPart[], right: readonly GlobPart[]): boolean {
  const [open, other] = isOpenEnded(right) ? [right, left] : [left, right];
  const [start] = open;
  const [head, next] = other;
  if (!isOpenEnded(open)) return globsMeet(left, right);
  if (start === anyRun) return true;
  if (typeof start !== "string" || typeof head !== "string") return globsMeet(left, right);
  if (head.startsWith(start)) return true;
  return start.startsWith(head) && (next === anyRun || globsMeet(left, right));
}

/** Whether the pattern is a star, or text with a star behind it. */
function isOpenEnded(parts: readonly GlobPart[]): boolean {
  const [start, end] = parts;
  return (
    (start === anyRun && parts.length === 1) || (typeof start === "string" && end === anyRun && parts.length === 2)
  );
}

/** The pieces of a field of a catalogue's ARN, whose `${Placeholder}`s stand for any text. */
export function templateParts(text: string): readonly GlobPart[] {
  const parts: GlobPart[] = [];
  for (const [at, literal] of text.split(/\$\{[^}]*\}/).entries()) {
    if (at > 0) parts.push(anyRun);
    if (literal !== "") parts.push(...fieldParts(literal));
  }
  return parts;
}
