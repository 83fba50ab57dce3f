import { anyRun, type GlobPart } from "../pattern/glob.ts";
import { isVariable, type TemplatePart } from "../pattern/template.ts";
import type { OpenText } from "./atom.ts";
import { keyOf, type Standpoint } from "./standpoint.ts";

/** Puts the known values of variables in; undefined when a variable is known to have no value. */
export function bindText(template: readonly TemplatePart[], standpoint: Standpoint): OpenText | undefined {
  if (!template.some(isVariable)) return { parts: template, open: [] };
  const parts: TemplatePart[] = [];
  const open: string[] = [];
  for (const part of template) {
    const bound = isVariable(part) ? bindVariable(part, standpoint) : part;
    if (bound === undefined) return undefined;
    if (isVariable(bound)) open.push(keyOf(bound.key));
    parts.push(bound);
  }
  return { parts, open };
}

function bindVariable(variable: Extract<TemplatePart, object>, standpoint: Standpoint): TemplatePart | undefined {
  const settled = standpoint.settledOf(keyOf(variable.key));
  if (settled === undefined) return variable;
  return typeof settled.value === "string" ? settled.value : variable.fallback;
}

/** Values of variables by key in lower case; undefined stands for none. A key that is not listed stays open. */
export type VariableValues = ReadonlyMap<string, string | undefined>;

/** Puts values in; undefined when a variable has neither value nor default. */
export function withValues(text: OpenText, values: VariableValues): OpenText | undefined {
  if (!text.open.some((key) => values.has(key))) return text;
  const parts: TemplatePart[] = [];
  for (const part of text.parts) {
    const listed = isVariable(part) && values.has(keyOf(part.key));
    const value = listed ? (values.get(keyOf(part.key)) ?? part.fallback) : part;
    if (value === undefined) return undefined;
    parts.push(value);
  }
  return { parts, open: text.open.filter((key) => !values.has(key)) };
}

/** The pieces of a text with any text in place of what is open. */
export function widened({ parts }: OpenText): readonly GlobPart[] {
  return parts.map((part) => (isVariable(part) ? anyRun : part));
}

/** The parts of a text without open variables. */
export function closedParts(text: OpenText): readonly GlobPart[] {
  return text.parts.filter((part): part is GlobPart => !isVariable(part));
}
