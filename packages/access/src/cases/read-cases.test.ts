import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCsv } from "./parse-csv.ts";
import { caseFormat, readCases } from "./read-cases.ts";

const sources = { readPolicy: (path: string) => `<${path}>`, identity: [] };

test("a comma-separated text has cells with quotes, commas and line breaks", () => {
  assert.deepEqual(parseCsv('\uFEFFa,"b ""x"", y"\r\n\r\n"1\n2",'), [
    ["a", 'b "x", y'],
    ["1\n2", ""],
  ]);
  assert.deepEqual(parseCsv(""), []);
  assert.throws(() => parseCsv('a,"b'), /row 1: a quote stands where none may/);
  assert.throws(() => parseCsv('a,b"c'), SyntaxError);
});

test("a CSV row is a case with context and policies of several layers", () => {
  const text = [
    "id,principal,action,resource,resourceAccount,expected,policies,context.aws:SourceIp,context.aws:TagKeys",
    "a,anonymous,s3:GetObject,arn:aws:s3:::x/y,222222222222,Allowed,one.json; scp:root.json;scp:unit.json;boundary:b.json,10.0.0.1,p|q",
    "b,anonymous,s3:GetObject,,,,,,",
  ].join("\n");
  assert.deepEqual(readCases(text, "csv", sources), [
    {
      id: "a",
      principal: "anonymous",
      expected: "Allowed",
      request: {
        action: "s3:GetObject",
        resource: "arn:aws:s3:::x/y",
        resourceAccount: "222222222222",
        context: { "aws:SourceIp": "10.0.0.1", "aws:TagKeys": ["p", "q"] },
      },
      policies: { identity: ["<one.json>"], scps: [["<root.json>"], ["<unit.json>"]], boundary: "<b.json>" },
    },
    { id: "b", principal: "anonymous", request: { action: "s3:GetObject", resource: "*" } },
  ]);
});

test("YAML has rows or whole cases, and identity policies may come from outside", () => {
  const text = `
- {principal: anonymous, action: "s3:GetObject", context: {"aws:SecureTransport": true}, policies: [one.json]}
- {id: whole, principal: anonymous, request: {action: "s3:GetObject", resource: "*"}, policies: {boundary: {a: 1}}}
`;
  assert.deepEqual(readCases(text, "yaml", { ...sources, identity: ["<flag>"] }), [
    {
      id: "1",
      principal: "anonymous",
      request: { action: "s3:GetObject", resource: "*", context: { "aws:SecureTransport": true } },
      policies: { identity: ["<one.json>", "<flag>"] },
    },
    {
      id: "whole",
      principal: "anonymous",
      request: { action: "s3:GetObject", resource: "*" },
      policies: { boundary: { a: 1 }, identity: ["<flag>"] },
    },
  ]);
});

test("what cannot be read is told", () => {
  assert.throws(() => readCases("id,acton\n1,x", "csv", sources), /column `acton` means nothing/);
  assert.throws(() => readCases("id\n1,2", "csv", sources), /row 1 has 2 cells under 1 columns/);
  assert.throws(() => readCases("a: 1", "yaml", sources), /not a list/);
  assert.throws(() => readCases("a: [", "yaml", sources), SyntaxError);
  assert.throws(() => readCases("{", "json", sources), SyntaxError);
  assert.deepEqual(readCases("[3]", "json", sources), [3]);
  assert.deepEqual(["a.json", "b.yml", "c.CSV", "d"].map(caseFormat), ["json", "yaml", "csv", "json"]);
});
