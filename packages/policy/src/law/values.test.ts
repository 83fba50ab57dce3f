import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGlob } from "../pattern/glob.ts";
import { conditionOperators } from "../condition/operators.ts";
import type { OperatorName } from "../condition/operator-name.ts";

type Row = readonly [fact: string, operator: OperatorName, listed: string, value: string, matches: boolean];

/** Listed values and request values of every form, and whether the operator's positive sense holds. */
const rows: readonly Row[] = [
  ["[4.2.2]", "NumericEquals", "10", "10.0", true],
  ["[4.2.2]", "NumericEquals", "+10", "1e1", true],
  ["[4.2.2]", "NumericEquals", ".5", "0.5", true],
  ["[4.2.2]", "NumericEquals", "10", "", false],
  ["[4.2.2]", "NumericEquals", "10", " 10", false],
  ["[4.2.2]", "NumericEquals", "16", "0x10", false],
  ["[4.2.2]", "NumericLessThan", "10", "10", false],
  ["[4.2.2]", "NumericLessThanEquals", "10", "10", true],
  ["[4.2.2]", "NumericGreaterThan", "-2", "-1", true],
  ["[4.2.2]", "NumericGreaterThan", "10", "10", false],
  ["[4.2.2]", "NumericGreaterThanEquals", "10", "10", true],
  ["[4.2.3]", "DateEquals", "2026", "2026-01-01T00:00:00Z", true],
  ["[4.2.3]", "DateEquals", "2026-03", "2026-03-01", true],
  ["[4.2.3]", "DateEquals", "2026-03-01T09:00+09:00", "2026-03-01", true],
  ["[4.2.3]", "DateEquals", "2026-03-01T00:00:00.5Z", "1772323200.5", true],
  ["[4.2.3]", "DateEquals", "2026-00-01", "2026-00-01", false],
  ["[4.2.3]", "DateEquals", "2026-13-01", "2026-13-01", false],
  ["[4.2.3]", "DateEquals", "2026-01-00", "2026-01-00", false],
  ["[4.2.3]", "DateEquals", "2026-01-32", "2026-01-32", false],
  ["[4.2.3]", "DateEquals", "2026-01-01T25:00Z", "2026-01-01T25:00Z", false],
  ["[4.2.3]", "DateEquals", "2026-01-01T00:60Z", "2026-01-01T00:60Z", false],
  ["[4.2.3]", "DateEquals", "2026-01-01T00:00:61Z", "2026-01-01T00:00:61Z", false],
  ["[4.2.3]", "DateEquals", "2026-01-01T00:00+24:00", "2026-01-01T00:00+24:00", false],
  ["[4.2.3]", "DateEquals", "2026-01-01T00:00+00:60", "2026-01-01T00:00+00:60", false],
  ["[4.2.3]", "DateGreaterThan", "2026-01-01", "2026-01-01T00:00:00Z", false],
  ["[4.2.3]", "DateEquals", "2026-01-01T00:00+05:30", "2025-12-31T18:30:00Z", true],
  ["[4.2.3]", "DateEquals", "2026-01-01T00:00-0530", "2026-01-01T05:30:00Z", true],
  ["[4.2.3]", "DateLessThan", "2026-01-01", "2025-12-31T23:59:59Z", true],
  ["[4.2.4]", "Bool", "false", "False", true],
  ["[4.2.4]", "Bool", "true", "1", false],
  ["[4.2.4]", "Bool", "yes", "yes", false],
  ["[4.2.5]", "BinaryEquals", "QQ==", "QQ", true],
  ["[4.2.5]", "BinaryEquals", "QUJD", "QUJd", false],
  ["[4.2.6]", "IpAddress", "10.0.0.0/8", "10.255.255.255", true],
  ["[4.2.6]", "IpAddress", "10.0.0.0/8", "11.0.0.0", false],
  ["[4.2.6]", "IpAddress", "0.0.0.0/0", "255.255.255.255", true],
  ["[4.2.6]", "IpAddress", "0.0.0.0/0", "::1", false],
  ["[4.2.6]", "IpAddress", "::/0", "10.0.0.1", false],
  ["[4.2.6]", "IpAddress", "10.0.0.0/33", "10.0.0.0", false],
  ["[4.2.6]", "IpAddress", "10.0.0.0/", "10.0.0.0", false],
  ["[4.2.6]", "IpAddress", "10.0.0.0/x", "10.0.0.0", false],
  ["[4.2.6]", "IpAddress", "10.0.0.256", "10.0.0.256", false],
  ["[4.2.6]", "IpAddress", "10.0.0", "10.0.0", false],
  ["[4.2.6]", "IpAddress", "10.0.0.0.0", "10.0.0.0.0", false],
  ["[4.2.6]", "IpAddress", "10.0.0.a", "10.0.0.a", false],
  ["[4.2.6]", "IpAddress", "2001:db8::/32", "2001:DB8:ffff::1", true],
  ["[4.2.6]", "IpAddress", "2001:db8::/32", "2001:db9::1", false],
  ["[4.2.6]", "IpAddress", "2001:db8:0:0:0:0:0:1", "2001:db8::1", true],
  ["[4.2.6]", "IpAddress", "::ffff:192.0.2.1", "::ffff:c000:201", true],
  ["[4.2.6]", "IpAddress", "192.0.2.1::", "192.0.2.1::", false],
  ["[4.2.6]", "IpAddress", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7", false],
  ["[4.2.6]", "IpAddress", "1:2:3:4:5:6:7:8::", "1:2:3:4:5:6:7:8::", false],
  ["[4.2.6]", "IpAddress", "1::2::3", "1::2::3", false],
  ["[4.2.6]", "IpAddress", "::12345", "::12345", false],
  ["[4.2.6]", "IpAddress", "::1", "::1/128", true],
  ["[4.2.6]", "IpAddress", "::/129", "::1", false],
  ["[4.2.7]", "ArnLike", "arn:aws:s3:::da*", "arn:aws:s3:::data", true],
  ["[4.2.7]", "ArnEquals", "arn:aws:s3:::da?a", "arn:aws:s3:::data", true],
  ["[4.2.7]", "ArnLike", "arn:aws:s3*:data", "arn:aws:s3:::data", false],
  ["[4.2.7]", "ArnLike", "arn:*", "arn:aws:s3:::data", false],
  ["[4.2.7]", "ArnLike", "arn:aws:iam::*:role/*", "arn:aws:iam::111111111111:role/a:b/c", true],
  ["[4.2.7]", "ArnLike", "arn:aws:iam::111111111111:role/A", "arn:aws:iam::111111111111:role/a", false],
  ["[4.2.7]", "ArnLike", "data", "data", false],
];

for (const [fact, operator, listed, value, matches] of rows) {
  test(`${fact} ${value} is ${matches ? "" : "not "}what ${operator} ${listed} lists`, () => {
    const { wildcards, matches: compile } = conditionOperators[operator];
    const parts = wildcards ? parseGlob(listed) : [listed];
    assert.equal(compile(parts)(value), matches);
  });
}

test("[4.2.7] ArnEquals and ArnLike are one, negated too", () => {
  for (const [like, equals] of [
    ["ArnLike", "ArnEquals"],
    ["ArnNotLike", "ArnNotEquals"],
  ] as const)
    assert.deepEqual({ ...conditionOperators[like], name: "" }, { ...conditionOperators[equals], name: "" });
});
