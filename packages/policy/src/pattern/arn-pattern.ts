import type { IncompleteArn } from "../document/kind-rules.ts";
import type { Arn } from "./arn.ts";
import { compileGlob, globMatches, parseGlob, type Glob, type GlobPart } from "./glob.ts";

/** A pattern for each field of an ARN; a star never crosses from one field into another. */
export interface ArnPattern {
  readonly partition: Glob;
  readonly service: Glob;
  readonly region: Glob;
  readonly accountId: Glob;
  readonly resource: Glob;
}

/** The fields of an ARN pattern as text; `${…}` is kept whole although its key has a colon. */
export function splitArnPattern(text: string): readonly string[] {
  const fields: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length && fields.length < 5; at += 1) {
    if (text.startsWith("${", at)) at = skipVariable(text, at);
    if (text.charCodeAt(at) !== 0x3a) continue;
    fields.push(text.slice(start, at));
    start = at + 1;
  }
  fields.push(text.slice(start));
  return fields;
}

function skipVariable(text: string, at: number): number {
  const close = text.indexOf("}", at);
  return close === -1 ? at : close;
}

/** The six fields that an ARN of fewer fields stands for in this kind of policy, or undefined when for none. */
export function completeFields(fields: readonly string[], rule: IncompleteArn): readonly string[] | undefined {
  if (fields.length === 6) return fields;
  if (rule === "reject" || (rule === "expandIfWildcard" && !/[*?]$/.test(fields.at(-1) ?? ""))) return undefined;
  return [...fields, ...Array.from({ length: 6 - fields.length }, () => "*")];
}

/** Splits the pieces of a pattern into fields at the first five colons of its literal text. */
export function splitParts(parts: readonly GlobPart[]): readonly (readonly GlobPart[])[] {
  const fields: GlobPart[][] = [];
  let field: GlobPart[] = [];
  for (const part of parts) {
    const [first = part, ...rest] = typeof part === "string" ? splitText(part, 5 - fields.length) : [];
    field.push(first);
    for (const piece of rest) {
      fields.push(field);
      field = [piece];
    }
  }
  return [...fields, field];
}

function splitText(text: string, atMost: number): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let colon = text.indexOf(":"); colon !== -1 && pieces.length < atMost; colon = text.indexOf(":", start)) {
    pieces.push(text.slice(start, colon));
    start = colon + 1;
  }
  return [...pieces, text.slice(start)];
}

/** Compiles a pattern of six fields beginning with `arn`, or undefined for any other text. */
export function compileArnPattern(parts: readonly GlobPart[]): ArnPattern | undefined {
  const [prefix, ...fields] = splitParts(parts).map(compileGlob);
  const [partition, service, region, accountId, resource] = fields;
  if (prefix?.kind !== "exact" || prefix.text !== "arn") return undefined;
  if (!partition || !service || !region || !accountId || !resource) return undefined;
  return { partition, service, region, accountId, resource };
}

/** Whether the first five fields match. */
export function headMatches(pattern: Omit<ArnPattern, "resource">, arn: Arn): boolean {
  return (
    globMatches(pattern.service, arn.service) &&
    globMatches(pattern.accountId, arn.accountId) &&
    globMatches(pattern.region, arn.region) &&
    globMatches(pattern.partition, arn.partition)
  );
}

/** Whether every field matches. */
export function arnMatches(pattern: ArnPattern, arn: Arn): boolean {
  return headMatches(pattern, arn) && globMatches(pattern.resource, arn.resource);
}

/** The glob of one field of plain text. */
export function fieldGlob(text: string): Glob {
  return compileGlob(parseGlob(text));
}
