import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compareWithZ3, type Comparison } from "./compare-with-z3.ts";
import { skipWithoutZ3, startZ3 } from "./start-z3.ts";

describe("Z3, asked the same in an encoding of its own", { skip: skipWithoutZ3 }, () => {
  it("contradicts none of 100 answers of the prover", async () => {
    const z3 = await startZ3(1_000);
    const compared: Comparison[] = [];
    try {
      for await (const comparison of compareWithZ3(z3, 1, 100)) compared.push(comparison);
    } finally {
      await z3.stop();
    }
    assert.deepEqual(
      compared.filter(({ agree }) => agree === "no"),
      [],
    );
    assert.ok(compared.filter(({ agree }) => agree === "yes").length >= 90);
  });
});
