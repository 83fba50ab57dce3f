import type { Catalog } from "../catalog.ts";
import { assumptionsOf } from "./assumptions.ts";
import type { FutureProof, Proof, Question } from "./question.ts";
import { refute, refuteLater, type Attempt } from "./refute.ts";
import { createWorkshop, type Workshop } from "./workshop.ts";

/** What a proof needs besides the question. */
export interface ProofOptions {
  readonly catalog: Catalog;
  /** How many steps a search may take before it is given up. */
  readonly budget?: number;
}

/** Answers many questions about one catalogue, remembering what it learnt of policies. */
export interface Prover {
  prove(question: Question): Proof;
}

/** Answers one question about all requests of a region. */
export function prove(question: Question, options: ProofOptions): Proof {
  return createProver(options).prove(question);
}

/** Starts a prover. */
export function createProver({ catalog, budget }: ProofOptions): Prover {
  const workshop = createWorkshop(catalog, budget);
  return { prove: (question) => answer(question, workshop) };
}

function answer(question: Question, workshop: Workshop): Proof {
  const reasons = new Set<string>();
  const attempts = wishesOf(question, workshop).map((wishes): Attempt => ({
    wishes,
    region: question.region,
    workshop,
    doubt: (reason) => void reasons.add(reason),
  }));
  const assumed = assumptionsOf(question);
  for (const attempt of attempts) {
    const refutation = refute(attempt);
    if (refutation !== undefined) return { ...refutation, assumed };
  }
  const future = question.future === true ? { future: lookAhead(attempts) } : {};
  if (reasons.size === 0) return { kind: "proved", assumed, ...future };
  return { kind: "undecided", reasons: [...reasons], assumed, ...future };
}

function lookAhead(attempts: readonly Attempt[]): FutureProof {
  const answers = attempts.map(refuteLater);
  return (
    answers.find(({ kind }) => kind === "mayFail") ??
    answers.find(({ kind }) => kind === "undecided") ?? { kind: "holds" }
  );
}

/** What would refute a yes: for each way, the sides with what they would decide. */
function wishesOf(question: Question, workshop: Workshop): readonly Attempt["wishes"][] {
  const plan = workshop.planOf(question.side, question.region);
  if (!("than" in question)) return [[{ plan, outcome: question.kind === "nothing" ? "allowed" : "denied" }]];
  const than = workshop.planOf(question.than, question.region);
  const more: Attempt["wishes"] = [
    { plan, outcome: "allowed" },
    { plan: than, outcome: "denied" },
  ];
  if (question.kind === "noMore") return [more];
  return [
    more,
    [
      { plan, outcome: "denied" },
      { plan: than, outcome: "allowed" },
    ],
  ];
}
