import type { Boundary, Estate, PermissionSet, PolicyReference } from "../estate.ts";
import { sameDocument } from "./canonical-json.ts";
import { makeStep } from "./make-step.ts";
import { emptyPart, joinParts, type PlanContext, type PlanPart } from "./plan.ts";
import { provisionSteps } from "./plan-provisioning.ts";
import { refusal } from "./refusal.ts";
import { isOwned } from "./scope.ts";
import { sameDuration } from "./session-duration.ts";
import type { PermissionSetAttributes, Step, StepBody } from "./step.ts";
import { referenceText } from "./step-words.ts";
import { missingTags, tagsWithOwner } from "./tags.ts";

/** Permission sets with everything in them, and their provisioning where they are in use already. */
export function planPermissionSets(desired: Estate, actual: Estate, context: PlanContext): PlanPart {
  return joinParts(desired.permissionSets.map((set) => setPart(set, desired, actual, context)));
}

function setPart(set: PermissionSet, desired: Estate, actual: Estate, context: PlanContext): PlanPart {
  const found = actual.permissionSets.find((candidate) => candidate.name === set.name);
  if (found === undefined) return { ...emptyPart, steps: chain(set, creation(set, context)) };
  const steps = chain(set, changes(set, found, context));
  if (isOwned(found.tags, context.owner) || context.adopt.has(set.name)) {
    return { ...emptyPart, steps: [...steps, ...provisionSteps(set, found, steps, desired, actual)] };
  }
  if (steps.every((step) => step.kind === "tagPermissionSet")) return emptyPart;
  const message = `permission set \`${set.name}\` exists and is not tagged \`${context.owner.key}=${context.owner.value}\``;
  const help = "rename ours, or tag the existing set to hand it over";
  return { ...emptyPart, refusals: [refusal("notOwned", message, { source: set.source, help })] };
}

/** The steps of one set, one after the other in the order given. */
function chain(set: PermissionSet, bodies: readonly StepBody[]): readonly Step[] {
  const steps: Step[] = [];
  for (const body of bodies) {
    const before = steps.at(-1);
    steps.push(makeStep(body, { source: set.source, dependsOn: before ? [before.id] : [] }));
  }
  return steps;
}

function attributesOf(set: PermissionSet): PermissionSetAttributes {
  return {
    sessionDuration: set.sessionDuration,
    ...(set.description === undefined ? {} : { description: set.description }),
    ...(set.relayState === undefined ? {} : { relayState: set.relayState }),
  };
}

function creation(set: PermissionSet, context: PlanContext): readonly StepBody[] {
  const permissionSet = set.name;
  const tags = tagsWithOwner(set.tags, context.owner);
  return [
    { kind: "createPermissionSet", permissionSet, attributes: attributesOf(set), tags },
    ...(set.boundary ? [{ kind: "putBoundary" as const, permissionSet, boundary: set.boundary }] : []),
    ...(set.inlinePolicy === undefined
      ? []
      : [{ kind: "putInlinePolicy" as const, permissionSet, document: set.inlinePolicy }]),
    ...set.customerManagedPolicies.map((policy) => attachCustomer(set, policy)),
    ...set.managedPolicies.map((policyArn) => ({ kind: "attachManagedPolicy" as const, permissionSet, policyArn })),
  ];
}

/** Narrowing first: boundary on, denies in, policies off; then policies on; a boundary or a deny goes last. */
function changes(set: PermissionSet, found: PermissionSet, context: PlanContext): readonly StepBody[] {
  const permissionSet = set.name;
  const tags = missingTags(tagsWithOwner(set.tags, context.owner), found.tags);
  const drop = dropInline(set, found);
  const denies = found.inlinePolicy !== undefined && /"Effect"\s*:\s*"Deny"/.test(found.inlinePolicy);
  return [
    ...(tags ? [{ kind: "tagPermissionSet" as const, permissionSet, tags }] : []),
    ...putBoundary(set, found),
    ...putInline(set, found),
    ...(denies ? [] : drop),
    ...policyChanges(set, found),
    ...(sameAttributes(set, found)
      ? []
      : [{ kind: "updatePermissionSet" as const, permissionSet, attributes: attributesOf(set) }]),
    ...(denies ? drop : []),
    ...(found.boundary && !set.boundary ? [{ kind: "deleteBoundary" as const, permissionSet }] : []),
  ];
}

function putBoundary(set: PermissionSet, found: PermissionSet): readonly StepBody[] {
  if (!set.boundary || sameBoundary(set.boundary, found.boundary)) return [];
  return [{ kind: "putBoundary", permissionSet: set.name, boundary: set.boundary }];
}

function putInline(set: PermissionSet, found: PermissionSet): readonly StepBody[] {
  if (set.inlinePolicy === undefined || sameDocument(set.inlinePolicy, found.inlinePolicy)) return [];
  return [{ kind: "putInlinePolicy", permissionSet: set.name, document: set.inlinePolicy }];
}

function dropInline(set: PermissionSet, found: PermissionSet): readonly StepBody[] {
  if (set.inlinePolicy !== undefined || found.inlinePolicy === undefined) return [];
  return [{ kind: "deleteInlinePolicy", permissionSet: set.name }];
}

function policyChanges(set: PermissionSet, found: PermissionSet): readonly StepBody[] {
  const permissionSet = set.name;
  const aws = difference(set.managedPolicies, found.managedPolicies, (arn) => arn);
  const own = difference(set.customerManagedPolicies, found.customerManagedPolicies, referenceText);
  return [
    ...aws.gone.map((policyArn) => ({ kind: "detachManagedPolicy" as const, permissionSet, policyArn })),
    ...own.gone.map((policy) => ({ kind: "detachCustomerManagedPolicy" as const, permissionSet, policy })),
    ...own.added.map((policy) => attachCustomer(set, policy)),
    ...aws.added.map((policyArn) => ({ kind: "attachManagedPolicy" as const, permissionSet, policyArn })),
  ];
}

function attachCustomer(set: PermissionSet, policy: PolicyReference): StepBody {
  return { kind: "attachCustomerManagedPolicy", permissionSet: set.name, policy };
}

function sameAttributes(set: PermissionSet, found: PermissionSet): boolean {
  return (
    (set.description ?? found.description) === found.description &&
    sameDuration(set.sessionDuration, found.sessionDuration) &&
    (set.relayState ?? found.relayState) === found.relayState
  );
}

function sameBoundary(left: Boundary, right: Boundary | undefined): boolean {
  return right !== undefined && boundaryKey(left) === boundaryKey(right);
}

function boundaryKey(boundary: Boundary): string {
  return boundary.kind === "aws" ? boundary.arn : referenceText(boundary.policy);
}

function difference<Item>(wanted: readonly Item[], there: readonly Item[], key: (item: Item) => string) {
  const wantedKeys = new Set(wanted.map(key));
  const thereKeys = new Set(there.map(key));
  return {
    added: wanted.filter((item) => !thereKeys.has(key(item))),
    gone: there.filter((item) => !wantedKeys.has(key(item))),
  };
}
