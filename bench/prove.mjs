// npm run bench:prove: fifteen questions about AWS managed policies, put to the prover and to Z3, and all ordered pairs of
// 120 of these policies; each in fresh processes, interleaved. ROUNDS (3) sets how many.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./cpu.mjs";
import { fifteenQuestions } from "../conformance/prove/fifteen-questions.ts";

const rounds = Number(process.env.ROUNDS ?? 3);
const script = fileURLToPath(new URL("prove/measure.mjs", import.meta.url));

function measure(what) {
  const options = { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] };
  const ran = spawnSync(process.execPath, ["--import", "tsx", script, what], options);
  if (ran.status !== 0) throw new Error(`${what} failed`);
  return JSON.parse(ran.stdout);
}

const whats = ["castellan", "z3", "pairs", "conditions"];
const results = Object.fromEntries(whats.map((what) => [what, []]));
for (let round = 0; round < rounds; round++) for (const what of whats) results[what].push(measure(what));

const middle = (what, index, figure) => median(results[what].map((figures) => figures[index][figure]));
const cell = (text) => String(text).padStart(12);
const shown = (number) => cell(number < 10 ? number.toFixed(3) : Math.round(number));

console.log(`\nms, medians of ${rounds} interleaved rounds; Z3 without the time for making its scripts`);
console.log(`${"".padEnd(86)}${["cold", "warm", "z3 cold", "z3 warm", "times", "answer"].map(cell).join("")}`);
const ratios = [];
let same = 0;
for (const [index, { says, answer }] of fifteenQuestions.entries()) {
  const ours = results.castellan[0][index];
  const theirs = results.z3[0][index];
  const [cold, warm] = ["cold", "warm"].map((figure) => middle("castellan", index, figure));
  const [z3Cold, z3Warm] = ["cold", "warm"].map((figure) => middle("z3", index, figure));
  ratios.push(z3Warm / warm);
  const known = answer === "proved" ? { answer } : { answer: "refuted", ...answer };
  const asKnown = Object.entries(known).every(([name, value]) => ours[name] === value);
  if (asKnown && (theirs.answer === ours.answer || theirs.answer === "undecided")) same += 1;
  const cells = [cold, warm, z3Cold, z3Warm].map(shown).join("") + cell(Math.round(z3Warm / warm));
  console.log(
    `${says.padEnd(86)}${cells}${cell(ours.answer)}${theirs.answer === ours.answer ? "" : ` (z3: ${theirs.answer})`}`,
  );
}

const sum = (figures) => figures.reduce((total, { warm }) => total + warm, 0);
const whole = median(results.castellan.map((figures, round) => sum(results.z3[round]) / sum(figures)));
const least = (what, value, bar) =>
  console.log(`${value >= bar ? "ok    " : "MISSED"} ${what}: ${value.toFixed(1)} (bar: at least ${bar})`);
const most = (what, value, bar) =>
  console.log(`${value <= bar ? "ok    " : "MISSED"} ${what}: ${value.toFixed(3)} (bar: at most ${bar})`);
console.log();
least("times Z3, all fifteen, warm", whole, 100);
console.log(`       times Z3, the question with the least: ${Math.min(...ratios).toFixed(1)}`);
least("answers as known, and not contradicted by Z3", same, fifteenQuestions.length);
for (const [what, title] of [
  ["pairs", "all ordered pairs of 120 policies"],
  ["conditions", "the same of 120 policies that have conditions"],
]) {
  const figure = (name) => median(results[what].map((result) => result[name]));
  console.log(`\n${title}: ${JSON.stringify(results[what][0].answers)}, slowest ${figure("most").toFixed(2)} ms`);
  most("p50, ms", figure("p50"), 0.15);
  most("p99, ms", figure("p99"), 2);
}
