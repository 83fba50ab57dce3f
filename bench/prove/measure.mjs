// One side of the comparison in a process of its own: measure.mjs castellan | z3 | pairs | conditions; prints figures as JSON.
import { median, percentile } from "../cpu.mjs";
import { newProver, questions, spread } from "./sides.mjs";
import { smtClasses } from "./smt-classes.mjs";

const milliseconds = async (call) => {
  const started = performance.now();
  const result = await call();
  return { result, took: performance.now() - started };
};

/** The prover: cold, and the median of a hundred more times. */
async function castellan() {
  const prover = newProver();
  const figures = [];
  for (const { question } of questions) {
    const { result, took: cold } = await milliseconds(() => prover.prove(question));
    const times = [];
    for (let again = 0; again < 100; again++) times.push((await milliseconds(() => prover.prove(question))).took);
    figures.push({
      answer: result.kind,
      action: result.request?.action,
      resource: result.request?.resource,
      cold,
      warm: median(times),
    });
  }
  return figures;
}

/** Z3, without the time for making the scripts: cold, and the median of three more times. */
async function z3() {
  const { startZ3 } = await import("../../conformance/soundness/z3/start-z3.ts");
  const solver = await startZ3(30_000);
  const kinds = { sat: "refuted", unsat: "proved", unknown: "undecided" };
  const figures = [];
  for (const { question } of questions) {
    const script = smtClasses(question);
    const { took: cold } = await milliseconds(() => solver.check(script));
    const again = [];
    for (let count = 0; count < 3; count++) again.push(await milliseconds(() => solver.check(script)));
    figures.push({ answer: kinds[again[0].result], cold, warm: median(again.map(({ took }) => took)) });
  }
  return figures;
}

/** All ordered pairs, four times; a pair counts with the median of the last three, for the machine is shared. */
async function pairs(withConditions) {
  const prover = newProver();
  const sides = spread(withConditions);
  const questions = sides.flatMap((side) => sides.map((than) => ({ kind: "noMore", side, than, region: {} })));
  const answers = { proved: 0, refuted: 0, undecided: 0 };
  for (const question of questions) answers[prover.prove(question).kind] += 1;
  const passes = [];
  for (let pass = 0; pass < 3; pass++) {
    const times = [];
    for (const question of questions) {
      const started = performance.now();
      prover.prove(question);
      times.push(performance.now() - started);
    }
    passes.push(times);
  }
  const times = questions.map((_, index) => median(passes.map((pass) => pass[index])));
  return { answers, p50: percentile(times, 0.5), p99: percentile(times, 0.99), most: Math.max(...times) };
}

const runs = { castellan, z3, pairs: () => pairs(false), conditions: () => pairs(true) };
console.log(JSON.stringify(await runs[process.argv[2]]()));
process.exit(0);
