import { decisionRules, layers } from "../decide/decision.ts";
import { evaluate, type DecisionInput } from "../decide/decide.ts";
import { judge, withoutDenies } from "../decide/judge.ts";
import { createExplanationBuilder } from "./explanation-builder.ts";
import type { Explanation } from "./explanation.ts";

/** Decides one request by the very evaluation of `decide`, and tells what each part of each policy said. */
export function explain(input: DecisionInput): Explanation {
  const builder = createExplanationBuilder();
  const standing = evaluate(input, builder.recorder);
  const decision = judge(standing);
  const otherwise = decision.outcome === "ExplicitDeny" ? judge(withoutDenies(standing)).outcome : undefined;
  return {
    principal: input.principal,
    request: input.request,
    decision,
    rule: decisionRules[decision.rule],
    ...(otherwise !== undefined && { withoutDenies: otherwise }),
    layers: layers.map((layer) => builder.layers.get(layer) ?? { layer, state: "absent", policies: [] }),
  };
}
