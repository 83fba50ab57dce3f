import assert from "node:assert/strict";
import { test } from "node:test";
import { closest } from "./closest.ts";

const cases: readonly (readonly [word: string, names: readonly string[], meant: string | undefined])[] = [
  ["GetObjct", ["PutObject", "GetObject", "GetObjectAcl"], "GetObject"],
  ["getobject", ["GetObject"], "GetObject"],
  ["StringEqauls", ["StringEquals", "StringLike"], "StringEquals"],
  ["s4", ["s3", "sqs", "ec2"], "s3"],
  ["Launch", ["GetObject"], undefined],
  ["", ["GetObject"], undefined],
];

for (const [word, names, meant] of cases) {
  test(`\`${word}\` among ${names.join(", ")} means ${meant ?? "nothing"}`, () => {
    assert.equal(closest(word, names), meant);
  });
}
