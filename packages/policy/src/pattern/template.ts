import { anyOne, anyRun, parseGlob, type GlobPart } from "./glob.ts";

/** A policy variable: `${key}` or `${key, 'default'}`. */
export interface Variable {
  /** The context key in lower case. */
  readonly key: string;
  readonly fallback?: string;
}

/** A piece of a template: a piece of a pattern, or a variable. */
export type TemplatePart = GlobPart | Variable;

/** Which marks mean something in a text. */
export interface TemplateSyntax {
  /** `${…}` is a variable or an escaped character. */
  readonly variables: boolean;
  /** `*` and `?` are wildcards. */
  readonly wildcards: boolean;
}

/** Looks a context key up; undefined when it is absent or has several values. */
export type VariableLookup = (key: string) => string | undefined;

/** The characters written `${*}`, `${?}` and `${$}` stand for themselves. */
const escapes: ReadonlySet<string> = new Set(["*", "?", "$"]);

/** Takes a text apart into literals, wildcards and variables. */
export function parseTemplate(text: string, syntax: TemplateSyntax): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let start = 0;
  for (let at = syntax.variables ? text.indexOf("${") : -1; at !== -1; at = text.indexOf("${", start)) {
    const close = closingBrace(text, at);
    if (close === -1) break;
    parts.push(...plainParts(text.slice(start, at), syntax), parseVariable(text.slice(at + 2, close)));
    start = close + 1;
  }
  return [...parts, ...plainParts(text.slice(start), syntax)];
}

/** Whether a piece is a variable. */
export function isVariable(part: TemplatePart): part is Variable {
  return typeof part === "object";
}

/** The literal text of pieces, wildcards as the characters they are written with. */
export function literalText(parts: readonly GlobPart[]): string {
  return parts.map((part) => (part === anyRun ? "*" : part === anyOne ? "?" : part)).join("");
}

function plainParts(text: string, syntax: TemplateSyntax): readonly GlobPart[] {
  if (syntax.wildcards) return parseGlob(text);
  return text === "" ? [] : [text];
}

/** The brace that ends a variable; one inside the quoted default does not. */
function closingBrace(text: string, at: number): number {
  const comma = text.indexOf(",", at);
  const brace = text.indexOf("}", at);
  if (comma === -1 || brace === -1 || comma > brace) return brace;
  const quoted = /^,\s?'[^']*'\}/.exec(text.slice(comma));
  return quoted === null ? brace : comma + quoted[0].length - 1;
}

function parseVariable(inside: string): TemplatePart {
  if (escapes.has(inside)) return inside;
  const parts = /^([^,]*),\s?'([^']*)'$/.exec(inside);
  if (parts === null) return { key: inside.toLowerCase() };
  return { key: (parts[1] ?? "").toLowerCase(), fallback: parts[2] ?? "" };
}
