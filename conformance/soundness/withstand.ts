import {
  decide,
  type AuthorizationRequest,
  type Proof,
  type Prover,
  type ProofSide,
  type Question,
} from "@castellan/policy";
import { actionName } from "../../packages/policy/src/request/action-name.ts";
import { createQuery } from "../../packages/policy/src/request/query.ts";
import { matchStatement } from "../../packages/policy/src/match/match-statement.ts";
import { createRandom, type Random } from "../../tools/random.mjs";
import { compileDocument, compileQuestion, gateOf } from "./compile-question.ts";
import { fits } from "./edge-values.ts";
import { randomQuestion, type QuestionText, type RegionText } from "./random-question.ts";
import { actionsOf, createSeeker, resourcesFor } from "./seek-requests.ts";
import { shrink } from "./shrink.ts";
import { worldKeys } from "./small-world.ts";

/** What became of one question. */
export interface Trial {
  readonly text: QuestionText;
  readonly proof: Proof;
  /** The requests of the region that the answer was tried on. */
  readonly tried: number;
  /** What is wrong with the answer, if anything. */
  readonly fault?: string;
  /** The first of them that is an answer no. */
  readonly request?: AuthorizationRequest;
}

/** Whether what two sides decide is an answer no. */
const breaks: Readonly<Record<Question["kind"], (side: boolean, than: () => boolean) => boolean>> = {
  nothing: (side) => side,
  everything: (side) => !side,
  noMore: (side, than) => side && !than(),
  equal: (side, than) => side !== than(),
};

/** Asks the question of a seed, and holds the answer against `decide`; a faulty one comes back as small as it can be. */
export function trySeed(seed: number, prover: Prover, requests: number): Trial {
  const random = createRandom(seed);
  const trial = tryQuestion(randomQuestion(random), random, prover, requests);
  if (trial.fault === undefined) return trial;
  const again = (text: QuestionText): Trial => tryQuestion(text, createRandom(seed), prover, requests);
  return again(shrink(trial.text, (text) => again(text).fault !== undefined));
}

function tryQuestion(text: QuestionText, random: Random, prover: Prover, requests: number): Trial {
  const question = compileQuestion(text);
  const proof = prover.prove(question);
  if (proof.kind === "undecided") return undecided(text, proof, proof.reasons);
  const sought = seek(text, question, random, requests);
  if (proof.kind === "refuted") return { ...confirmed(text, question, proof, proof.request), ...sought };
  const fault = sought.request && "proved, but this request breaks it";
  return { text, proof, ...sought, ...(fault !== undefined && { fault }) };
}

/** Tries requests of the region until one is an answer no. */
function seek(
  text: QuestionText,
  question: Question,
  random: Random,
  requests: number,
): Pick<Trial, "tried" | "request"> {
  const seeker = createSeeker(random, text);
  const isInside = insideOf(text.region, question.side);
  let tried = 0;
  for (let drawn = 0; drawn < requests * 4 && tried < requests; drawn += 1) {
    const request = seeker.next();
    if (request === undefined) break;
    if (!isInside(request)) continue;
    tried += 1;
    if (isBroken(question, request)) return { tried, request };
  }
  return { tried };
}

function undecided(text: QuestionText, proof: Proof, reasons: readonly string[]): Trial {
  const fault = reasons.find((reason) => reason.includes("not confirmed"));
  return { text, proof, tried: 0, ...(fault !== undefined && { fault }) };
}

function isBroken(question: Question, request: AuthorizationRequest): boolean {
  const allows = (side: ProofSide): boolean => decide({ ...side, request }).outcome === "Allowed";
  return breaks[question.kind](allows(question.side), () => "than" in question && allows(question.than));
}

function confirmed(
  text: QuestionText,
  question: Question,
  proof: Proof,
  request: AuthorizationRequest,
): Omit<Trial, "tried"> {
  const fault = isBroken(question, request) ? strayness(request, text.region, question.side) : "not confirmed";
  return { text, proof, ...(fault !== undefined && { fault: `${fault}: ${JSON.stringify(request)}` }) };
}

/** Why a request is not one of the region; undefined when it is. */
function strayness(request: AuthorizationRequest, region: RegionText, side: ProofSide): string | undefined {
  const { action, resource, context = {} } = request;
  if (!actionsOf(region).includes(action)) return "the action is not in the region";
  if (!resourcesFor(action, [resource], region).includes(resource)) return "the action has no such resource";
  if (!insideOf(region, side)(request)) return "the resource or the context is outside the region";
  for (const [key, value] of Object.entries(region.context ?? {}))
    if (context[key] !== value) return `${key} is not as given`;
  if (region.absent?.some((key) => context[key] !== undefined)) return "a key is not absent";
  const misfit = Object.entries(context).find(([key, value]) => !isValue(key, value));
  return misfit && `${misfit[0]} cannot be ${JSON.stringify(misfit[1])}`;
}

function isValue(key: string, value: string | readonly string[]): boolean {
  const type = worldKeys[key]?.type ?? "unknown";
  const texts = typeof value === "string" ? [value] : value;
  const shaped = type === "unknown" || type.startsWith("Array") === (typeof value !== "string");
  return shaped && texts.every((text) => fits(type, text));
}

/** Whether the resource patterns and conditions of a region match a request. */
function insideOf(region: RegionText, side: ProofSide): (request: AuthorizationRequest) => boolean {
  const [gate] = compileDocument(gateOf(region), "identity").statements;
  if (gate === undefined || (region.resources === undefined && region.condition === undefined)) return () => true;
  return (request) =>
    matchStatement(gate, createQuery(side.principal, request, actionName(request.action), side.facts)) !== 0;
}
