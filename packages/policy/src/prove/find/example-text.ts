import { compileArnPattern, type ArnPattern } from "../../pattern/arn-pattern.ts";
import { anyOne, anyRun, globParts, type Glob } from "../../pattern/glob.ts";
import { literalEnd, literalStart, globOf } from "./covers.ts";
import type { TextPattern } from "./literals.ts";
import { remember } from "./remember.ts";

/** What stands for a star, the most natural first. */
const fillings = ["x", ""] as const;
/** Texts for a place where any will do. */
const anything: readonly string[] = ["x", "other", "example", "a", "1"];
/** At most so many patterns are tried for an example before the search proper. */
const tried = 32;

/** Texts that match a pattern and read well; of numbers, dates and addresses there are none here. */
const exampleTexts = remember((pattern: TextPattern): readonly string[] => {
  switch (pattern.kind) {
    case "glob":
      return fillings.map((filling) => fillText(pattern.glob, filling));
    case "ignoreCase":
      return [pattern.text, pattern.text.toUpperCase()];
    case "boolean":
      return pattern.value ? ["true", "TRUE"] : ["false", "FALSE"];
    case "binary":
      return [pattern.text.padEnd(Math.ceil(pattern.text.length / 4) * 4, "="), pattern.text, `${pattern.text}=`];
    case "arn":
      return fillings.map((filling) => fillArn(pattern.pattern === "any" ? anyArn : pattern.pattern, filling));
    case "number":
    case "date":
    case "ip":
    case "address":
    case "never":
      return [];
  }
});

/** Texts worth trying for literals that ask for a match of these patterns, one of each list. */
export function* guesses(wanted: readonly (readonly TextPattern[])[]): Generator<string> {
  if (wanted.length === 0) yield* anything;
  for (const patterns of wanted) for (const pattern of patterns.slice(0, tried)) yield* exampleTexts(pattern);
  if (wanted.length > 1) yield* joined(wanted);
}

/** The longest beginning with the longest end among patterns that all have to match. */
function* joined(wanted: readonly (readonly TextPattern[])[]): Generator<string> {
  let [start, end] = ["", ""];
  for (const [first] of wanted) {
    const glob = first && globOf(first);
    if (glob === undefined) return;
    if (literalStart(glob).length > start.length) start = literalStart(glob);
    if (literalEnd(glob).length > end.length) end = literalEnd(glob);
  }
  for (const filling of fillings) yield start + filling + end;
}

function fillGlob(glob: Glob, filling: string): string {
  switch (glob.kind) {
    case "any":
      return filling;
    case "exact":
      return glob.text;
    case "prefix":
      return glob.text + filling;
    case "suffix":
      return filling + glob.text;
    case "general":
      return glob.parts.map((part) => (part === anyRun ? filling : part === anyOne ? "x" : part)).join("");
  }
}

/** Fields that read like those of AWS; the account is one of its documentation. */
const usual: ArnPattern = {
  partition: { kind: "exact", text: "aws" },
  service: { kind: "exact", text: "s3" },
  region: { kind: "exact", text: "us-east-1" },
  accountId: { kind: "exact", text: "111122223333" },
  resource: { kind: "any" },
};
const any: Glob = { kind: "any" };
const anyArn: ArnPattern = { partition: any, service: any, region: any, accountId: any, resource: any };

/** A text of a glob; of one that is written like an ARN, a text that reads like an ARN. */
function fillText(glob: Glob, filling: string): string {
  const arn = literalStart(glob).startsWith("arn:") ? compileArnPattern(globParts(glob)) : undefined;
  return arn === undefined ? fillGlob(glob, filling) : fillArn(arn, filling);
}

function fillArn(pattern: ArnPattern, filling: string): string {
  const fields = (["partition", "service", "region", "accountId", "resource"] as const).map((name) =>
    fillGlob(pattern[name].kind === "any" ? usual[name] : pattern[name], filling),
  );
  return `arn:${fields.join(":")}`;
}
