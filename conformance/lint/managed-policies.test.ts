import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { lintPolicy, type Finding } from "@castellan/policy";

/** Errors that AWS's own policies have, each with its reason: at most so many in each policy. */
interface KnownErrors {
  readonly why: string;
  readonly code: string;
  readonly policies: Readonly<Record<string, number>>;
}

const known = JSON.parse(readFileSync(new URL("known-errors.json", import.meta.url), "utf8")) as readonly KnownErrors[];

it("AWS managed policies have no errors but those that are known and explained", () => {
  const catalog = installedCatalog();
  const unexplained = catalog.managedPolicyIndex().flatMap(({ name }) => {
    const text = catalog.managedPolicy(name)?.document ?? "";
    const errors = lintPolicy(text, { kind: "identity", catalog }).filter(({ type }) => type === "ERROR");
    return beyondKnown(name, errors).map((finding) => `${name}: ${finding.code} ${finding.details}`);
  });
  assert.ok(catalog.managedPolicyIndex().length > 1_500);
  assert.deepEqual(unexplained, []);
});

/** The errors of a policy beyond the number that is known of each code. */
function beyondKnown(name: string, errors: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return errors.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count > knownCount(name, code);
  });
}

function knownCount(name: string, code: string): number {
  return known.filter((row) => row.code === code).reduce((sum, { policies }) => sum + (policies[name] ?? 0), 0);
}
