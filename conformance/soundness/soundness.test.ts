import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createProver } from "@castellan/policy";
import { compileQuestion } from "./compile-question.ts";
import { onceFaulty } from "./once-faulty.ts";
import { worldCatalog } from "./small-world.ts";
import { createTally } from "./tally.ts";
import { trySeed } from "./withstand.ts";

const count = 2_000;
const requestsEach = 100;

describe("the prover", () => {
  it(`answers ${count} random questions so that ${requestsEach} requests at the edges do not contradict it`, () => {
    const prover = createProver({ catalog: worldCatalog });
    const tally = createTally();
    for (let seed = 1; seed <= count; seed += 1) tally.add(trySeed(seed, prover, requestsEach));
    assert.deepEqual(
      tally.faults.map(({ fault, text, request }) => ({ fault, text: JSON.stringify(text), request })),
      [],
    );
    const { proved, refuted, undecided } = tally.answers;
    assert.ok(proved > count / 4 && refuted > count / 4, tally.print());
    assert.ok(undecided < count / 100, tally.print());
    // Requests that would not find what is there could not contradict a proof either.
    assert.ok(tally.found() > 0.9, tally.print());
  });

  for (const [says, { answer, ...text }] of Object.entries(onceFaulty))
    it(`knows that ${says}`, () => {
      assert.equal(createProver({ catalog: worldCatalog }).prove(compileQuestion(text)).kind, answer);
    });
});
