import { kindRules } from "../document/kind-rules.ts";
import type { PolicyKind, ResourceElement, Text } from "../document/policy-node.ts";
import type { Query } from "../request/query.ts";
import type { HeardEntry, Hearing } from "./hearing.ts";
import { completeFields, fieldGlob, headMatches, splitArnPattern, type ArnPattern } from "../pattern/arn-pattern.ts";
import { compileGlob, globMatches, globParts, type Glob } from "../pattern/glob.ts";
import { createResolvable, type Resolvable } from "../pattern/resolvable.ts";
import { parseTemplate } from "../pattern/template.ts";

/** One compiled entry of `Resource`. */
type ResourcePattern =
  | { readonly kind: "any" }
  | { readonly kind: "none" }
  | { readonly kind: "text"; readonly glob: Glob }
  | ({ readonly kind: "arn"; readonly tail: Glob } & ArnHead)
  | ({ readonly kind: "variable"; readonly tail: Resolvable<Glob> } & ArnHead);

type ArnHead = Omit<ArnPattern, "resource">;

/** A compiled `Resource` or `NotResource`. */
export interface CompiledResource {
  readonly element: ResourceElement;
  readonly patterns: readonly ResourcePattern[];
}

/** Compiles the entries once; variables are left open in the text after the fifth colon only. */
export function compileResource(element: ResourceElement, kind: PolicyKind, variables: boolean): CompiledResource {
  return { element, patterns: element.patterns.map((text) => compilePattern(text, kind, variables)) };
}

function compilePattern({ value }: Text, kind: PolicyKind, variables: boolean): ResourcePattern {
  if (value === "*") return { kind: "any" };
  const split = splitArnPattern(value);
  if (split[0] !== "arn")
    return kindRules[kind].resourcesAreArns ? { kind: "none" } : { kind: "text", glob: fieldGlob(value) };
  const fields = completeFields(split, kindRules[kind].incompleteArn);
  if (fields === undefined || (variables && fields.slice(0, 5).some((field) => field.includes("${"))))
    return { kind: "none" };
  const tail = createResolvable(parseTemplate(fields[5] ?? "", { variables, wildcards: true }), compileGlob);
  const head = fields.slice(0, 5).join(":");
  // A head without wildcards fixes the first five colons, so that the whole is one glob over the text.
  if (tail.fixed !== undefined && !/[*?]/.test(head))
    return { kind: "text", glob: compileGlob([`${head}:`, ...globParts(tail.fixed)]) };
  return tail.fixed === undefined
    ? { kind: "variable", tail, ...compileHead(fields) }
    : { kind: "arn", tail: tail.fixed, ...compileHead(fields) };
}

function compileHead([, partition = "", service = "", region = "", accountId = ""]: readonly string[]): ArnHead {
  return {
    partition: fieldGlob(partition),
    service: fieldGlob(service),
    region: fieldGlob(region),
    accountId: fieldGlob(accountId),
  };
}

/** Whether the resource of the request is one that the element speaks of. */
export function resourceMatches(resource: CompiledResource, query: Query, heard?: Hearing): boolean {
  let listed = false;
  for (let index = 0; index < resource.patterns.length; index += 1) {
    const pattern = resource.patterns[index];
    const matched = pattern !== undefined && patternMatches(pattern, query);
    if (heard !== undefined) record(resource, index, matched, query, heard);
    if (matched) listed = true;
    if (matched && heard === undefined) break;
  }
  return listed !== resource.element.negated;
}

function patternMatches(pattern: ResourcePattern, query: Query): boolean {
  switch (pattern.kind) {
    case "any":
      return true;
    case "none":
      return false;
    case "text":
      return globMatches(pattern.glob, query.resource);
    case "arn":
      return (
        query.arn !== undefined && headMatches(pattern, query.arn) && globMatches(pattern.tail, query.arn.resource)
      );
    case "variable":
      return (
        query.arn !== undefined &&
        headMatches(pattern, query.arn) &&
        variableMatches(pattern.tail, query, query.arn.resource)
      );
  }
}

/** A variable without value matches nothing. */
function variableMatches(tail: Resolvable<Glob>, query: Query, resource: string): boolean {
  const glob = tail.resolve(query.variable);
  return glob !== undefined && globMatches(glob, resource);
}

function record(resource: CompiledResource, index: number, matched: boolean, query: Query, heard: HeardEntry[]): void {
  const pattern = resource.patterns[index];
  if (pattern?.kind !== "variable") return void heard.push({ index, matched });
  const text = resource.element.patterns[index]?.value ?? "";
  heard.push({ index, matched, resolved: showTail(text, pattern.tail.show(query.variable)) });
}

function showTail(text: string, tail: string | undefined): string | undefined {
  return tail && [...splitArnPattern(text).slice(0, 5), tail].join(":");
}
