/** A run of any characters, also none: `*`. */
export const anyRun = 0;
/** Exactly one character: `?`. */
export const anyOne = 1;

/** A piece of a pattern: literal text or a wildcard. */
export type GlobPart = string | typeof anyRun | typeof anyOne;

/** A compiled pattern, specialised by shape; the match is always anchored at both ends. */
export type Glob =
  | { readonly kind: "any" }
  | { readonly kind: "exact"; readonly text: string }
  | { readonly kind: "prefix"; readonly text: string }
  | { readonly kind: "suffix"; readonly text: string }
  | { readonly kind: "general"; readonly parts: readonly GlobPart[] };

const any: Glob = { kind: "any" };

/** Splits text at `*` and `?`. */
export function parseGlob(text: string): readonly GlobPart[] {
  const parts: GlobPart[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (at < text.length && code !== 0x2a && code !== 0x3f) continue;
    if (at > start) parts.push(text.slice(start, at));
    if (at < text.length) parts.push(code === 0x2a ? anyRun : anyOne);
    start = at + 1;
  }
  return parts;
}

/** Chooses the cheapest form for a pattern. */
export function compileGlob(parts: readonly GlobPart[]): Glob {
  const merged = mergeParts(parts);
  const [first, second] = merged;
  if (first === undefined) return { kind: "exact", text: "" };
  if (merged.length === 1)
    return typeof first === "string"
      ? { kind: "exact", text: first }
      : first === anyRun
        ? any
        : { kind: "general", parts: merged };
  if (merged.length === 2 && typeof first === "string" && second === anyRun) return { kind: "prefix", text: first };
  if (merged.length === 2 && first === anyRun && typeof second === "string") return { kind: "suffix", text: second };
  return { kind: "general", parts: merged };
}

/** The pieces of a compiled pattern. */
export function globParts(glob: Glob): readonly GlobPart[] {
  switch (glob.kind) {
    case "any":
      return [anyRun];
    case "exact":
      return glob.text === "" ? [] : [glob.text];
    case "prefix":
      return [glob.text, anyRun];
    case "suffix":
      return [anyRun, glob.text];
    case "general":
      return glob.parts;
  }
}

/** Whether a compiled pattern matches the whole text. */
export function globMatches(glob: Glob, text: string): boolean {
  switch (glob.kind) {
    case "any":
      return true;
    case "exact":
      return text === glob.text;
    case "prefix":
      return text.startsWith(glob.text);
    case "suffix":
      return text.endsWith(glob.text);
    case "general":
      return generalMatches(glob.parts, text);
  }
}

/** Whether `*` and `?` in the pattern can stand so that it covers the whole text. */
export function matchesGlob(pattern: string, text: string): boolean {
  return globMatches(compileGlob(parseGlob(pattern)), text);
}

/** Joins neighbouring literals and neighbouring stars. */
function mergeParts(parts: readonly GlobPart[]): readonly GlobPart[] {
  const merged: GlobPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
    else if (part !== "" && !(part === anyRun && last === anyRun)) merged.push(part);
  }
  return merged;
}

/** Greedy match that on failure widens the latest star only: that is enough, and never exponential. */
function generalMatches(parts: readonly GlobPart[], text: string): boolean {
  let part = 0;
  let at = 0;
  let starPart = -1;
  let starAt = 0;
  for (;;) {
    const end = part < parts.length ? step(parts[part] ?? "", text, at) : at === text.length ? accepted : -1;
    if (end === accepted) return true;
    if (end === runStarts) {
      starPart = part;
      starAt = at;
    } else if (end === -1) {
      if (starPart === -1 || starAt >= text.length) return false;
      starAt += characterLength(text, starAt);
      at = starAt;
      part = starPart;
    } else {
      at = end;
    }
    part += 1;
  }
}

const accepted = -2;
const runStarts = -3;

/** Where matching one piece ends, -1 when it does not match here. */
function step(part: GlobPart, text: string, at: number): number {
  if (part === anyRun) return runStarts;
  if (part === anyOne) return at < text.length ? at + characterLength(text, at) : -1;
  return text.startsWith(part, at) ? at + part.length : -1;
}

/** A character outside the basic plane is two UTF-16 units but one character to `?`. */
function characterLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}
