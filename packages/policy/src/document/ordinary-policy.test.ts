import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { scanOrdinaryPolicy } from "./ordinary-policy.ts";
import { parsePolicy, readInFull, readPolicyDocument } from "./parse-policy.ts";
import type { PolicyKind } from "./policy-node.ts";

const kinds: readonly PolicyKind[] = ["identity", "boundary", "session"];

/** One of the first, and once in a while one of the second. */
const mostly = <T>(usual: readonly T[], odd: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 80, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });

const quoted = (usual: readonly string[], odd: readonly string[] = usual): fc.Arbitrary<string> =>
  mostly(usual, odd).map((text) => JSON.stringify(text));

const space = fc.oneof(
  { weight: 600, arbitrary: fc.constantFrom("", " ", "\n\t", "\r\n") },
  { weight: 1, arbitrary: fc.constantFrom("\u00a0", "\f") },
);

/** Pieces with a separator between them, white space around it. */
function joined(pieces: fc.Arbitrary<readonly string[]>, separator: string): fc.Arbitrary<string> {
  return fc.tuple(pieces, space, space).map(([each, before, after]) => each.join(before + separator + after));
}

const oneOrMore = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 30, arbitrary: text },
    { weight: 30, arbitrary: joined(fc.array(text, { minLength: 1, maxLength: 3 }), ",").map((inner) => `[${inner}]`) },
    { weight: 1, arbitrary: fc.constant("[]") },
  );

const member = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  joined(fc.tuple(name, value), ":");

const object = (pieces: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> =>
  fc.tuple(space, joined(pieces, ","), space).map(([before, inner, after]) => `{${before}${inner}${after}}`);

const sid = quoted(["", "Read", "Write", "0", "A1", "B2", "C3"], ["no-sid", "é"]);
const effect = quoted(["Allow", "Deny"], ["allow", ""]);
const action = quoted(
  ["*", "s3:GetObject", "S3:*", "a-b.9:x y"],
  ["*:Get", "s3", "a:b:c", ":", "", "s 3:x", "s3:\u007f", "s3:\u2028", "s3:\\", "s3:\ud83d\ude00"],
);
const resource = quoted(
  [
    "*",
    "arn:aws:s3:::data/*",
    "arn:aws:s3:::data/${aws:username}:x",
    "arn:aws:s3:*:1:accesspoint/x",
    "arn:*:kms:*:*:key/*",
    "arn:aws-cn:sqs:cn-north-1:1:q",
    "arn:aws:iam::1:role/x",
    "arn:aws:iam::1:*",
  ],
  [
    "arn:aws:s3:eu-west-1:1:x",
    "arn:aws-:sqs:::q",
    "arn:aws:sqs",
    "arn:aws:s*:::x",
    "arn:aws::::x",
    "arn:aws:sqs:${aws:RequestedRegion}:1:q",
    "arn:aws:iam::1:*x",
    "arn:aws:iam::1:rolex",
    "arn:aws:iam:*:1:role/x",
    "arn:aws:iam::role/x",
    "x",
    "",
  ],
);
const operator = quoted(
  ["StringEquals", "ForAnyValue:StringLikeIfExists", "Null", "Bool", "ForAllValues:StringEquals", "ArnLike"],
  ["NullIfExists", "DateLessThan", "ForSomeValues:StringEquals", "stringEquals", "BoolIfExistsIfExists", ""],
);
const key = quoted(["aws:username", "aws:UserName", "s3:prefix", "__proto__", ""], ['a"b', "\\", "\u0000"]);
const value = quoted(["blue", "", "${x}", "2026"], ["\u0000", "\ud83d\ude00", "é"]);

const keyValues = fc.oneof({ weight: 30, arbitrary: oneOrMore(value) }, fc.constantFrom("true", "1", "{}", "null"));
const keyBlock = object(fc.array(member(key, keyValues), { minLength: 1, maxLength: 3 }));
const condition = object(fc.array(member(operator, keyBlock), { minLength: 1, maxLength: 3 }));

const usual = fc.tuple(
  member(quoted(["Effect"]), effect),
  member(quoted(["Action", "NotAction"]), oneOrMore(action)),
  member(quoted(["Resource", "NotResource"]), oneOrMore(resource)),
);
const further = fc.tuple(
  fc.option(member(quoted(["Sid"], ["sid"]), sid)),
  fc.option(member(quoted(["Condition"], ["Principal"]), condition)),
);

/** A statement of the usual members in any order, now and then without one or with one too many. */
const statement = object(
  fc.tuple(usual, further, usual).chain(([first, second, again]) => {
    const given = [...first, ...second.filter((each) => each !== null)];
    return fc.oneof(
      { weight: 20, arbitrary: fc.shuffledSubarray(given, { minLength: given.length }) },
      { weight: 1, arbitrary: fc.shuffledSubarray([...given, ...again], { minLength: 3 }) },
    );
  }),
);

const version = member(quoted(["Version"]), quoted(["2012-10-17"], ["2008-10-17"]));
const list = joined(fc.array(statement, { minLength: 1, maxLength: 3 }), ",");
const statements = member(
  quoted(["Statement"]),
  fc.oneof({ weight: 5, arbitrary: list.map((inner) => `[${inner}]`) }, { weight: 1, arbitrary: list }),
);
const whole = object(
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(version, statements) },
    { weight: 2, arbitrary: fc.tuple(statements, version) },
    { weight: 1, arbitrary: fc.array(fc.oneof(version, statements, member(quoted(["Id"]), quoted(["x"])))) },
  ),
);

