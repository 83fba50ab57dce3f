import assert from "node:assert/strict";
import { test } from "node:test";
import { asDiagnostic } from "./as-diagnostic.ts";
import type { FindingType } from "./finding.ts";

const source = { text: '{\n  "Version": "2012-10-18"\n}', file: "policy.json" };
const severities: Readonly<Record<FindingType, string>> = {
  ERROR: "error",
  SECURITY_WARNING: "warning",
  WARNING: "warning",
  SUGGESTION: "suggestion",
};

for (const [type, severity] of Object.entries(severities) as readonly (readonly [FindingType, string])[]) {
  test(`a finding of type ${type} becomes a diagnostic of severity ${severity} under AWS's code`, () => {
    const locations = [{ start: 15, end: 27 }];
    const diagnostic = asDiagnostic(source, { code: "SOME_CODE", type, details: "`x` is wrong", locations });
    assert.equal(diagnostic.code, "SOME_CODE");
    assert.equal(diagnostic.severity, severity);
    assert.deepEqual(diagnostic.span?.start, { offset: 15, line: 2, column: 14 });
    assert.equal(diagnostic.notes?.length, type === "SECURITY_WARNING" ? 1 : undefined);
  });
}
