import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic, Edit } from "@castellan/policy";
import fc from "fast-check";
import { chooseFixes } from "./choose-fixes.ts";

const place = (offset: number) => ({ offset, line: 1, column: offset + 1 });
const edit = (start: number, end: number, text: string, file = "f"): Edit => ({
  span: { file, start: place(start), end: place(end) },
  text,
});
const fixedBy = (...fix: readonly Edit[]): Diagnostic => ({ code: "C", severity: "warning", message: "m", fix });

/** Fixes, the text that "abcdef" becomes, and how many of them wait. */
const cases: readonly (readonly [string, readonly Diagnostic[], string, number])[] = [
  ["one edit is made", [fixedBy(edit(1, 2, "B"))], "aBcdef", 0],
  ["edits side by side are both made", [fixedBy(edit(1, 2, "B")), fixedBy(edit(2, 3, "C"))], "aBCdef", 0],
  ["of two that overlap the first is made", [fixedBy(edit(1, 3, "X")), fixedBy(edit(2, 4, "Y"))], "aXdef", 1],
  [
    "the order of the diagnostics counts, not that of the text",
    [fixedBy(edit(2, 4, "Y")), fixedBy(edit(1, 3, "X"))],
    "abYef",
    1,
  ],
  [
    "a fix is made whole or not at all",
    [fixedBy(edit(1, 2, "B")), fixedBy(edit(4, 5, "E"), edit(1, 2, ""))],
    "aBcdef",
    1,
  ],
  [
    "the same edit twice is made once and serves both",
    [fixedBy(edit(1, 2, "B")), fixedBy(edit(1, 2, "B"))],
    "aBcdef",
    0,
  ],
  ["two insertions at one place overlap", [fixedBy(edit(3, 3, "1")), fixedBy(edit(3, 3, "2"))], "abc1def", 1],
  ["an edit of another file waits", [fixedBy(edit(0, 1, "A", "other"))], "abcdef", 1],
  ["an edit beyond the end waits", [fixedBy(edit(5, 9, "F"))], "abcdef", 1],
];

describe("choosing fixes", () => {
  for (const [title, diagnostics, expected, waiting] of cases) {
    it(title, () => {
      const { text, left, made } = chooseFixes("abcdef", "f", diagnostics);
      assert.deepEqual([text, left.length, made.length], [expected, waiting, diagnostics.length - waiting]);
    });
  }

  it("does not make fixes that together break the text", () => {
    const fixes = [fixedBy(edit(1, 4, "")), fixedBy(edit(4, 4, ', "b"'))];
    const isWhole = (text: string) => !text.includes("[,");
    const { text, made, left } = chooseFixes('["a"]', "f", fixes, isWhole);
    assert.deepEqual([text, made.length, left.length], ["[]", 1, 1]);
  });

  it("leaves every character that no made fix speaks of", () => {
    const anyEdit = fc
      .tuple(fc.nat(20), fc.nat(4), fc.constantFrom("", "X", "YZ"))
      .map(([start, length, text]) => edit(start, start + length, text));
    const text = "abcdefghijklmnopqrstuvwxyz";
    fc.assert(
      fc.property(fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 2 })), (fixes) => {
        const chosen = chooseFixes(
          text,
          "f",
          fixes.map((fix) => fixedBy(...fix)),
        );
        const changed = chosen.made.flatMap(({ fix = [] }) => fix).map(({ span }) => span);
        const isKept = (at: number) => !changed.some(({ start, end }) => start.offset <= at && at < end.offset);
        const kept = text
          .split("")
          .filter((_, at) => isKept(at))
          .join("");
        return chosen.text.replace(/[A-Z]/g, "") === kept;
      }),
      { seed: 20261123 },
    );
  });
});
