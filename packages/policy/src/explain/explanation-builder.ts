import type { Layer } from "../decide/decision.ts";
import type { ListedOutcome, Recorder } from "../match/recorder.ts";
import {
  describeCondition,
  describeLayer,
  describeListing,
  describePolicy,
  describeStatement,
  type Unplaced,
} from "./describe.ts";
import type { ElementExplanation, LayerExplanation, PolicyExplanation, StatementExplanation } from "./explanation.ts";

/** A recorder that turns what it hears into layers. */
export interface ExplanationBuilder {
  readonly recorder: Recorder;
  readonly layers: ReadonlyMap<Layer, LayerExplanation>;
}

/** Makes a recorder; inner events arrive before outer ones, so each outer event takes all that has gathered. */
export function createExplanationBuilder(): ExplanationBuilder {
  const listed: ListedOutcome[] = [];
  const elements: Unplaced<ElementExplanation>[] = [];
  const statements: Unplaced<StatementExplanation>[] = [];
  const policies: PolicyExplanation[] = [];
  const layers = new Map<Layer, LayerExplanation>();
  const recorder: Recorder = {
    listed: (entry) => void listed.push(entry),
    element: (element, matched) => void elements.push(describeListing(element, matched, takeAll(listed))),
    condition: (condition, outcome) => void elements.push(describeCondition(condition, outcome, takeAll(listed))),
    statement: (statement, grant) => void statements.push(describeStatement(statement, grant, takeAll(elements))),
    policy: (policy, level) => void policies.push(describePolicy(policy, level, takeAll(statements))),
    layer: (layer, outcome) => void layers.set(layer, describeLayer(layer, outcome, takeAll(policies))),
  };
  return { recorder, layers };
}

function takeAll<T>(gathered: T[]): readonly T[] {
  return gathered.splice(0);
}