const scraps = [
  "",
  "{",
  "}",
  "[",
  "]",
  '"',
  ",",
  ":",
  "\\",
  "\u0000",
  "\n",
  "\ud800",
  " ",
  "*",
  "$",
  "é",
  '","',
  '"Sid":"",',
];

const anywhere = fc.noBias(fc.nat(100_000));

/** A text with a little of it replaced: by a scrap, or by another stretch of it. */
const damaged = fc
  .tuple(whole, anywhere, fc.nat(4), fc.oneof(fc.constantFrom(...scraps), fc.tuple(anywhere, fc.nat(40))))
  .map(([text, place, length, scrap]) => {
    const at = place % text.length;
    const piece = typeof scrap === "string" ? scrap : text.slice(scrap[0] % text.length).slice(0, scrap[1]);
    return text.slice(0, at) + piece + text.slice(at + length);
  });

/** Whether the text is found ordinary; if so, it has to be without fault and mean the same when read in full. */
function isSound(text: string, kind: PolicyKind): boolean {
  if (scanOrdinaryPolicy(text) === undefined) return false;
  const full = readInFull({ text }, { kind, managed: true });
  assert.deepEqual(full.faults, []);
  assert.deepEqual(readPolicyDocument(text, { kind, managed: true }), full);
  assert.ok(JSON.parse(text));
  return true;
}

for (const [name, texts, least] of [
  ["of every shape", whole, 800],
  ["damaged at random", damaged, 50],
] as const)
  test(`a document ${name} that is found ordinary has no fault and the same statements`, () => {
    let found = 0;
    const seen = fc.property(texts, fc.constantFrom(...kinds), (text, kind) => {
      if (isSound(text, kind)) found += 1;
    });
    fc.assert(seen, { seed: 41, numRuns: 8_000 });
    assert.ok(found >= least, `${found} documents were ordinary`);
  });

const allow = '"Effect":"Allow","Action":"s3:GetObject","Resource":"*"';
const policyOf = (...each: readonly string[]): string =>
  `{"Version":"2012-10-17","Statement":[${each.map((inner) => `{${inner}}`).join(",")}]}`;
const conditionOf = (inner: string): string => policyOf(`${allow},"Condition":{${inner}}`);

const ordinary: Readonly<Record<string, string>> = {
  "one statement": policyOf(allow),
  "white space": `\n{ "Version" : "2012-10-17",\r\n\t"Statement" : [ { ${allow} } ] }\n`,
  "members in another order": policyOf(`"Resource":"*","NotAction":["iam:*"],"Sid":"A1","Effect":"Deny"`),
  "the version at the end": `{"Statement":[{${allow}}],"Version":"2012-10-17"}`,
  "operators and keys": conditionOf('"StringLike":{"a":"b","c":["d","e"]},"ForAllValues:StringEquals":{"a":"b"}'),
  "a bare Boolean": conditionOf('"Bool":{"aws:SecureTransport":false}'),
  "empty ids": policyOf(`"Sid":"",${allow}`, `"Sid":"",${allow}`),
};

const notOrdinary: Readonly<Record<string, string>> = {
  "an id twice": policyOf(`"Sid":"A",${allow}`, `"Sid" :"A",${allow}`),
  "a member twice": policyOf(`${allow},"Effect":"Deny"`),
  "an element and its negation": policyOf(`${allow},"NotAction":"a:b"`),
  "no resource": policyOf('"Effect":"Allow","Action":"s3:GetObject"'),
  "a principal": policyOf(`${allow},"Principal":"*"`),
  "an operator twice": conditionOf('"Bool":{"a":"b"},"Bool":{"c":"d"}'),
  "a key twice": conditionOf('"Bool":{"a":"b","c":"d","a":"e"}'),
  "a date": conditionOf('"DateLessThan":{"aws:CurrentTime":"soon"}'),
  "no statement": policyOf(),
  "a comma too many": `{"Version":"2012-10-17","Statement":[{${allow}},]}`,
  "statements without a list": `{"Version":"2012-10-17","Statement":{${allow}},{${allow}}}`,
  "the version twice": `{"Version":"2012-10-17","Statement":[{${allow}}],"Version":"2012-10-17"}`,
  "an old version": `{"Version":"2008-10-17","Statement":[{${allow}}]}`,
  "text after the end": `${policyOf(allow)}x`,
};

for (const [expected, cases] of [
  [true, ordinary],
  [false, notOrdinary],
] as const)
  for (const [name, text] of Object.entries(cases))
    test(`a policy with ${name} is ${expected ? "" : "not "}found ordinary`, () => {
      for (const kind of kinds) assert.equal(isSound(text, kind), expected);
    });

test("a policy whose statements are read later is data like any other", () => {
  const parsed = parsePolicy(policyOf(allow), { kind: "identity" });
  assert.ok(parsed.kind === "policy");
  const { policy } = readInFull({ text: policyOf(allow) }, { kind: "identity" });
  assert.deepEqual(parsed.policy, policy);
  assert.deepEqual({ ...parsed.policy }, policy);
  assert.deepEqual(JSON.parse(JSON.stringify(parsed.policy)), JSON.parse(JSON.stringify(policy)));
  assert.equal(parsed.policy.statements, parsed.policy.statements);
});

test("a list too long for one glance is read in full", () => {
  const names = Array.from({ length: 60_000 }, (_, index) => `"s3:A${index}"`).join();
  const text = policyOf(`"Effect":"Allow","Action":[${names}],"Resource":"*"`);
  assert.equal(scanOrdinaryPolicy(text), undefined);
  assert.equal(parsePolicy(text, { kind: "identity" }).kind, "policy");
});
