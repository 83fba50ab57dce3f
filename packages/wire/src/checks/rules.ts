import type { CompilePattern, ShapeConstraint } from "./constraints.ts";

/** One demand on a value, with AWS's words for it. */
export interface Rule {
  readonly words: string;
  readonly holds: (value: unknown) => boolean;
}

/** The demands of a constraint on the value itself, in AWS's order: most, least, pattern, enum. */
export function rulesOf(constraint: ShapeConstraint | undefined, compilePattern: CompilePattern): readonly Rule[] {
  if (constraint === undefined || constraint.type === "structure") {
    return [];
  }
  const bounds = boundRules(constraint, constraint.type === "number" ? "value" : "length");
  return constraint.type === "string" ? [...bounds, ...textRules(constraint, compilePattern)] : bounds;
}

function boundRules({ min, max }: { readonly min?: number; readonly max?: number }, what: "value" | "length"): Rule[] {
  const rules: Rule[] = [];
  if (max !== undefined) {
    const words = `Member must have ${what} less than or equal to ${max}`;
    rules.push({ words, holds: (value) => sizeOf(value, max) <= max });
  }
  if (min !== undefined) {
    const words = `Member must have ${what} greater than or equal to ${min}`;
    rules.push({ words, holds: (value) => sizeOf(value, min) >= min });
  }
  return rules;
}

function textRules(
  { pattern, enum: values }: Extract<ShapeConstraint, { readonly type: "string" }>,
  compilePattern: CompilePattern,
): Rule[] {
  const rules: Rule[] = [];
  const expression = pattern === undefined ? undefined : compilePattern(pattern);
  if (expression !== undefined) {
    const words = `Member must satisfy regular expression pattern: ${pattern}`;
    rules.push({ words, holds: (value) => typeof value !== "string" || expression.test(value) });
  }
  if (values !== undefined) {
    const known = new Set<unknown>(values);
    const words = `Member must satisfy enum value set: [${values.join(", ")}]`;
    rules.push({ words, holds: (value) => known.has(value) });
  }
  return rules;
}

/** A number itself, or the number of characters, bytes, items or entries; characters are only counted near the bound. */
function sizeOf(value: unknown, bound: number): number {
  if (typeof value === "string") {
    return value.length < bound || value.length > 2 * bound ? value.length : Array.from(value).length;
  }
  if (value instanceof Uint8Array) {
    return value.byteLength;
  }
  if (Array.isArray(value)) {
    return value.length;
  }
  return typeof value === "object" && value !== null ? Object.keys(value).length : Number(value);
}
