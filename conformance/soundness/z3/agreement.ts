// npm run soundness:z3: random questions without variables, put to the prover and to Z3. COUNT (2,000), SEED (1), LIMIT
// (2,000 ms for each check of Z3).
import { compareWithZ3 } from "./compare-with-z3.ts";
import { startZ3 } from "./start-z3.ts";

const count = Number(process.env["COUNT"] ?? 2_000);
const first = Number(process.env["SEED"] ?? 1);
const z3 = await startZ3(Number(process.env["LIMIT"] ?? 2_000));
const answers = new Map<string, number>();
for await (const { seed, text, ours, theirs, agree } of compareWithZ3(z3, first, count)) {
  const pair = `${ours} / ${theirs}`;
  answers.set(pair, (answers.get(pair) ?? 0) + 1);
  if (agree !== "no") continue;
  console.error(`seed ${seed}: ${ours}, z3 says ${theirs}\n${JSON.stringify(text)}`);
  process.exitCode = 1;
}
console.log(`seeds ${first} to ${first + count - 1}; prover / z3`);
for (const [pair, times] of [...answers].toSorted()) console.log(`${String(times).padStart(8)} ${pair}`);
await z3.stop();
