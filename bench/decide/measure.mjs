// One engine in a process of its own: node --expose-gc measure.mjs WORKLOAD ENGINE; prints its figures as JSON.
import { readFileSync } from "node:fs";
import { percentile } from "../cpu.mjs";
import { engines } from "./engines.mjs";

const [, , file, name] = process.argv;
const workload = JSON.parse(readFileSync(file, "utf8"));
const { load, every } = engines[name];
const sample = workload.requests.filter((_, index) => index % every === 0);
const engine = await load(workload, sample);

const cpu = () => process.cpuUsage().user + process.cpuUsage().system;
const used = () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Answers every request of the sample once; gives CPU microseconds. */
async function pass(answer) {
  const started = cpu();
  for (const request of sample) {
    const given = answer(request);
    if (given instanceof Promise) await given;
  }
  return cpu() - started;
}

const before = used();
const started = cpu();
const answer = engine.prepare();
const prepare = (cpu() - started) / 1000;
const first = await pass(answer);
// Five passes warm; the steady figure is over as many more as make about half a second.
const passes = Math.max(1, Math.min(20, Math.round(500_000 / first)));
for (let count = 0; count < Math.min(passes, every === 1 ? 5 : 0); count++) await pass(answer);
let steady = 0;
for (let count = 0; count < passes; count++) steady += await pass(answer);
const memory = (used() - before) / 1_048_576;

const answers = [];
const times = [];
for (const request of sample) {
  const at = performance.now();
  const given = answer(request);
  answers.push(given instanceof Promise ? await given : given);
  times.push((performance.now() - at) * 1000);
}
console.log(
  JSON.stringify({
    prepare,
    cold: (sample.length * 1e6) / first,
    steady: (sample.length * passes * 1e6) / steady,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    memory,
    answers: answers.map((allowed) => (allowed === undefined ? "?" : allowed ? "A" : "D")).join(""),
  }),
);
