import { whyNotApplicable } from "../decide/applicability.ts";
import { evaluate, type DecisionInput } from "../decide/decide.ts";
import { decisionRules } from "../decide/decision.ts";
import { judge, withoutDenies } from "../decide/judge.ts";
import type { Standing } from "../decide/standing.ts";
import { explainPolicy } from "./explain-policy.ts";
import type { Explanation, LayerExplanation } from "./explanation.ts";
import { levelBit, sketchLayers, type LayerSketch } from "./sketch.ts";

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
  const { layer, levels, told } = sketch;
  if (told === undefined) return { layer, state: "absent", policies: [] };
  const reason = whyNotApplicable(layer, query);
  const levelled = levels === undefined ? { layer } : { layer, levels };
  if (reason !== undefined) return { ...levelled, state: "notApplicable", reason, policies: [] };
  if (sketch.settled !== undefined) return sketch.settled;
  const policies = told.slice();
  let { denies, allowing } = sketch;
  for (const { at, sketch: policy } of sketch.open) {
    const explained = explainPolicy(policy, query);
    policies[at] = explained;
    if (explained.state === "deny") denies = true;
    if (explained.state === "allow") allowing |= levelBit(explained.level);
  }
  const state = denies ? "deny" : silentOr(allowing, levels, policies.length);
  const explanation = levels === undefined ? { layer, state, policies } : { layer, levels, state, policies };
  if (sketch.open.length === 0) sketch.settled = explanation;
  return explanation;
}

/** A layer of levels allows only if each of its levels does. */
function silentOr(allowing: number, levels: number | undefined, policies: number): LayerExplanation["state"] {
  if (levels === 0 || (levels === undefined && policies === 0)) return "absent";
  return allowing === levelBit(levels ?? 1) - 1 ? "allow" : "silent";
}
