import { layers, type Layer } from "../decide/decision.ts";
import type { DecisionPolicies } from "../decide/decision-policies.ts";
import { isCertain, type Outlook } from "../decide/outlook.ts";
import type { Standing } from "../decide/standing.ts";
import { candidatesFor } from "../match/compile-policy.ts";
import type { CompiledPolicy, CompiledStatement } from "../match/compiled-policy.ts";
import type { Query } from "../request/query.ts";
import { explainPolicy, sketchStatement } from "./explain-policy.ts";
import type { StatementWords } from "./statement-words.ts";
import type { LayerExplanation, ListingExplanation, PolicyExplanation } from "./explanation.ts";

/** A statement with what is to be told of it whatever the rest of the request is. */
export interface StatementSketch {
  readonly compiled: CompiledStatement;
  readonly action: ListingExplanation;
  readonly words: StatementWords;
}

/** A policy with the statements to tell of. */
export interface PolicySketch {
  readonly policy: CompiledPolicy;
  readonly level?: number;
  readonly statements: readonly StatementSketch[];
  /** What is to be told where it is the same for every request for the action. */
  readonly settled?: PolicyExplanation;
}

/** A policy of a layer that says something else from request to request. */
export interface OpenPolicy {
  /** Its place among the policies of the layer. */
  readonly at: number;
  readonly sketch: PolicySketch;
}

/** What there is to tell of a layer. */
export interface LayerSketch {
  readonly layer: Layer;
  readonly levels?: number;
  /** What every policy says, with something else in the places of the open ones. Absent when the layer has no policies. */
  readonly told?: readonly PolicyExplanation[];
  readonly open: readonly OpenPolicy[];
  /** A policy that is not open denies. */
  readonly denies: boolean;
  /** The levels that policies which are not open allow, as bits; without levels the first. */
  readonly allowing: number;
  /** What is to be told where nothing is open; found at the first request. */
  settled?: LayerExplanation;
}

/** The bit of a level. */
export function levelBit(level: number | undefined): number {
  return 1 << (level ?? 0);
}

/** The sketches of outlooks; a cache that never changes an answer. */
const sketches = new WeakMap<Outlook, readonly LayerSketch[]>();

/** Everything to tell of a request for an action; the same for all of them unless every statement is wanted. */
export function sketchLayers({ outlook, policies, query }: Standing, everyStatement: boolean): readonly LayerSketch[] {
  if (everyStatement) return sketch(policies, (policy, level) => whole(policy, level, query));
  const known = sketches.get(outlook);
  if (known !== undefined) return known;
  const made = sketch(policies, (policy, level) => aboutAction(policy, level, query));
  sketches.set(outlook, made);
  return made;
}

type Sketcher = (policy: CompiledPolicy, level: number | undefined) => PolicySketch;
type Listed = readonly CompiledPolicy[] | undefined;
type Levelled = readonly (readonly CompiledPolicy[])[] | undefined;

const flatLayers: Readonly<Record<Exclude<Layer, "scp" | "rcp">, (policies: DecisionPolicies) => Listed>> = {
  vpcEndpoint: ({ vpcEndpoint }) => vpcEndpoint && [vpcEndpoint],
  resource: ({ resource }) => resource && [resource],
  identity: ({ identity }) => identity,
  boundary: ({ boundary }) => boundary && [boundary],
  session: ({ session }) => (session?.length === 0 ? undefined : session),
};

const levelledLayers: Readonly<Record<"scp" | "rcp", (policies: DecisionPolicies) => Levelled>> = {
  scp: ({ scps }) => scps,
  rcp: ({ rcps }) => rcps,
};

function sketch(policies: DecisionPolicies, sketcher: Sketcher): readonly LayerSketch[] {
  return layers.map((layer) => {
    if (layer !== "scp" && layer !== "rcp")
      return ofPolicies(
        { layer },
        flatLayers[layer](policies)?.map((policy) => sketcher(policy, undefined)),
      );
    const levels = levelledLayers[layer](policies);
    const sketched = levels?.flatMap((level, index) => level.map((policy) => sketcher(policy, index)));
    return ofPolicies(levels === undefined ? { layer } : { layer, levels: levels.length }, sketched);
  });
}

function ofPolicies(
  layer: Pick<LayerSketch, "layer" | "levels">,
  policies: readonly PolicySketch[] | undefined,
): LayerSketch {
  if (policies === undefined) return absentLayers[layer.layer];
  const settled = policies.flatMap((policy) => policy.settled ?? []);
  const allowing = settled.filter(({ state }) => state === "allow");
  return {
    ...layer,
    told: policies.map((policy) => policy.settled ?? untold),
    open: policies.flatMap((sketched, at) => (sketched.settled === undefined ? [{ at, sketch: sketched }] : [])),
    denies: settled.some(({ state }) => state === "deny"),
    allowing: allowing.reduce((bits, { level }) => bits | levelBit(level), 0),
  };
}

/** Stands where something is yet to be told. */
const untold: PolicyExplanation = { policyId: "", state: "silent", statements: [], untold: 0 };

const absentLayers = Object.fromEntries(
  layers.map((layer) => [layer, { layer, open: [], denies: false, allowing: 0 }]),
) as unknown as Readonly<Record<Layer, LayerSketch>>;

function whole(policy: CompiledPolicy, level: number | undefined, query: Query): PolicySketch {
  return sketchPolicy(policy, level, policy.statements, query, true);
}

function aboutAction(policy: CompiledPolicy, level: number | undefined, query: Query): PolicySketch {
  const statements = candidatesFor(policy, query.action, query.service);
  if (statements.length === 0) return silentSketch(policy, level, query);
  const found = sketchPolicy(policy, level, statements, query, false);
  return statements.every(isCertain) ? { ...found, settled: explainPolicy(found, query) } : found;
}

/** The sketches of policies that do not speak of an action, by level; the same for all such actions. */
const silentSketches = new WeakMap<CompiledPolicy, Map<number | undefined, PolicySketch>>();

function silentSketch(policy: CompiledPolicy, level: number | undefined, query: Query): PolicySketch {
  const byLevel = silentSketches.get(policy) ?? new Map<number | undefined, PolicySketch>();
  const known = byLevel.get(level);
  if (known !== undefined) return known;
  const found = sketchPolicy(policy, level, [], query, false);
  const silent = { ...found, settled: explainPolicy(found, query) };
  silentSketches.set(policy, byLevel.set(level, silent));
  return silent;
}

function sketchPolicy(
  policy: CompiledPolicy,
  level: number | undefined,
  statements: readonly CompiledStatement[],
  query: Query,
  everyAction: boolean,
): PolicySketch {
  const sketched = statements.map((each) => sketchStatement(each, query, policy.policy.source, everyAction));
  return level === undefined ? { policy, statements: sketched } : { policy, level, statements: sketched };
}
