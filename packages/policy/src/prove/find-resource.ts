import { anyRun, compileGlob, globMatches, type Glob } from "../pattern/glob.ts";
import type { OpenText, ResourceAtom, ResourcePattern } from "./atom.ts";
import { widened, withValues, type VariableValues } from "./bind-text.ts";
import { closedTail } from "./closed-tail.ts";
import { findText } from "./find/find-text.ts";
import { found, none, unknown, type Found } from "./find/found.ts";
import type { TextLiteral } from "./find/literals.ts";
import type { Fields, Frame } from "./frame.ts";
import { relationOf } from "./glob-relation.ts";

/** A resource atom required to hold or not. */
export interface ResourceLiteral {
  readonly atom: ResourceAtom;
  readonly holds: boolean;
}

/** What a pattern still asks of the fields of a frame: partition, service, region, account, rest. */
type Demand = ReadonlyMap<number, Glob>;
const regionField = 2;
const restField = 4;

/** The patterns of a frame's fields, and texts for them that read well. */
type Universe = Pick<Frame, "natural" | "slashless"> & {
  readonly fields: Fields;
  /** The steps that the search may still take. */
  readonly effort: { left: number };
};
const mostSteps = 2_000;

/** A pattern of which one alternative must be met (`holds`) or that must not be met. */
interface Choice {
  readonly holds: boolean;
  readonly demands: readonly Demand[];
}

/** A resource of the frame that satisfies every literal. A variable without value may be anything in its favour. */
export function findResource(
  frame: Frame,
  literals: readonly ResourceLiteral[],
  values: VariableValues,
): Found<string> {
  const { fields, natural, slashless } = frame;
  if (fields === undefined) return literals.every(({ atom, holds }) => holdsOnStar(atom) === holds) ? found("*") : none;
  const choices: Choice[] = [];
  for (const { atom, holds } of literals) {
    const demands: Demand[] = [];
    for (const pattern of atom.patterns) {
      if (pattern.kind === "text" && textRelation(pattern.glob) === undefined)
        return unknown("a resource pattern that is not an ARN");
      const demand = demandOf(pattern, fields, holds, values);
      if (demand !== undefined) demands.push(demand);
    }
    choices.push({ holds, demands });
  }
  return choose({ fields, natural, slashless, effort: { left: mostSteps } }, choices, new Map());
}

function holdsOnStar({ patterns }: ResourceAtom): boolean {
  return patterns.some(
    (pattern) => pattern.kind === "any" || (pattern.kind === "text" && globMatches(pattern.glob, "*")),
  );
}

/** Whether a pattern over the whole text matches all or no ARNs, when that is plain. */
function textRelation(glob: Glob): boolean | undefined {
  return relationOf({ kind: "prefix", text: "arn:" }, glob);
}

/** What a pattern still asks for; undefined when nothing in the frame can meet it. */
function demandOf(
  pattern: ResourcePattern,
  fields: Fields,
  holds: boolean,
  values: VariableValues,
): Demand | undefined {
  const demand = new Map<number, Glob>();
  if (pattern.kind === "any") return demand;
  if (pattern.kind === "text") return textRelation(pattern.glob) === true ? demand : undefined;
  const tail = tailGlob(pattern.tail, holds, values);
  if (tail === undefined) return undefined;
  for (const [index, glob] of [...pattern.head, tail].entries()) {
    const relation = relationOf(fields[index] ?? tail, glob);
    if (relation === false) return undefined;
    if (relation === undefined) demand.set(index, glob);
  }
  return demand;
}

/** An open variable: anything where the pattern shall match, nothing where it shall not. */
function tailGlob(tail: OpenText, holds: boolean, values: VariableValues): Glob | undefined {
  if (tail.open.length === 0) return closedTail(tail);
  const text = withValues(tail, values);
  return text === undefined || (text.open.length > 0 && !holds) ? undefined : compileGlob(widened(text));
}

type FieldLiterals = ReadonlyMap<number, readonly TextLiteral[]>;

