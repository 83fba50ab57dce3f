import { compileArnPattern, type ArnPattern } from "../../pattern/arn-pattern.ts";
import { anyOne, anyRun, compileGlob, globMatches, globParts, type Glob } from "../../pattern/glob.ts";
import type { TextPattern } from "./literals.ts";
import { remember } from "./remember.ts";
import { textMatches } from "./text-holds.ts";

type Arn = ArnPattern | "any";

/** Whether every text that the inner pattern matches is seen to match the outer one; false when that is not plain. */
export function covers(outer: TextPattern, inner: TextPattern): boolean {
  if (inner.kind === "never" || outer === inner) return true;
  const only = onlyText(inner);
  if (only !== undefined) return textMatches(outer, only);
  if (outer.kind === "glob" && inner.kind === "glob") return globCovers(outer.glob, inner.glob);
  if (outer.kind === "arn" && inner.kind === "arn") return arnCovers(outer.pattern, inner.pattern);
  if (outer.kind === "glob" && inner.kind === "arn") return globCovers(outer.glob, globOfArn(inner.pattern));
  if (outer.kind === "arn" && inner.kind === "glob") {
    const arn = arnOfGlob(inner.glob);
    return arn !== undefined && arnCovers(outer.pattern, arn);
  }
  return false;
}

/** Whether no text can match both patterns, as far as their beginnings and ends show. */
export function areDisjoint(a: TextPattern, b: TextPattern): boolean {
  const [one, other] = [onlyText(a), onlyText(b)];
  if (one !== undefined) return !textMatches(b, one);
  if (other !== undefined) return !textMatches(a, other);
  const [folded, otherFolded] = [foldedText(a), foldedText(b)];
  if (folded !== undefined && otherFolded !== undefined) return folded !== otherFolded;
  const [left, right] = [globOf(a), globOf(b)];
  if (left === undefined || right === undefined) return a.kind === "never" || b.kind === "never";
  const [start, otherStart] = [literalStart(left), literalStart(right)];
  if (!start.startsWith(otherStart) && !otherStart.startsWith(start)) return true;
  const [end, otherEnd] = [literalEnd(left), literalEnd(right)];
  return !end.endsWith(otherEnd) && !otherEnd.endsWith(end);
}

/** The one text that a pattern matches, when it is an exact one. */
export function onlyText(pattern: TextPattern): string | undefined {
  return pattern.kind === "glob" && pattern.glob.kind === "exact" ? pattern.glob.text : undefined;
}

/** The text in lower case of all the texts that a pattern matches. */
function foldedText(pattern: TextPattern): string | undefined {
  if (pattern.kind === "boolean") return String(pattern.value);
  return pattern.kind === "ignoreCase" ? pattern.text : undefined;
}

/** A glob that matches at least the texts of the pattern. */
export function globOf(pattern: TextPattern): Glob | undefined {
  if (pattern.kind === "glob") return pattern.glob;
  return pattern.kind === "arn" ? globOfArn(pattern.pattern) : undefined;
}

/** The literal text that a glob begins with. */
export function literalStart(glob: Glob): string {
  if (glob.kind === "exact" || glob.kind === "prefix") return glob.text;
  const first = glob.kind === "general" ? glob.parts[0] : undefined;
  return typeof first === "string" ? first : "";
}

/** The literal text that a glob ends with. */
export function literalEnd(glob: Glob): string {
  if (glob.kind === "exact" || glob.kind === "suffix") return glob.text;
  const last = glob.kind === "general" ? glob.parts.at(-1) : undefined;
  return typeof last === "string" ? last : "";
}

function arnCovers(outer: Arn, inner: Arn): boolean {
  if (outer === "any" || inner === "any") return outer === "any";
  return (
    globCovers(outer.partition, inner.partition) &&
    globCovers(outer.service, inner.service) &&
    globCovers(outer.region, inner.region) &&
    globCovers(outer.accountId, inner.accountId) &&
    globCovers(outer.resource, inner.resource)
  );
}

const anyArn: Glob = { kind: "general", parts: ["arn:", anyRun, ":", anyRun, ":", anyRun, ":", anyRun, ":", anyRun] };

const globOfArn = remember((pattern: Arn): Glob => {
  if (pattern === "any") return anyArn;
  const { partition, service, region, accountId, resource } = pattern;
  const fields = [partition, service, region, accountId].flatMap((field) => [...globParts(field), ":"]);
  return compileGlob(["arn:", ...fields, ...globParts(resource)]);
});

/** The ARN pattern of a glob whose first five fields hold no wildcard, so that it matches the same texts. */
const arnOfGlob = remember((glob: Glob): ArnPattern | undefined =>
  /^arn:(?:[^:]*:){4}/.test(literalStart(glob)) ? compileArnPattern(globParts(glob)) : undefined,
);

function globCovers(outer: Glob, inner: Glob): boolean {
  if (outer.kind === "any") return true;
  if (inner.kind === "exact") return globMatches(outer, inner.text);
  if (outer.kind === "exact") return false;
  if (outer.kind === "prefix") return literalStart(inner).startsWith(outer.text);
  if (outer.kind === "suffix") return literalEnd(inner).endsWith(outer.text);
  return symbolsCover(symbolsOf(outer), symbolsOf(inner));
}

type Symbol = string | typeof anyRun | typeof anyOne;

function symbolsOf(glob: Glob): readonly Symbol[] {
  return globParts(glob).flatMap((part): readonly Symbol[] => (typeof part === "string" ? Array.from(part) : [part]));
}

/** Matches the symbols of the inner glob as if they were characters; only a star stands for a star. */
function symbolsCover(outer: readonly Symbol[], inner: readonly Symbol[]): boolean {
  let [part, at, starPart, starAt] = [0, 0, -1, 0];
  while (at < inner.length || part < outer.length) {
    const wanted = outer[part];
    if (wanted === anyRun) {
      [starPart, starAt] = [part, at];
      part += 1;
    } else if (at < inner.length && (wanted === inner[at] || (wanted === anyOne && inner[at] !== anyRun))) {
      part += 1;
      at += 1;
    } else if (starPart !== -1 && starAt < inner.length) {
      starAt += 1;
      [part, at] = [starPart + 1, starAt];
    } else return false;
  }
  return true;
}
