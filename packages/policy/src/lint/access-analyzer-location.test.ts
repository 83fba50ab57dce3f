import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJson } from "../json/parse-json.ts";
import { accessAnalyzerLocation, type PathElement } from "./access-analyzer-location.ts";

const text = `{
  "Statement": [{ "Action": ["s3:Get*", "s3:\${x}"], "Condition": { "Null": { "aws:username": "true" } } }]
}`;
const parsed = parseJson(text, { maxLength: 1_000, maxDepth: 10 });
const document = parsed.kind === "json" ? parsed.value : undefined;
const first = [{ value: "Statement" }, { index: 0 }];

const cases: readonly (readonly [part: string, path: readonly PathElement[]])[] = [
  ['"s3:Get*"', [...first, { value: "Action" }, { index: 0 }]],
  ["${x}", [...first, { value: "Action" }, { index: 1 }, { substring: { start: 3, length: 4 } }]],
  ['"aws:username"', [...first, { value: "Condition" }, { value: "Null" }, { key: "aws:username" }]],
  ['"true"', [...first, { value: "Condition" }, { value: "Null" }, { value: "aws:username" }]],
  ['"Action": ["s3:Get*", "s3:${x}"]', [...first, { value: "Action" }]],
  [text, []],
];

for (const [part, path] of cases) {
  test(`the path to \`${part.slice(0, 40)}\` names each step`, () => {
    const start = text.indexOf(part);
    const location = accessAnalyzerLocation({ text }, document, { start, end: start + part.length });
    assert.deepEqual(location.path, path);
  });
}

test("lines count from 1, columns and offsets from 0", () => {
  const start = text.indexOf('"Statement"');
  const { span } = accessAnalyzerLocation({ text }, document, { start, end: start + 11 });
  assert.deepEqual(span, { start: { line: 2, column: 2, offset: 4 }, end: { line: 2, column: 13, offset: 15 } });
});

test("a text that is no JSON has no paths", () => {
  assert.deepEqual(accessAnalyzerLocation({ text: "{" }, undefined, { start: 0, end: 1 }).path, []);
});
