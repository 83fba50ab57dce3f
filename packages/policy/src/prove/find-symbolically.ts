import { anyOne, type Glob } from "../pattern/glob.ts";
import { isVariable } from "../pattern/template.ts";
import type { OpenText, ResourcePattern } from "./atom.ts";
import type { VariableValues } from "./bind-text.ts";
import { findResource, type ResourceLiteral } from "./find-resource.ts";
import { none, type Found } from "./find/found.ts";
import type { Frame } from "./frame.ts";

/**
 * A resource that satisfies every literal, or the certainty that there is none whatever the open variables hold.
 * Where taking a variable for anything finds one, a variable of the pattern to be matched is taken for a character
 * that occurs nowhere else. If then nothing matches it and misses the others, no value of the variable helps: a text
 * that matches with the character matches with the value in its place.
 */
export function findSymbolically(
  frame: Frame,
  literals: readonly ResourceLiteral[],
  values: VariableValues,
): Found<string> {
  const answer = findResource(frame, literals, values);
  if (answer.kind !== "found") return answer;
  const varying = literals.filter(({ atom, holds }) => holds && atom.open.some((key) => !values.has(key)));
  return varying.some((literal) => isOutOfReach(frame, literal, literals, values)) ? none : answer;
}

/** Whether none of the patterns of a literal can be matched. */
function isOutOfReach(
  frame: Frame,
  literal: ResourceLiteral,
  literals: readonly ResourceLiteral[],
  values: VariableValues,
): boolean {
  return literal.atom.patterns.every((pattern) => {
    const alone = { atom: { ...literal.atom, patterns: [pattern] }, holds: true };
    const open = pattern.kind === "arn" ? pattern.tail.open.filter((key) => !values.has(key)) : [];
    // A variable with a default has another value where the same variable elsewhere has none.
    if (pattern.kind === "arn" && hasDefault(pattern.tail)) return false;
    if (open.length === 0) return findResource(frame, [...literals, alone], values).kind === "none";
    const symbols = open.map((key, index) => [key, String.fromCharCode(firstSymbol + index)] as const);
    const missed = literals.filter(({ holds }) => !holds).map(withoutSingles);
    return findResource(anyRest(frame), [...missed, alone], new Map([...values, ...symbols])).kind === "none";
  });
}

/** The first of the characters that Unicode leaves to private use. */
const firstSymbol = 0xe000;
const anything: Glob = { kind: "any" };

/** What literals say of the rest of the ARN may be in the value of a variable, so nothing is asked of it. */
function anyRest(frame: Frame): Frame {
  if (frame.fields === undefined) return frame;
  const [partition, service, region, account] = frame.fields;
  return { ...frame, fields: [partition, service, region, account, anything], known: new Map() };
}

/** Without patterns of single characters, for `?` matches the character but not any value. */
function withoutSingles({ atom, holds }: ResourceLiteral): ResourceLiteral {
  const hasSingle = ({ parts }: OpenText): boolean => parts.includes(anyOne);
  const counts = (pattern: ResourcePattern): boolean => pattern.kind !== "arn" || !hasSingle(pattern.tail);
  return { atom: { ...atom, patterns: atom.patterns.filter(counts) }, holds };
}

function hasDefault({ parts }: OpenText): boolean {
  return parts.some((part) => isVariable(part) && part.fallback !== undefined);
}
