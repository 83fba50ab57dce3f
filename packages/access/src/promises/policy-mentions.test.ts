import assert from "node:assert/strict";
import { test } from "node:test";
import { mentionReader } from "./policy-mentions.ts";

const mentionsOf = (...texts: readonly string[]): ReturnType<ReturnType<typeof mentionReader>> =>
  mentionReader()({ identity: texts.map((document) => ({ id: "p", document })), levels: [], missing: [] });

const whole: readonly string[] = [
  '{"Resource":"arn:aws:s3:::team-1-*"}',
  '{"Resource":"arn:aws:iam::*:role/x"}',
  '{"Resource":["arn:aws:iam::111122223333:role/x","arn:aws:iam::aws:policy/ReadOnlyAccess"]}',
  '{"Resource":"arn:aws:s3:::logs-${aws:PrincipalAccount}/*"}',
  '{"Resource":"arn:aws:iam::${aws:PrincipalAccount}:role/*"}',
  '{"StringEquals":{"aws:ResourceAccount":["111122223333","444455556666"]}}',
  '{"StringEquals":{"aws:ResourceAccount":"${aws:PrincipalAccount}"}}',
];
const parts: readonly string[] = [
  '{"Resource":"arn:aws:iam::1111*:role/x"}',
  '{"StringLike":{"aws:ResourceAccount":"1111*"}}',
  '{"StringLike":{"aws:PrincipalAccount":["111122223333","4*"]}}',
];

test("accounts that are named whole, or by a variable, leave others alike", () => {
  for (const text of whole) assert.equal(mentionsOf(text).accountParts, false, text);
});

test("accounts that are named in part may all differ", () => {
  for (const text of parts) assert.equal(mentionsOf(text).accountParts, true, text);
});

test("a variable that may meet a part of an id in another policy makes accounts differ", () => {
  const [variable, part] = [
    '{"Resource":"arn:aws:s3:::logs-${aws:PrincipalAccount}"}',
    '{"Resource":"arn:aws:s3:::logs-1*"}',
  ];
  assert.equal(mentionsOf(part).accountParts, false);
  assert.equal(mentionsOf(variable, part).accountParts, true);
});

test("every twelve digits count as an id, wherever they begin", () => {
  assert.deepEqual(
    [...mentionsOf('{"Resource":"arn:aws:s3:::x1234567890123"}').accountIds],
    ["123456789012", "234567890123"],
  );
});
