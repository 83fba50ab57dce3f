import { anyOne, anyRun, globParts, type Glob } from "../../pattern/glob.ts";
import type { TextPattern } from "./literals.ts";

/** Which characters a step takes: any, any but the colon that ends a field of an ARN, or these code points. */
export type CharacterSet = "any" | "notColon" | readonly number[];

/** One step through a text: one character of a set, or a run of them. */
export interface Step {
  readonly set: CharacterSet;
  readonly run: boolean;
}

/** A pattern as steps through a text. */
export type Steps = readonly Step[];

const digits = "0123456789";
const kelvin = "\u212A";

/**
 * The steps of a pattern, or undefined for one that nothing matches. Those of numbers, dates and addresses take
 * more texts than the pattern does; those of text beyond ASCII without regard to case take fewer.
 */
export function stepsOf(pattern: TextPattern): Steps | undefined {
  switch (pattern.kind) {
    case "glob":
      return globSteps(pattern.glob, "any");
    case "ignoreCase":
      return Array.from(pattern.text, eitherCase);
    case "boolean":
      return Array.from(String(pattern.value), eitherCase);
    case "binary":
      return [...literalSteps(pattern.text), runOf("=")];
    case "arn":
      return arnSteps(pattern.pattern);
    case "number":
      return [runOf(`${digits}.+-eE`)];
    case "date":
      return [runOf(`${digits}.+-:tTzZ`)];
    case "ip":
    case "address":
      return [runOf(`${digits}.:/abcdefABCDEF`)];
    case "never":
      return undefined;
  }
}

const anyField: Glob = { kind: "any" };

function arnSteps(pattern: Extract<TextPattern, { kind: "arn" }>["pattern"]): Steps {
  const { partition, service, region, accountId, resource } =
    pattern === "any"
      ? { partition: anyField, service: anyField, region: anyField, accountId: anyField, resource: anyField }
      : pattern;
  const fields = [partition, service, region, accountId];
  return [
    ...literalSteps("arn:"),
    ...fields.flatMap((field) => [...globSteps(field, "notColon"), ...literalSteps(":")]),
    ...globSteps(resource, "any"),
  ];
}

function globSteps(glob: Glob, wild: "any" | "notColon"): Steps {
  return globParts(glob).flatMap((part): Steps => {
    if (part === anyRun) return [{ set: wild, run: true }];
    return part === anyOne ? [{ set: wild, run: false }] : literalSteps(part);
  });
}

function literalSteps(text: string): Steps {
  return Array.from(text, (character) => ({ set: codesOf(character), run: false }));
}

/** The letters that are this one in lower case, the most natural last. */
function eitherCase(character: string): Step {
  const upper = character.toUpperCase();
  const letters = upper !== character && upper.toLowerCase() === character ? [upper, character] : [character];
  // The sign of the kelvin is a small k in lower case; no other letter beyond ASCII becomes an ASCII one.
  return { set: codesOf((character === "k" ? [kelvin, ...letters] : letters).join("")), run: false };
}

function runOf(characters: string): Step {
  return { set: codesOf(characters), run: true };
}

function codesOf(characters: string): readonly number[] {
  return Array.from(characters, (character) => character.codePointAt(0) ?? 0);
}
