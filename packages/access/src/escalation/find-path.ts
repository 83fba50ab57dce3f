import type { Catalog, Proof, Prover, Refutation, RequestContext } from "@castellan/policy";
import type { Actor } from "./actor.ts";
import { allowedResources } from "./allowed-resources.ts";
import type { EscalationSet } from "./escalation-set.ts";
import { alternatives, inRegion, type StepRegion, stepRegions } from "./step-regions.ts";

/** A request of a path, which the prover found and `decide` confirmed. */
export interface EscalationStep {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
  /** The statements that allow it. */
  readonly because: Refutation["decision"]["because"];
}

/** Whether an actor may make every request of a set. */
export type FoundPath =
  | { readonly kind: "open"; readonly steps: readonly EscalationStep[] }
  | { readonly kind: "closed" }
  | { readonly kind: "undecided"; readonly reasons: readonly string[] };

/** Looks for the requests of a set, proving that there are none where there are none. */
export type PathFinder = (set: EscalationSet) => FoundPath;

/** Finds the paths of an actor; what several sets ask alike is proved once. */
export function pathFinder(actor: Actor, prover: Prover, catalog: Catalog): PathFinder {
  const known = new Map<string, Proof>();
  const prove = ({ side, region }: StepRegion): Proof =>
    prover.prove({ kind: "nothing", side: actor.sides[side], region });
  const ask = (step: StepRegion): Proof => {
    const key = JSON.stringify([step.side, step.region, step.oneOf]);
    const proof = known.get(key) ?? best(alternatives(step).map((one) => wherever(one, actor.home, prove)));
    known.set(key, proof);
    return proof;
  };
  return (set) => findPath(set, actor, catalog, ask);
}

/** Where a request is found, one in the organization's Region is taken if there is one: it reads best. */
function wherever(step: StepRegion, home: string, prove: Ask): Proof {
  const proof = prove(step);
  if (proof.kind !== "refuted") return proof;
  const here = prove(inRegion(step, home));
  return here.kind === "refuted" ? here : proof;
}

/** Open if one is, closed only if all are. */
function best(proofs: readonly Proof[]): Proof {
  const proof = proofs.find(({ kind }) => kind === "refuted") ?? proofs.find(({ kind }) => kind === "undecided");
  return proof ?? proofs[0] ?? { kind: "undecided", reasons: ["nothing was asked"], assumed: [] };
}

type Ask = (step: StepRegion) => Proof;

function findPath(set: EscalationSet, actor: Actor, catalog: Catalog, ask: Ask): FoundPath {
  const asked: Asked[] = [];
  for (const action of set.actions) {
    const regions = stepRegions(action, set, actor, catalog);
    if (regions === undefined) return { kind: "closed" };
    for (const step of regions) {
      const proof = ask(step);
      if (proof.kind === "proved") return { kind: "closed" };
      asked.push({ step, proof });
    }
  }
  const reasons = asked.flatMap(({ proof }) => (proof.kind === "undecided" ? proof.reasons : []));
  if (reasons.length > 0) return { kind: "undecided", reasons: [...new Set(reasons)] };
  return aboutOneObject(asked, actor, ask);
}

interface Asked {
  readonly step: StepRegion;
  readonly proof: Proof;
}

/** Requests about the same kind of object have to be about one object: looks for one on which all are allowed. */
function aboutOneObject(asked: readonly Asked[], actor: Actor, ask: Ask): FoundPath {
  const settled = new Map<StepRegion, Refutation>();
  for (const object of new Set(asked.map(({ step }) => step.object))) {
    const group = asked.filter(({ step }) => step.object === object);
    const found = oneObject(group, actor, ask);
    if (found.kind !== "found") return found;
    for (const [step, refutation] of found.steps) settled.set(step, refutation);
  }
  return { kind: "open", steps: asked.flatMap(({ step }) => stepOf(settled.get(step))) };
}

type Settled = readonly (readonly [StepRegion, Refutation])[];
type OneObject = { readonly kind: "found"; readonly steps: Settled } | Exclude<FoundPath, { readonly kind: "open" }>;

function oneObject(group: readonly Asked[], actor: Actor, ask: Ask): OneObject {
  const found = refuted(group);
  const steps = group.map(({ step }) => step);
  const tried = new Set(found.map(([, { request }]) => request.resource));
  if (tried.size <= 1) return { kind: "found", steps: found };
  for (const { step, within } of pairs(steps, actor)) {
    const proof = ask(pinned(step, within));
    if (proof.kind === "proved") return { kind: "closed" };
    if (proof.kind === "refuted") tried.add(proof.request.resource);
  }
  for (const resource of tried) {
    const again = refuted(steps.map((step) => ({ step, proof: ask(pinned(step, [resource])) })));
    if (again.length === group.length) return { kind: "found", steps: again };
  }
  return { kind: "undecided", reasons: [notOne(steps)] };
}

function refuted(asked: readonly Asked[]): Settled {
  return asked.flatMap(({ step, proof }) => (proof.kind === "refuted" ? [[step, proof] as const] : []));
}

/** Each request with the resources that the policies name for another of the same object. */
function pairs(steps: readonly StepRegion[], { sides }: Actor) {
  return steps.flatMap((other) => {
    const within = allowedResources(other.action, sides[other.side]);
    return within === undefined ? [] : steps.filter((step) => step !== other).map((step) => ({ step, within }));
  });
}

function pinned(step: StepRegion, resources: readonly string[]): StepRegion {
  return { ...step, region: { ...step.region, resources } };
}

function notOne(steps: readonly StepRegion[]): string {
  const actions = steps.map(({ action }) => action);
  return `each of ${actions.join(", ")} is allowed on some resource, and none was found on which all are`;
}

function stepOf(refutation: Refutation | undefined): readonly EscalationStep[] {
  if (refutation === undefined) return [];
  const { action, resource, context = {} } = refutation.request;
  return [{ action, resource, context, because: refutation.decision.because }];
}
