import { groupBy } from "../group-by.ts";
import type { Layer } from "../decide/decision.ts";
import type { Condition, Statement } from "../document/policy-node.ts";
import { spanOf, type Source } from "../document/source.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import type { ConditionOutcome, ListedOutcome, ListingElement, Recorder } from "../match/recorder.ts";
import type { Grant } from "../principal/grant.ts";
import type {
  ElementExplanation,
  GrantName,
  LayerExplanation,
  ListedExplanation,
  PolicyExplanation,
  StatementExplanation,
} from "./explanation.ts";

/** A recorder that turns what it hears into layers. */
export interface ExplanationBuilder {
  readonly recorder: Recorder;
  readonly layers: ReadonlyMap<Layer, LayerExplanation>;
}

type Unplaced<T> = (source: Source) => T;

const grantNames: Readonly<Record<Grant, GrantName | undefined>> = {
  0: undefined,
  1: "account",
  2: "parent",
  3: "direct",
};

/** Makes a recorder; inner events arrive before outer ones, so each outer event takes what has gathered. */
export function createExplanationBuilder(): ExplanationBuilder {
  let listed: ListedOutcome[] = [];
  let elements: { kind: ListingElement; matched: boolean; listed: readonly ListedOutcome[] }[] = [];
  let conditions: { condition: Condition; outcome: ConditionOutcome; listed: readonly ListedOutcome[] }[] = [];
  let statements: Unplaced<StatementExplanation>[] = [];
  let policies: PolicyExplanation[] = [];
  const layers = new Map<Layer, LayerExplanation>();
  const recorder: Recorder = {
    listed: (entry) => listed.push(entry),
    element(kind, matched) {
      elements.push({ kind, matched, listed });
      listed = [];
    },
    condition(condition, outcome) {
      conditions.push({ condition, outcome, listed });
      listed = [];
    },
    statement(statement, grant) {
      const heard = [elements, conditions] as const;
      statements.push((source) =>
        explainStatement(
          statement,
          grant,
          [
            ...heard[0].map((element) => explainListing(element, statement, source)),
            ...heard[1].map((condition) =>
              explainCondition(condition.condition, condition.outcome, condition.listed, source),
            ),
          ],
          source,
        ),
      );
      elements = [];
      conditions = [];
    },
    policy(policy, level) {
      policies.push(explainPolicy(policy, level, statements));
      statements = [];
    },
    layer(layer, reason) {
      layers.set(layer, explainLayer(layer, reason, policies));
      policies = [];
    },
  };
  return { recorder, layers };
}

function explainStatement(
  statement: Statement,
  grant: Grant,
  elements: readonly ElementExplanation[],
  source: Source,
): StatementExplanation {
  const name = statement.principal === undefined ? undefined : grantNames[grant];
  return {
    index: statement.index,
    ...(statement.sid !== undefined && { sid: statement.sid.value }),
    effect: statement.effect,
    matched: grant !== 0,
    ...(name !== undefined && { grant: name }),
    span: spanOf(source, statement),
    elements,
  };
}

function explainListing(
  element: { readonly kind: ListingElement; readonly matched: boolean; readonly listed: readonly ListedOutcome[] },
  statement: Statement,
  source: Source,
): ElementExplanation {
  const negated = statement[element.kind]?.negated ?? false;
  return { kind: element.kind, negated, matched: element.matched, listed: place(element.listed, source) };
}

function explainCondition(
  condition: Condition,
  outcome: ConditionOutcome,
  listed: readonly ListedOutcome[],
  source: Source,
): ElementExplanation {
  return {
    kind: "condition",
    operator: condition.operator.value,
    key: condition.key.value,
    matched: outcome.matched,
    ...(outcome.actual !== undefined && { actual: outcome.actual }),
    listed: place(listed, source),
    span: spanOf(source, condition),
  };
}

/** Places the listed entries; one compared with several values of the request appears once. */
function place(listed: readonly ListedOutcome[], source: Source): readonly ListedExplanation[] {
  const byStart = new Map<number, ListedExplanation>();
  for (const entry of listed) {
    const matched = entry.matched || byStart.get(entry.start)?.matched === true;
    byStart.set(entry.start, { text: entry.text, matched, span: spanOf(source, entry) });
  }
  return [...byStart.values()];
}

function explainPolicy(
  policy: CompiledPolicy,
  level: number | undefined,
  statements: readonly Unplaced<StatementExplanation>[],
): PolicyExplanation {
  const explained = statements.map((explain) => explain(policy.policy.source));
  const says = (effect: Statement["effect"]): boolean =>
    explained.some((statement) => statement.matched && statement.effect === effect);
  const state = says("Deny") ? "deny" : says("Allow") ? "allow" : "silent";
  return { policyId: policy.id, ...(level !== undefined && { level }), state, statements: explained };
}

function explainLayer(
  layer: Layer,
  reason: string | undefined,
  policies: readonly PolicyExplanation[],
): LayerExplanation {
  if (reason !== undefined) return { layer, state: "notApplicable", reason, policies };
  return { layer, state: stateOf(policies), policies };
}

/** A layer of levels allows only if each of its levels does. */
function stateOf(policies: readonly PolicyExplanation[]): LayerExplanation["state"] {
  if (policies.some((policy) => policy.state === "deny")) return "deny";
  const levels = groupBy(policies, (policy) => policy.level);
  const allowed = [...levels.values()].every((level) => level.some((policy) => policy.state === "allow"));
  return levels.size > 0 && allowed ? "allow" : "silent";
}
