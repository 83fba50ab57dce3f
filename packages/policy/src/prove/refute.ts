import { listOfBuckets } from "../request/list-of-buckets.ts";
import type { AuthorizationRequest } from "../request/request.ts";
import { examplesOf } from "./action-classes.ts";
import { concreteModels } from "./concrete.ts";
import { findRequests, ownerValues, type ActionModel, type Wish } from "./find-request.ts";
import { all, type Formula } from "./formula.ts";
import { placeOf, type FramePlace } from "./frame.ts";

import { decideAt } from "./key-policy.ts";
import { makeRequest } from "./make-request.ts";
import type { FutureProof, Refutation, Region } from "./question.ts";
import { futureFormula, unknownActionFormula } from "./outside-catalogue.ts";
import { ownersOf, regionFormula, strayResources } from "./region.ts";
import type { Workshop } from "./workshop.ts";

/** A search for a request that the sides decide as wished. */
export interface Attempt {
  readonly wishes: readonly [Wish, ...Wish[]];
  readonly region: Region;
  readonly workshop: Workshop;
  /** Is told why something could not be decided. */
  readonly doubt: (reason: string) => void;
}

/** A request of the region that the sides decide as wished, confirmed by deciding it. */
export function refute(attempt: Attempt): Refutation | undefined {
  const { wishes, region, workshop, doubt } = attempt;
  const { standpoint } = wishes[0].plan;
  const { actions, unknown } = workshop.domainOf(region);
  const owners = ownersOf(region, standpoint);
  if (actions.length + unknown.length === 0) doubt("no action of the catalogue is in the region");
  if (owners.length === 0 || region.resources?.length === 0) doubt("no resource is in the region");
  for (const pattern of strayResources(region)) doubt(`\`${pattern}\` is not an ARN`);
  const inside = regionFormula(region, standpoint, workshop.atoms);
  let refutation: Refutation | undefined;
  for (const owner of owners) {
    const scope = {
      solver: workshop.solver,
      actions: wishes.length > 1 ? actions : examplesOf(wishes[0].plan.classes, actions, workshop.table),
      region: inside,
      framesOf: framesOf(attempt, owner),
      owner,
      doubt,
    };
    findRequests(wishes, scope, (candidate, formula) => {
      refutation = inspect(candidate, formula, attempt);
      return refutation !== undefined;
    });
    refutation ??= refuteUnknown(attempt, owner, unknown, inside);
    if (refutation !== undefined) return refutation;
  }
  return undefined;
}

/** The same for actions that the catalogue does not know, on any resource. */
function refuteUnknown(
  attempt: Attempt,
  owner: string | undefined,
  names: readonly string[],
  inside: Formula,
): Refutation | undefined {
  for (const name of names) {
    if (!name.includes(":")) attempt.doubt(`\`${name}\` is not an action`);
    const wished = unknownActionFormula(attempt.wishes, name, attempt.workshop.atoms, owner);
    const refutation = refuteAnywhere(attempt, owner, all([wished, inside]), name);
    if (refutation !== undefined) return refutation;
  }
  return undefined;
}

/** A request of any form that satisfies the formula, confirmed by deciding it. */
function refuteAnywhere(
  attempt: Attempt,
  owner: string | undefined,
  formula: Formula,
  name?: string,
): Refutation | undefined {
  const { solver } = attempt.workshop;
  if (!solver.mayHold(formula)) return undefined;
  // Nothing is known of such an action's resources, so `*` says most.
  for (const frame of attempt.workshop.everyFrameAt(placeIn(attempt, owner)).toReversed())
    for (const values of ownerValues(frame, formula)) {
      const found = solver.solve(formula, { frame, values });
      if (found.kind === "unknown") attempt.doubt(found.reason);
      if (found.kind !== "found") continue;
      const model = { ...found.value, action: name ?? found.value.action };
      const refutation = inspect({ action: unnumbered, model, frame, values }, formula, attempt);
      if (refutation !== undefined) return refutation;
    }
  return undefined;
}

/** The number of an action that the catalogue does not know. */
const unnumbered = -1;

