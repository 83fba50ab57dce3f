import assert from "node:assert/strict";
import { test } from "node:test";
import { secondsOf } from "./session-duration.ts";

test("durations of a fixed length are seconds", () => {
  assert.equal(secondsOf("PT1H"), 3600);
  assert.equal(secondsOf("PT1H30M5S"), 5405);
  assert.equal(secondsOf("P1DT2H"), 93_600);
  assert.equal(secondsOf("P1W"), 604_800);
});

test("durations of no fixed length, and other texts, are none", () => {
  for (const text of ["P1Y", "P1M", "1H", "-PT1H", ""]) assert.equal(secondsOf(text), undefined);
});
