import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { operatorNames, type OperatorName } from "../../condition/operator-name.ts";
import { conditionOperators } from "../../condition/operators.ts";
import type { Condition, SetQualifier } from "../../document/policy-node.ts";
import { compileCondition, conditionHolds } from "../../match/compile-condition.ts";
import { createQuery } from "../../request/query.ts";
import type { ContextValue } from "../../request/request.ts";
import { findKeyValue } from "./find-key-value.ts";
import type { KeyLiteral, KeyShape } from "./literals.ts";
import { patternOf } from "./testing/arbitrary-pattern.ts";

/** A condition as a policy writes it, and whether it is to hold. */
interface Asked {
  readonly name: OperatorName;
  readonly qualifier: SetQualifier | undefined;
  readonly ifExists: boolean;
  readonly values: readonly string[];
  readonly holds: boolean;
}

function literalOf({ name, qualifier, ifExists, values, holds }: Asked): KeyLiteral {
  const operator = conditionOperators[name];
  return {
    operator,
    ...(qualifier && { qualifier }),
    ifExists,
    tests: values.map((value) => patternOf(name, value)),
    holds,
  };
}

/** Asks the evaluator itself. */
function satisfies(asked: Asked, value: ContextValue | undefined): boolean {
  const place = { start: 0, end: 0 };
  const text = (of: string): Condition["key"] => ({ node: "text", value: of, ...place });
  const condition: Condition = {
    node: "condition",
    operator: text(asked.name),
    name: asked.name,
    ...(asked.qualifier && { qualifier: asked.qualifier }),
    ifExists: asked.ifExists,
    key: text("test:key"),
    values: asked.values.map(text),
    ...place,
  };
  const context = value === undefined ? {} : { "test:key": value };
  const request = { action: "s3:GetObject", resource: "*", context };
  const name = { action: "s3:getobject", service: "s3" };
  const query = createQuery("arn:aws:iam::111122223333:user/a", request, name);
  return conditionHolds(compileCondition(condition, false), query) === asked.holds;
}

function fits(shape: KeyShape, value: ContextValue | undefined): boolean {
  return value === undefined ? shape.absent : typeof value === "string" ? shape.single : shape.list;
}

const free: KeyShape = { absent: true, single: true, list: true };
const seed = 20_261_123;

/** Listed values and values of requests by family; the requests' include the listed ones. */
const families: Readonly<Record<string, { readonly names: RegExp; readonly texts: readonly string[] }>> = {
  "texts and ARNs": {
    names: /^String|^Arn|^Bool|^Binary|^Null/,
    texts: [
      "a",
      "A",
      "ab",
      "a*",
      "*",
      "?",
      "?*",
      "b=",
      "true",
      "false",
      "arn:aws:iam::1:role/a",
      "arn:aws:iam::*:role/*",
      "arn:*",
    ],
  },
  numbers: {
    names: /^Numeric|^Null/,
    texts: ["1", "1.5", "2", "-3", "1e999", "x", "1.0", "1.25", "3", "-4", "0"],
  },
  dates: {
    names: /^Date|^Null/,
    texts: [
      "2026",
      "2026-01-01T00:00:00.001Z",
      "2026-01-02",
      "0",
      "-9999999999999999999",
      "9223372036854775807",
      "x",
      "2025",
      "2027",
    ],
  },
  addresses: {
    names: /Ip|^Null/,
    texts: [
      "10.0.0.0/8",
      "10.0.0.0/9",
      "10.128.0.0/9",
      "10.0.0.1",
      "0.0.0.0/0",
      "::/0",
      "2001:db8::/32",
      "2001:db8::1",
      "11.0.0.1",
      "x",
    ],
  },
};

function askedOf(names: readonly OperatorName[], texts: readonly string[]): fc.Arbitrary<readonly Asked[]> {
  const asked = fc.constantFrom(...names).chain((name) =>
    fc.record({
      name: fc.constant(name),
      qualifier: fc.constantFrom<SetQualifier | undefined>(undefined, "ForAllValues", "ForAnyValue"),
      ifExists: fc.boolean(),
      values: fc.array(fc.constantFrom(...(name === "Null" ? ["true", "false"] : texts)), {
        minLength: 1,
        maxLength: 3,
      }),
      holds: fc.boolean(),
    }),
  );
  return fc.array(asked, { maxLength: 4 });
}

const shapes = fc.record({ absent: fc.boolean(), single: fc.boolean(), list: fc.boolean() });

