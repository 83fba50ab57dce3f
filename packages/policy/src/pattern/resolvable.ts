import type { GlobPart } from "./glob.ts";
import { isVariable, literalText, type TemplatePart, type VariableLookup } from "./template.ts";

/**
 * Something made from a text that may hold variables. Without variables it is made once; with them it is made
 * again when a value differs from the last request's.
 */
export interface Resolvable<T> {
  /** The thing itself where it is the same for every request. */
  readonly fixed: T | undefined;
  /** The thing for this request, or undefined when a variable has no value. */
  resolve(lookup: VariableLookup): T | undefined;
  /** Whether it depends on the request. */
  readonly varies: boolean;
  /** The text with the values of its variables, or undefined when one has no value. */
  show(lookup: VariableLookup): string | undefined;
}

/** Prepares a text for resolving; substituted values are literal text, never wildcards. */
export function createResolvable<T>(
  template: readonly TemplatePart[],
  build: (parts: readonly GlobPart[]) => T,
): Resolvable<T> {
  const fixed = template.filter((part): part is GlobPart => !isVariable(part));
  if (fixed.length === template.length) {
    const made = build(fixed);
    return { varies: false, fixed: made, resolve: () => made, show: () => literalText(fixed) };
  }
  const show = (lookup: VariableLookup): string | undefined => {
    const parts = substitute(template, lookup);
    return parts && literalText(parts);
  };
  return { varies: true, fixed: undefined, resolve: rememberLast(template, build), show };
}

function rememberLast<T>(
  template: readonly TemplatePart[],
  build: (parts: readonly GlobPart[]) => T,
): Resolvable<T>["resolve"] {
  let last: readonly GlobPart[] | undefined;
  let made: T | undefined;
  return (lookup) => {
    const parts = substitute(template, lookup);
    if (parts === undefined) return undefined;
    if (last === undefined || parts.some((part, index) => part !== last?.[index])) made = build(parts);
    last = parts;
    return made;
  };
}

function substitute(template: readonly TemplatePart[], lookup: VariableLookup): readonly GlobPart[] | undefined {
  const parts: GlobPart[] = [];
  for (const part of template) {
    const value = isVariable(part) ? (lookup(part.key) ?? part.fallback) : part;
    if (value === undefined) return undefined;
    parts.push(value);
  }
  return parts;
}
