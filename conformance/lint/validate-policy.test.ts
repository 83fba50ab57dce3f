import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import {
  accessAnalyzerLocation,
  lintPolicy,
  parseJson,
  type AccessAnalyzerLocation,
  type PathElement,
} from "@castellan/policy";

/** A finding of AWS's ValidatePolicy about one of its own policies, as zoph-io/MAMIP recorded it (2024 to 2026). */
interface RecordedFinding {
  readonly policy: string;
  readonly code: string;
  readonly path: readonly PathElement[];
  /** Where it stood in the text; absent where the policy has since changed before that place. */
  readonly start?: number;
  readonly length: number;
}

const recorded = JSON.parse(
  readFileSync(new URL("validate-policy.json", import.meta.url), "utf8"),
) as readonly RecordedFinding[];

describe("what ValidatePolicy found in AWS's own policies", () => {
  for (const { policy, code, path, start, length } of recorded) {
    it(`${code} of ${policy} is found at ${JSON.stringify(path)}`, () => {
      const places = placesOf(policy, code).filter((place) => JSON.stringify(place.path) === JSON.stringify(path));
      assert.equal(places.length, 1);
      const [from, to] = [places[0]?.span.start, places[0]?.span.end];
      assert.equal((to?.offset ?? 0) - (from?.offset ?? 0), length);
      if (start !== undefined) assert.deepEqual(from, { line: 1, column: start, offset: start });
    });
  }
});

/** The places of the findings of one code in a policy, as ValidatePolicy gives them. */
function placesOf(policy: string, code: string): readonly AccessAnalyzerLocation[] {
  const catalog = installedCatalog();
  const text = spaced(JSON.parse(catalog.managedPolicy(policy)?.document ?? "null"));
  const parsed = parseJson(text, { maxLength: text.length, maxDepth: 32 });
  const document = parsed.kind === "json" ? parsed.value : undefined;
  return lintPolicy(text, { kind: "identity", catalog })
    .filter((finding) => finding.code === code)
    .flatMap(({ locations }) => locations.map((part) => accessAnalyzerLocation({ text }, document, part)));
}

/** JSON on one line with a space after each comma and colon, the text that was checked. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}: ${spaced(member)}`)
    .join(", ")}}`;
}