/** Meets the choices one by one, those without alternative first. */
function choose(universe: Universe, choices: readonly Choice[], asked: FieldLiterals): Found<string> {
  const later: Choice[] = [];
  let literals = asked;
  for (const choice of choices.flatMap(splitNegative)) {
    if (choice.demands.some((demand) => demand.size === 0)) {
      if (choice.holds) continue;
      return none;
    }
    const field = soleField(choice.demands);
    if (field !== undefined) literals = withLiteral(literals, field, choice);
    else if (choice.holds || choice.demands.length > 0) later.push(choice);
  }
  return settle(universe, later, literals);
}

/** Takes the most natural resource, and branches only over a choice that it does not meet. */
function settle(universe: Universe, choices: readonly Choice[], literals: FieldLiterals): Found<string> {
  universe.effort.left -= 1;
  if (universe.effort.left < 0) return unknown("too many resource patterns to be told apart");
  const texts = findFields(universe, literals);
  if (texts.kind !== "found") return texts;
  const unmet = choices.find((choice) => !isMet(choice, texts.value));
  if (unmet === undefined) return found(["arn", ...texts.value].join(":"));
  const rest = choices.filter((choice) => choice !== unmet);
  return branch(universe, unmet, rest, literals);
}

function isMet({ holds, demands }: Choice, texts: readonly string[]): boolean {
  const matches = (demand: Demand): boolean =>
    [...demand].every(([field, glob]) => globMatches(glob, texts[field] ?? ""));
  return demands.some(matches) === holds;
}

/** That no pattern matches means that each does not. */
function splitNegative(choice: Choice): readonly Choice[] {
  if (choice.holds) return [choice];
  return choice.demands.map((demand) => ({ holds: false, demands: [demand] }));
}

/** The one field that all alternatives are about. */
function soleField(demands: readonly Demand[]): number | undefined {
  const [first] = demands;
  const [field] = first?.keys() ?? [];
  return field !== undefined && demands.every((demand) => demand.size === 1 && demand.has(field)) ? field : undefined;
}

function withLiteral(literals: FieldLiterals, field: number, { demands, holds }: Choice): FieldLiterals {
  const any = demands.flatMap((demand) => [...demand.values()].map((glob) => ({ kind: "glob", glob }) as const));
  return new Map([...literals, [field, [...(literals.get(field) ?? []), { any, holds }]]]);
}

/** Tries the alternatives of a choice over several fields. */
function branch(universe: Universe, choice: Choice, rest: readonly Choice[], literals: FieldLiterals): Found<string> {
  let failed: Found<string> = none;
  for (const alternative of alternativesOf(choice)) {
    const answer = choose(universe, [...alternative, ...rest], literals);
    if (answer.kind === "found") return answer;
    if (answer.kind === "unknown") failed = answer;
  }
  return failed;
}

/** A pattern is met when each of its fields is; it is missed when one of them is. */
function alternativesOf({ holds, demands }: Choice): readonly (readonly Choice[])[] {
  const single = (field: number, glob: Glob): Choice => ({ holds, demands: [new Map([[field, glob]])] });
  if (holds) return demands.map((demand) => [...demand].map(([field, glob]) => single(field, glob)));
  return demands.flatMap((demand) => [...demand].map(([field, glob]) => [single(field, glob)]));
}

const likelyRegions: readonly string[] = ["us-east-1", "eu-west-1", "us-west-2", "eu-central-1"];

/** Texts for the fields that each satisfy their literals. */
function findFields({ fields, natural, slashless }: Universe, literals: FieldLiterals): Found<readonly string[]> {
  const texts: string[] = [];
  for (const [index, field] of fields.entries()) {
    const prefer = index === regionField ? likelyRegions : natural.slice(index, index + 1);
    const limits = index !== restField ? [withoutColon] : slashless ? [withoutSlash] : [];
    const asked = literals.get(index) ?? [];
    const answer =
      field.kind === "exact" && asked.length === 0
        ? found(field.text)
        : findText([{ any: [{ kind: "glob", glob: field }], holds: true }, ...limits, ...asked], { prefer });
    if (answer.kind !== "found") return answer;
    texts.push(answer.value);
  }
  return found(texts);
}

function without(character: string): TextLiteral {
  return { any: [{ kind: "glob", glob: { kind: "general", parts: [anyRun, character, anyRun] } }], holds: false };
}

/** Only the last field of an ARN has colons. */
const withoutColon: TextLiteral = without(":");
const withoutSlash: TextLiteral = without("/");
