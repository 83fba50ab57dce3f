import { whyNotApplicable } from "../decide/applicability.ts";
import { evaluate, type DecisionInput } from "../decide/decide.ts";
import { decisionRules } from "../decide/decision.ts";
import { judge, withoutDenies } from "../decide/judge.ts";
import type { Standing } from "../decide/standing.ts";
import { explainPolicy } from "./explain-policy.ts";
import type { Explanation, LayerExplanation, PolicyExplanation } from "./explanation.ts";
import { sketchLayers, type LayerSketch } from "./sketch.ts";

/** How much to tell. */
export interface ExplainOptions {
  /** Tell of the statements about other actions too, and of every action they list. */
  readonly everyStatement?: boolean;
}

/**
 * Decides one request by the very evaluation of `decide`, and tells what each policy said of it: its statements about
 * the action with every resource, principal and condition compared; those about other actions only if asked.
 */
export function explain(input: DecisionInput, { everyStatement = false }: ExplainOptions = {}): Explanation {
  const standing = evaluate(input);
  const decision = judge(standing);
  const otherwise = decision.outcome === "ExplicitDeny" ? judge(withoutDenies(standing)).outcome : undefined;
  return {
    principal: input.principal,
    request: input.request,
    decision,
    rule: decisionRules[decision.rule],
    ...(otherwise !== undefined && { withoutDenies: otherwise }),
    layers: sketchLayers(standing, everyStatement).map((sketch) => explainLayer(sketch, standing)),
  };
}

function explainLayer(sketch: LayerSketch, { query }: Standing): LayerExplanation {
  const { layer, levels, policies } = sketch;
  if (policies === undefined) return { layer, state: "absent", policies: [] };
  const reason = whyNotApplicable(layer, query);
  const levelled = levels === undefined ? { layer } : { layer, levels };
  if (reason !== undefined) return { ...levelled, state: "notApplicable", reason, policies: [] };
  if (sketch.settled !== undefined) return sketch.settled;
  const explained: PolicyExplanation[] = [];
  for (const policy of policies) explained.push(policy.settled ?? explainPolicy(policy, query));
  const state = stateOf(explained, levels);
  const explanation =
    levels === undefined ? { layer, state, policies: explained } : { layer, levels, state, policies: explained };
  if (sketch.constant) sketch.settled = explanation;
  return explanation;
}

/** A layer of levels allows only if each of its levels does. */
function stateOf(policies: readonly PolicyExplanation[], levels: number | undefined): LayerExplanation["state"] {
  if (levels === 0 || (levels === undefined && policies.length === 0)) return "absent";
  // Levels come in order, so that those that allow can be counted without remembering them.
  let allowing = 0;
  let last = -1;
  for (const { state, level = 0 } of policies) {
    if (state === "deny") return "deny";
    if (state !== "allow" || level === last) continue;
    allowing += 1;
    last = level;
  }
  return allowing === (levels ?? 1) ? "allow" : "silent";
}
