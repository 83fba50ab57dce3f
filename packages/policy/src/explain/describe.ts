import type { Layer } from "../decide/decision.ts";
import type { Condition, Statement } from "../document/policy-node.ts";
import { spanOf, type Source } from "../document/source.ts";
import type { CompiledPolicy } from "../match/compiled-policy.ts";
import type { ConditionOutcome, LayerOutcome, ListedOutcome, ListingElement } from "../match/recorder.ts";
import type { Grant } from "../principal/grant.ts";
import type {
  ElementExplanation,
  GrantName,
  LayerExplanation,
  ListedExplanation,
  PolicyExplanation,
  StatementExplanation,
} from "./explanation.ts";

/** Something that waits for the source of its policy to know its places. */
export type Unplaced<T> = (source: Source) => T;

const grantNames: Readonly<Record<Grant, GrantName | undefined>> = {
  0: undefined,
  1: "account",
  2: "parent",
  3: "direct",
};

/** Tells what an element that lists entries came to. */
export function describeListing(
  { node, negated }: ListingElement,
  matched: boolean,
  listed: readonly ListedOutcome[],
): Unplaced<ElementExplanation> {
  return (source) => ({ kind: node, negated, matched, listed: place(listed, source) });
}

/** Tells what a condition came to. */
export function describeCondition(
  condition: Condition,
  { matched, actual }: ConditionOutcome,
  listed: readonly ListedOutcome[],
): Unplaced<ElementExplanation> {
  return (source) => ({
    kind: "condition",
    operator: condition.operator.value,
    key: condition.key.value,
    matched,
    ...(actual !== undefined && { actual }),
    listed: place(listed, source),
    span: spanOf(source, condition),
  });
}

/** Tells what a statement came to. */
export function describeStatement(
  statement: Statement,
  grant: Grant,
  elements: readonly Unplaced<ElementExplanation>[],
): Unplaced<StatementExplanation> {
  const name = statement.principal === undefined ? undefined : grantNames[grant];
  return (source) => ({
    index: statement.index,
    ...(statement.sid !== undefined && { sid: statement.sid.value }),
    effect: statement.effect,
    matched: grant !== 0,
    ...(name !== undefined && { grant: name }),
    span: spanOf(source, statement),
    elements: elements.map((element) => element(source)),
  });
}

/** Tells what a policy came to. */
export function describePolicy(
  policy: CompiledPolicy,
  level: number | undefined,
  statements: readonly Unplaced<StatementExplanation>[],
): PolicyExplanation {
  const described = statements.map((statement) => statement(policy.policy.source));
  const says = (effect: Statement["effect"]): boolean =>
    described.some((statement) => statement.matched && statement.effect === effect);
  const state = says("Deny") ? "deny" : says("Allow") ? "allow" : "silent";
  return { policyId: policy.id, ...(level !== undefined && { level }), state, statements: described };
}

/** Tells what a layer came to. */
export function describeLayer(
  layer: Layer,
  { reason, levels }: LayerOutcome,
  policies: readonly PolicyExplanation[],
): LayerExplanation {
  const levelled = { ...(levels !== undefined && { levels }), policies };
  if (reason !== undefined) return { layer, state: "notApplicable", reason, ...levelled };
  return { layer, state: stateOf(policies, levels), ...levelled };
}

/** A layer of levels allows only if each of its levels does. */
function stateOf(policies: readonly PolicyExplanation[], levels: number | undefined): LayerExplanation["state"] {
  if (policies.some((policy) => policy.state === "deny")) return "deny";
  if (levels === 0 || (levels === undefined && policies.length === 0)) return "absent";
  const allowing = new Set(policies.filter((policy) => policy.state === "allow").map((policy) => policy.level));
  return allowing.size === (levels ?? 1) ? "allow" : "silent";
}

/** Places the listed entries; one compared with several values of the request appears once. */
function place(listed: readonly ListedOutcome[], source: Source): readonly ListedExplanation[] {
  const byStart = new Map<number, ListedExplanation>();
  for (const entry of listed) {
    const matched = entry.matched || byStart.get(entry.start)?.matched === true;
    byStart.set(entry.start, { text: entry.text, matched, ...resolution(entry), span: spanOf(source, entry) });
  }
  return [...byStart.values()];
}

function resolution(entry: ListedOutcome): Pick<ListedExplanation, "resolved" | "unresolved"> {
  if (!("resolved" in entry)) return {};
  return entry.resolved === undefined ? { unresolved: true } : { resolved: entry.resolved };
}
