import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isDate, parseDate } from "./date.ts";
import { parseIpRange, rangeHolds } from "./ip-range.ts";
import { parseNumber } from "./number.ts";
import { operatorNames } from "./operator-name.ts";
import { conditionOperators } from "./operators.ts";

test("each operator stands under its own name", () => {
  for (const name of operatorNames) assert.equal(conditionOperators[name].name, name);
});

test("the negated operators are those that say Not", () => {
  for (const name of operatorNames) assert.equal(conditionOperators[name].negated, name.includes("Not"), name);
});

test("only Like and ARN operators know wildcards", () => {
  for (const name of operatorNames) assert.equal(conditionOperators[name].wildcards, /Like$|^Arn/.test(name), name);
});

test("variables work in string, ARN and Bool operators", () => {
  for (const { type, variables, name } of Object.values(conditionOperators))
    assert.equal(variables, type === "string" || type === "arn" || type === "boolean", name);
});

const moments: readonly (readonly [text: string, iso: string])[] = [
  ["2026", "2026-01-01T00:00:00.000Z"],
  ["2026-03", "2026-03-01T00:00:00.000Z"],
  ["2026-03-04", "2026-03-04T00:00:00.000Z"],
  ["2026-03-04T05:06Z", "2026-03-04T05:06:00.000Z"],
  ["2026-03-04t05:06:07.5z", "2026-03-04T05:06:07.500Z"],
  ["2026-03-04T05:06:07+02:00", "2026-03-04T03:06:07.000Z"],
  ["2026-03-04T05:06:07-23", "2026-03-05T04:06:07.000Z"],
  ["0", "1970-01-01T00:00:00.000Z"],
  ["1767225600", "2026-01-01T00:00:00.000Z"],
];

for (const [text, iso] of moments) {
  test(`the date \`${text}\` is ${iso}`, () => {
    assert.equal(new Date(parseDate(text) ?? Number.NaN).toISOString(), iso);
  });
}

for (const text of [
  "",
  "soon",
  "2026-13",
  "2026-01-32",
  "2026-01-01T25:00",
  "2026-01-01T10:00:00+1",
  "2026-1-1T1:2:3:4",
  "9223372036854775808",
]) {
  test(`\`${text}\` is not a date`, () => {
    assert.equal(isDate(text), false);
  });
}

test("epoch seconds and their ISO text are the same moment", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 4_000_000_000 }), (seconds) => {
      assert.equal(parseDate(String(seconds)), parseDate(new Date(seconds * 1000).toISOString()));
    }),
  );
});

for (const text of ["", " 1", "1 ", "10abc", "0x10", "1e", "--1", "NaN", "Infinity"]) {
  test(`\`${text}\` is not a number`, () => {
    assert.equal(parseNumber(text), undefined);
  });
}

test("an address lies in the ranges made of its leading bits and in no range of another prefix", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), fc.ipV4(), (ip, bits, other) => {
      const range = parseIpRange(`${ip}/${bits}`);
      const [own, foreign] = [parseIpRange(ip), parseIpRange(other)];
      assert.ok(range !== undefined && own !== undefined && foreign !== undefined);
      assert.ok(rangeHolds(range, own));
      assert.equal(rangeHolds(range, foreign), binary(ip).slice(0, bits) === binary(other).slice(0, bits));
    }),
  );
});

function binary(ip: string): string {
  return ip
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
}

test("an IPv6 address is the same however it is shortened", () => {
  assert.deepEqual(parseIpRange("2001:db8::1"), parseIpRange("2001:0DB8:0:0:0:0:0:1"));
  assert.deepEqual(parseIpRange("::ffff:192.0.2.1"), parseIpRange("::ffff:c000:201"));
  for (const text of ["::1::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "g::", "::/129", "1.2.3", "1.2.3.256", "1.2.3.4/"])
    assert.equal(parseIpRange(text), undefined, text);
});

test("a range holds the ranges inside it and not the wider ones", () => {
  const [wide, narrow] = [parseIpRange("10.0.0.0/8"), parseIpRange("10.1.0.0/16")];
  assert.ok(wide !== undefined && narrow !== undefined);
  assert.deepEqual([rangeHolds(wide, narrow), rangeHolds(narrow, wide), rangeHolds(wide, wide)], [true, false, true]);
});
