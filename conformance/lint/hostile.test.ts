import assert from "node:assert/strict";
import { it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { lintPolicy, parsePolicy, type PolicyKind } from "@castellan/policy";

const tools = new URL("../../tools/", import.meta.url);
// Plain JavaScript that the fuzz runs share; the types here say what is used of it.
const { createHostile } = (await import(new URL("hostile-policies.mjs", tools).href)) as {
  readonly createHostile: (random: unknown) => { policy(): { readonly kind: PolicyKind; readonly text: string } };
};
const { createRandom } = (await import(new URL("random.mjs", tools).href)) as {
  readonly createRandom: (seed: number) => unknown;
};

/** Refusals that are no errors to Access Analyzer: it warns of them, suggests something, or has nothing to say. */
const milder = /^CST10(05|07|12|13|17|35|38)$/;

it("3,000 random and damaged policies are linted, each refusal is an error, places are within the text and in order", () => {
  const hostile = createHostile(createRandom(23));
  const catalog = installedCatalog();
  for (let round = 0; round < 3_000; round += 1) {
    const { kind, text } = hostile.policy();
    const findings = lintPolicy(text, { kind, catalog });
    const starts = findings.map(({ locations }) => locations[0]?.start ?? 0);
    assert.deepEqual(
      starts,
      starts.toSorted((left, right) => left - right),
    );
    for (const { start, end } of findings.flatMap(({ locations }) => locations))
      assert.ok(0 <= start && start <= end && end <= text.length);
    const parsed = parsePolicy(text, { kind });
    const refusals = parsed.kind === "malformed" ? parsed.diagnostics.filter(({ code }) => !milder.test(code)) : [];
    if (refusals.length > 0)
      assert.ok(
        findings.some(({ type }) => type === "ERROR"),
        `${refusals[0]?.code ?? ""} in ${kind}: ${text}`,
      );
  }
});