function framesOf(attempt: Attempt, owner: string | undefined): ReturnType<Workshop["framesAt"]> {
  const { region, workshop } = attempt;
  const place = placeIn(attempt, owner);
  if (region.resources !== "any") return workshop.framesAt(place);
  const frames = workshop.everyFrameAt(place);
  // The list of buckets is authorised on an ARN where a request says `*`.
  const ofBuckets = frames.filter(({ fields }) => fields !== undefined);
  return (action) => (workshop.table.lowerNames[action] === listOfBuckets ? ofBuckets : frames);
}

function placeIn({ wishes }: Attempt, owner: string | undefined): FramePlace {
  return placeOf(
    owner,
    wishes.map(({ plan }) => plan.standpoint.caller),
  );
}

/** Only what deciding confirms is a refutation; variables first need values. */
function inspect(candidate: ActionModel, formula: Formula, attempt: Attempt): Refutation | undefined {
  const { workshop, doubt } = attempt;
  const { open } = candidate.model;
  if (open.length === 0) {
    const refutation = confirm(candidate, attempt);
    if (refutation === undefined) doubt(`the request found for \`${actionOf(candidate, workshop)}\` was not confirmed`);
    return refutation;
  }
  for (const model of concreteModels(candidate, formula, workshop.solver)) {
    const named = { ...model, action: model.action ?? candidate.model.action };
    const refutation = confirm({ ...candidate, model: named }, attempt);
    if (refutation !== undefined) return refutation;
  }
  for (const key of open) doubt(`the policy variable \`\${${key}}\` has no known value`);
  return undefined;
}

function actionOf({ action, model }: ActionModel, { table }: Workshop): string {
  return model.action ?? table.names[action] ?? "";
}

function confirm(candidate: ActionModel, { wishes, region, workshop }: Attempt): Refutation | undefined {
  const { model, frame } = candidate;
  const request = makeRequest(actionOf(candidate, workshop), model, frame, region, workshop.table.catalog);
  return confirmRequest(request, wishes, candidate.action);
}

function confirmRequest(
  request: AuthorizationRequest,
  wishes: Attempt["wishes"],
  action: number,
): Refutation | undefined {
  const [first, second] = wishes;
  const decision = decideAt(first.plan.standpoint, request);
  if ((decision.outcome === "Allowed") !== (first.outcome === "allowed")) return undefined;
  const actions = countAlike(wishes, action);
  if (second === undefined) return { kind: "refuted", request, decision, actions };
  const otherDecision = decideAt(second.plan.standpoint, request);
  if ((otherDecision.outcome === "Allowed") !== (second.outcome === "allowed")) return undefined;
  return { kind: "refuted", request, decision, otherDecision, actions };
}

/** The actions that all sides treat as they treat this one. */
function countAlike([{ plan }, second]: Attempt["wishes"], action: number): number {
  const { classOf, sizes } = plan.classes;
  const wanted = classOf[action];
  if (wanted === undefined) return 1;
  if (second === undefined) return sizes[wanted] ?? 1;
  const otherClassOf = second.plan.classes.classOf;
  const otherWanted = otherClassOf[action];
  let count = 0;
  for (let other = 0; other < classOf.length; other += 1)
    if (classOf[other] === wanted && otherClassOf[other] === otherWanted) count += 1;
  return count;
}

/** Whether an action that AWS may add could be decided as wished. */
export function refuteLater(attempt: Attempt): FutureProof {
  const { wishes, region, workshop } = attempt;
  const { table, atoms } = workshop;
  const { standpoint } = wishes[0].plan;
  const reasons = new Set<string>();
  const doubtful = { ...attempt, doubt: (reason: string) => void reasons.add(reason) };
  const inside = regionFormula(region, standpoint, atoms);
  for (const owner of ownersOf(region, standpoint)) {
    const formula = all([futureFormula(wishes, region, table, atoms, owner), inside]);
    const refutation = refuteAnywhere(doubtful, owner, formula);
    if (refutation !== undefined) return { kind: "mayFail", action: refutation.request.action };
  }
  return reasons.size === 0 ? { kind: "holds" } : { kind: "undecided", reasons: [...reasons] };
}
