// npm run soundness: random small questions; what is proved must withstand requests at the edges of the policies, what
// is refuted is confirmed by deciding it. COUNT (100,000), REQUESTS (1,000) for each proof, SEED (1) of the first.
import { createProver } from "@castellan/policy";
import { worldCatalog } from "./small-world.ts";
import { createTally } from "./tally.ts";
import { trySeed } from "./withstand.ts";

const count = Number(process.env["COUNT"] ?? 100_000);
const requests = Number(process.env["REQUESTS"] ?? 1_000);
const first = Number(process.env["SEED"] ?? 1);

const prover = createProver({ catalog: worldCatalog });
const tally = createTally();
for (let seed = first; seed < first + count; seed += 1) {
  const trial = trySeed(seed, prover, requests);
  tally.add(trial);
  if (trial.fault === undefined) continue;
  console.error(`seed ${seed}: ${trial.fault}\n${JSON.stringify(trial.text)}\n${JSON.stringify(trial.request)}`);
  process.exitCode = 1;
}
console.log(`seeds ${first} to ${first + count - 1}\n${tally.print()}`);
