import { anyRun, type GlobPart } from "../../pattern/glob.ts";
import { isVariable, parseTemplate } from "../../pattern/template.ts";

/** The pieces of a field of an ARN in a policy; a variable stands for any text. */
export function fieldParts(text: string): readonly GlobPart[] {
  return parseTemplate(text, { variables: true, wildcards: true }).map((part) => (isVariable(part) ? anyRun : part));
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
