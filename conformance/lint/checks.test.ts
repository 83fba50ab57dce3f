import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { checks, lintPolicy, ownChecks, type Edit, type Finding, type PolicyKind } from "@castellan/policy";
import { checkCases } from "./check-cases.ts";

function findings(text: string, kind: PolicyKind, code: string): readonly Finding[] {
  return lintPolicy(text, { kind, catalog: installedCatalog() }).filter((finding) => finding.code === code);
}

function write(policy: unknown): string {
  return JSON.stringify(policy, null, 2);
}

function applied(text: string, edits: readonly Edit[]): string {
  const backwards = edits.toSorted((one, other) => other.span.start.offset - one.span.start.offset);
  return backwards.reduce(
    (changed, { span, text: by }) => changed.slice(0, span.start.offset) + by + changed.slice(span.end.offset),
    text,
  );
}

for (const [place, { code, kind, found, clean, at, fixed }] of checkCases.entries()) {
  describe(`${code}, case ${place + 1}`, () => {
    const text = write(found);
    const [finding] = findings(text, kind, code);

    it("is found in the policy and not in the one almost like it", () => {
      assert.ok(finding !== undefined);
      assert.deepEqual(findings(write(clean), kind, code), []);
    });

    it("stands at the places it speaks of", () => {
      assert.ok(finding !== undefined && finding.locations.length > 0);
      if (at !== undefined)
        assert.deepEqual(
          finding.locations.map(({ start, end }) => text.slice(start, end)),
          at,
        );
    });

    it("is gone after its fix, which leaves a policy", () => {
      if (fixed !== undefined) assert.ok(finding?.fix !== undefined);
      if (finding?.fix === undefined) return;
      const after = applied(text, finding.fix);
      if (fixed !== undefined) assert.deepEqual(JSON.parse(after), fixed);
      assert.deepEqual(findings(after, kind, code), []);
    });
  });
}

describe("the cases", () => {
  const ours = checks.filter(({ type }) => type !== "ERROR");

  it("are there for every warning and suggestion", () => {
    const covered = new Set(checkCases.map(({ code }) => code));
    assert.deepEqual(
      ours.map(({ code }) => code).filter((code) => !covered.has(code)),
      [],
    );
  });

  it("belong to as many checks as Access Analyzer documents, each there once", () => {
    const aws = ours.filter((check) => !ownChecks.includes(check));
    const count = (wanted: string): number => aws.filter(({ type }) => type === wanted).length;
    assert.deepEqual([count("WARNING"), count("SECURITY_WARNING"), count("SUGGESTION")], [26, 19, 29]);
    assert.equal(new Set(checks.map(({ code }) => code)).size, checks.length);
  });
});
