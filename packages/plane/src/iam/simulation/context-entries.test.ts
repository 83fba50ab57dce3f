import assert from "node:assert/strict";
import { test } from "node:test";
import { type ContextEntry, IAM } from "@aws-sdk/client-iam";
import { policyText, testIam } from "../../testing/iam-for-tests.ts";

const entry = (ContextKeyType: ContextEntry["ContextKeyType"], ...ContextKeyValues: string[]): ContextEntry[] => [
  { ContextKeyName: "aws:SomeKey", ContextKeyType, ContextKeyValues },
];

/** A condition on the key, and values with which it holds. */
const holding: readonly (readonly [string, string, ContextEntry[]])[] = [
  ["StringLike", "b*", entry("string", "blue")],
  ["NumericLessThan", "10", entry("numeric", "5")],
  ["Bool", "true", entry("boolean", "true")],
  ["IpAddress", "10.0.0.0/8", entry("ip", "10.1.2.3")],
  ["DateLessThan", "2030-01-01T00:00:00Z", entry("date", "2026-11-23T07:00:00Z")],
  ["BinaryEquals", "aGVsbG8=", entry("binary", "aGVsbG8=")],
  ["ForAnyValue:StringEquals", "blue", entry("stringList", "red", "blue")],
  ["ForAllValues:NumericLessThan", "10", entry("numericList", "5", "6")],
  ["ForAnyValue:Bool", "true", entry("booleanList", "false", "true")],
  ["ForAnyValue:IpAddress", "10.0.0.0/8", entry("ipList", "192.0.2.1", "10.1.2.3")],
  ["ForAllValues:DateLessThan", "2030-01-01T00:00:00Z", entry("dateList", "2026-11-23T07:00:00Z")],
  ["ForAnyValue:BinaryEquals", "aGVsbG8=", entry("binaryList", "aGVsbG8=")],
];

test("context entries of every type reach the conditions", async (t) => {
  const { clients } = await testIam(t);
  const iam = clients(IAM);
  for (const [operator, listed, ContextEntries] of holding) {
    const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
    const { EvaluationResults: [result] = [] } = await iam.simulateCustomPolicy({
      PolicyInputList: [policyText({ ...statement, Condition: { [operator]: { "aws:SomeKey": listed } } })],
      ActionNames: ["s3:GetObject"],
      ContextEntries,
    });
    assert.deepEqual([operator, result?.EvalDecision, result?.MissingContextValues], [operator, "allowed", []]);
  }
});
