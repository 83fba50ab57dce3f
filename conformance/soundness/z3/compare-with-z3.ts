import { createProver } from "@castellan/policy";
import type { Proof } from "@castellan/policy";
import { createRandom } from "../../../tools/random.mjs";
import { compileQuestion } from "../compile-question.ts";
import { randomQuestion, type QuestionText } from "../random-question.ts";
import { worldCatalog } from "../small-world.ts";
import { plainQuestion } from "./plain-question.ts";
import { smtQuestion } from "./smt-question.ts";
import type { Satisfiable, Z3 } from "./start-z3.ts";

/** The two answers to one question. */
export interface Comparison {
  readonly seed: number;
  readonly text: QuestionText;
  readonly ours: Proof["kind"];
  readonly theirs: Satisfiable;
  readonly agree: "yes" | "no" | "open";
}

const counterpart: Readonly<Record<Proof["kind"], Satisfiable>> = {
  proved: "unsat",
  refuted: "sat",
  undecided: "unknown",
};

/** Puts random questions without variables to the prover and to Z3. */
export async function* compareWithZ3(z3: Z3, first: number, count: number): AsyncGenerator<Comparison> {
  const prover = createProver({ catalog: worldCatalog });
  for (let seed = first; seed < first + count; seed += 1) {
    const text = plainQuestion(randomQuestion(createRandom(seed)));
    const ours = prover.prove(compileQuestion(text)).kind;
    const theirs = await ask(z3, text);
    const open = ours === "undecided" || theirs === "unknown";
    yield { seed, text, ours, theirs, agree: open ? "open" : counterpart[ours] === theirs ? "yes" : "no" };
  }
}

/** One request is enough; that there is none must be said of every class. */
async function ask(z3: Z3, text: QuestionText): Promise<Satisfiable> {
  let answer: Satisfiable = "unsat";
  for (const script of smtQuestion(text)) {
    const said = await z3.check(script);
    if (said === "sat") return said;
    if (said === "unknown") answer = said;
  }
  return answer;
}
