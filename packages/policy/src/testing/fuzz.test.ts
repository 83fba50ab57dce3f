import assert from "node:assert/strict";
import { test } from "node:test";
import { decide, type DecisionInput } from "../decide/decide.ts";
import type { PolicyKind } from "../document/policy-node.ts";
import { parsePolicy } from "../document/parse-policy.ts";
import { explain } from "../explain/explain.ts";
import { compilePolicy } from "../match/compile-policy.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";

interface Hostile {
  policy(): { readonly kind: PolicyKind; readonly text: string };
  request(): Pick<DecisionInput, "principal" | "request">;
}

interface HostileModule {
  readonly createHostile: (random: unknown) => Hostile;
  readonly layersOf: (compiled: readonly CompiledPolicy[]) => DecisionInput["policies"];
}

const tools = new URL("../../../../tools/", import.meta.url);
// Plain JavaScript that the long fuzz run shares; the interfaces above say what is used of it.
const { createHostile, layersOf } = (await import(new URL("hostile-policies.mjs", tools).href)) as HostileModule;
const { createRandom } = (await import(new URL("random.mjs", tools).href)) as {
  readonly createRandom: (seed: number) => unknown;
};

test("20,000 random and damaged policies and requests are refused or decided, and nothing throws", () => {
  const hostile = createHostile(createRandom(11));
  const seen = new Set<string>();
  let compiled: CompiledPolicy[] = [];
  for (let round = 0; round < 20_000; round += 1) {
    const { kind, text } = hostile.policy();
    const parsed = parsePolicy(text, { kind });
    seen.add(parsed.kind);
    if (parsed.kind === "policy") compiled = [...compiled.slice(-5), compilePolicy(parsed.policy, kind)];
    const input = { ...hostile.request(), policies: layersOf(compiled) };
    const { outcome } = decide(input);
    seen.add(outcome);
    if (round % 50 === 0) assert.equal(explain(input).decision.outcome, outcome);
  }
  assert.deepEqual([...seen].toSorted(), ["Allowed", "ExplicitDeny", "ImplicitDeny", "malformed", "policy"]);
});
