import assert from "node:assert/strict";
import { test } from "node:test";
import { resourceCovers } from "./resource-covers.ts";

const cases: readonly (readonly [outer: string, inner: string, covers: boolean])[] = [
  ["*", "arn:aws:s3:::reports", true],
  ["arn:aws:s3:::reports*", "arn:aws:s3:::reports-old/*", true],
  ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*", false],
  ["arn:aws:sqs:*:*:*", "arn:aws:sqs:eu-west-1:111122223333:jobs", true],
  ["arn:aws:sqs:*:111122223333:*", "arn:aws:sqs:eu-west-1:*:jobs", false],
  ["arn:aws:s3*", "arn:aws:s3:::reports", true],
  ["arn:aws:*:*", "*", false],
  ["arn:aws:s3:::home/${aws:username}*", "arn:aws:s3:::home/${aws:username}/drafts/*", true],
];

for (const [outer, inner, covers] of cases) {
  test(`\`${outer}\` ${covers ? "covers" : "does not cover"} \`${inner}\``, () => {
    assert.equal(resourceCovers(outer, inner, "identity"), covers);
  });
}