for (const [family, { names, texts }] of Object.entries(families)) {
  const pool: readonly (ContextValue | undefined)[] = [
    undefined,
    "",
    ...texts,
    [],
    [""],
    ...texts.map((text) => [text]),
    ...texts.flatMap((one) => texts.map((other) => [one, other])),
  ];

  test(`a value is found where the evaluator would accept one: ${family}`, () => {
    const own = operatorNames.filter((name) => names.test(name));
    fc.assert(
      fc.property(askedOf(own, texts), shapes, (asked, shape) => {
        const answer = findKeyValue(asked.map(literalOf), shape);
        if (answer.kind === "found") {
          assert.ok(fits(shape, answer.value));
          for (const one of asked) assert.ok(satisfies(one, answer.value), JSON.stringify([one, answer.value]));
          return;
        }
        const known = pool.filter((value) => fits(shape, value) && asked.every((one) => satisfies(one, value)));
        assert.deepEqual([answer.kind, known], ["none", []]);
      }),
      { numRuns: 1_500, seed },
    );
  });
}

test("operators of every family on one key never hide a value", () => {
  const texts = Object.values(families).flatMap((family) => family.texts);
  const pool = [undefined, "", ...texts, [], ...texts.map((text) => [text])];
  fc.assert(
    fc.property(askedOf(operatorNames, texts), (asked) => {
      const answer = findKeyValue(asked.map(literalOf), free);
      if (answer.kind === "found") for (const one of asked) assert.ok(satisfies(one, answer.value));
      if (answer.kind === "none") assert.ok(!pool.some((value) => asked.every((one) => satisfies(one, value))));
    }),
    { numRuns: 1_500, seed },
  );
});

function ask(name: OperatorName, values: readonly string[], more: Partial<Asked> = {}): Asked {
  return { name, qualifier: undefined, ifExists: false, values, holds: true, ...more };
}

const every = { qualifier: "ForAllValues" } as const;
const some = { qualifier: "ForAnyValue" } as const;
const present: KeyShape = { ...free, absent: false };

type Answer = { readonly value: ContextValue | undefined } | "none";
const cases: readonly (readonly [title: string, asked: readonly Asked[], shape: KeyShape, answer: Answer])[] = [
  ["nothing asked of any key", [], free, { value: undefined }],
  ["nothing asked of a key that is there", [], present, { value: "x" }],
  ["a condition that holds", [ask("StringEquals", ["eu-west-1"])], free, { value: "eu-west-1" }],
  ["a condition that does not hold", [ask("StringEquals", ["eu-west-1"], { holds: false })], present, { value: "x" }],
  ["a negated operator", [ask("StringNotEquals", ["a"])], free, { value: undefined }],
  ["IfExists", [ask("StringEquals", ["a"], { ifExists: true })], free, { value: undefined }],
  [
    "a key that must be there",
    [ask("Null", ["false"]), ask("StringEquals", ["a"], { ifExists: true })],
    free,
    { value: "a" },
  ],
  ["presence and absence", [ask("Null", ["false"]), ask("Null", ["true"])], free, "none"],
  ["a null value of a key that is there", [ask("Null", ["true"])], present, { value: "" }],
  ["ForAllValues without values", [ask("StringEquals", ["a"], every)], free, { value: undefined }],
  [
    "ForAllValues and ForAnyValue",
    [ask("StringEquals", ["a", "b"], every), ask("StringLike", ["b*"], some)],
    free,
    { value: "b" },
  ],
  [
    "two elements",
    [ask("StringLike", ["team-*"], some), ask("StringLike", ["cost-*"], some), ask("StringNotLike", ["*-x"], every)],
    free,
    { value: ["team-", "cost-"] },
  ],
  [
    "two elements of a single text",
    [ask("StringLike", ["a*"], some), ask("StringLike", ["b*"], some)],
    { ...free, list: false },
    "none",
  ],
  [
    "an element outside",
    [ask("StringEquals", ["a"], { ...every, holds: false })],
    { ...free, single: false },
    { value: ["x"] },
  ],
  ["a plain operator on a list", [ask("StringEquals", ["a"])], { ...free, single: false }, "none"],
  [
    "AWS's values of a key",
    [ask("Bool", ["true"], { holds: false })],
    {
      ...present,
      alsoLiterals: [
        {
          any: [
            { kind: "boolean", value: true },
            { kind: "boolean", value: false },
          ],
          holds: true,
        },
      ],
    },
    { value: "false" },
  ],
  [
    "a preferred value",
    [ask("StringLike", ["eu-*"])],
    { ...free, prefer: ["us-east-1", "eu-west-1"] },
    { value: "eu-west-1" },
  ],
];

for (const [title, asked, shape, answer] of cases) {
  test(`finds what can be found for ${title}`, () => {
    const expected = answer === "none" ? { kind: "none" } : { kind: "found", value: answer.value };
    assert.deepEqual(findKeyValue(asked.map(literalOf), shape), expected);
    if (answer !== "none") for (const one of asked) assert.ok(satisfies(one, answer.value));
  });
}
