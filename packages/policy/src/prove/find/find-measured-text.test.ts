import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { conditionOperators } from "../../condition/operators.ts";
import type { OperatorName } from "../../condition/operator-name.ts";
import { findText } from "./find-text.ts";
import type { TextLiteral } from "./literals.ts";
import { textPatternOf } from "./text-pattern.ts";

/** Listed values of one operator, some of which match (`holds`) or none. */
interface Asked {
  readonly name: OperatorName;
  readonly values: readonly string[];
  readonly holds: boolean;
}

function literalOf({ name, values, holds }: Asked): TextLiteral {
  return { any: values.map((value) => textPatternOf(conditionOperators[name], [value])), holds };
}

/** Asks the operators themselves. */
function satisfies(asked: readonly Asked[], text: string): boolean {
  return asked.every(
    ({ name, values, holds }) => values.some((value) => conditionOperators[name].matches([value])(text)) === holds,
  );
}

function askedOf(names: readonly OperatorName[], values: fc.Arbitrary<string>): fc.Arbitrary<readonly Asked[]> {
  const one = fc.record({
    name: fc.constantFrom(...names),
    values: fc.array(values, { minLength: 1, maxLength: 4 }),
    holds: fc.boolean(),
  });
  return fc.array(one, { minLength: 1, maxLength: 5 });
}

const orders = ["Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"] as const;
const doubles = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }), fc.constantFrom(5e-324, 1e308));
const numerals = doubles.map((value) => (Number.isFinite(value) ? String(value) : value > 0 ? "1e999" : "-1e999"));
const moments = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.integer({ min: 0, max: 3 }).map((minute) => `2026-01-01T00:0${minute}:00Z`),
  fc.integer({ min: 2, max: 998 }).map((fraction) => `2026-01-01T00:00:00.${fraction}Z`),
  fc.constantFrom("-0001", "0099-12-31", "9223372036854775807", "-9999999999999999999", "12026-01-01", "1767225600.5"),
);
const quads = fc.integer({ min: 0, max: 17 }).map((last) => `10.0.0.${last}`);
const ranges = fc.oneof(
  fc.tuple(quads, fc.integer({ min: 27, max: 32 })).map(([quad, bits]) => `${quad}/${bits}`),
  fc
    .tuple(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 123, max: 128 }))
    .map(([last, bits]) => `2001:db8::${last.toString(16)}/${bits}`),
  fc.constantFrom(
    "0.0.0.0/0",
    "::/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "255.255.255.255",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  ),
);
const widest = ["0.0.0.0", "255.255.255.255", "10.0.0.64", "::1", "2001:db8::ff"];
const inside = Array.from({ length: 40 }, (_, last) => [`10.0.0.${last}`, `2001:db8::${last.toString(16)}`]).flat();

const families = [
  {
    title: "numbers",
    asked: askedOf(
      orders.map((order): OperatorName => `Numeric${order}`),
      numerals,
    ),
    others: fc.array(numerals, { minLength: 8, maxLength: 8 }),
  },
  {
    title: "dates",
    asked: askedOf(
      orders.map((order): OperatorName => `Date${order}`),
      moments,
    ),
    others: fc.array(moments, { minLength: 8, maxLength: 8 }),
  },
  {
    title: "addresses",
    asked: askedOf(["IpAddress"], ranges),
    others: fc.array(ranges, { maxLength: 8 }).map((some) => [...inside, ...widest, ...some]),
  },
] as const;

for (const { title, asked, others } of families) {
  test(`${title} are found exactly where the operators would accept one`, () => {
    fc.assert(
      fc.property(asked, others, (literals, texts) => {
        const answer = findText(literals.map(literalOf), { nonEmpty: true });
        if (answer.kind === "found") return assert.ok(satisfies(literals, answer.value), answer.value);
        const listed = literals.flatMap(({ values }) => values);
        assert.deepEqual(
          [answer.kind, [...texts, ...listed, "x"].filter((text) => satisfies(literals, text))],
          ["none", []],
        );
      }),
      { numRuns: 2_000, seed: 20_261_123 },
    );
  });
}
