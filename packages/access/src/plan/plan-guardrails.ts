import type { Estate, PolicyTarget, ServiceControlPolicy, UnitPath } from "../estate.ts";
import { sameDocument } from "./canonical-json.ts";
import { idOf, makeStep, stepId } from "./make-step.ts";
import { emptyPart, joinParts, type PlanContext, type PlanPart } from "./plan.ts";
import { refusal } from "./refusal.ts";
import { isOwned } from "./scope.ts";
import type { Step } from "./step.ts";
import { missingTags, tagsWithOwner } from "./tags.ts";
import { targetKey, targetsAbove } from "./unit-paths.ts";

/** Service control policies and where they hang. */
export function planGuardrails(desired: Estate, actual: Estate, context: PlanContext): PlanPart {
  return joinParts(desired.serviceControlPolicies.map((policy) => guardrailPart(policy, actual, context)));
}

/** Ids of the steps that hang the file's guardrails over an account in this unit (they may not be in the plan). */
export function guardrailStepsBinding(desired: Estate, unit: UnitPath, account?: string): readonly string[] {
  const above = new Set(targetsAbove(unit, account).map(targetKey));
  return desired.serviceControlPolicies.flatMap((policy) =>
    policy.targets
      .filter((target) => above.has(targetKey(target)))
      .map((target) => idOf({ kind: "attachServiceControlPolicy", policy: policy.name, target })),
  );
}

function guardrailPart(policy: ServiceControlPolicy, actual: Estate, context: PlanContext): PlanPart {
  const found = actual.serviceControlPolicies.find((candidate) => candidate.name === policy.name);
  if (found === undefined) return { ...emptyPart, steps: newGuardrail(policy, context) };
  const steps = changedGuardrail(policy, found, context);
  const ours = isOwned(found.tags, context.owner) || context.adopt.has(policy.name);
  if (ours || steps.every((step) => step.kind === "tagServiceControlPolicy")) {
    return { ...emptyPart, steps: ours ? steps : [] };
  }
  const message = `guardrail \`${policy.name}\` exists and is not tagged \`${context.owner.key}=${context.owner.value}\``;
  const help = "rename ours, or tag the existing policy to hand it over";
  return { ...emptyPart, refusals: [refusal("notOwned", message, { source: policy.source, help })] };
}

function newGuardrail(policy: ServiceControlPolicy, context: PlanContext): readonly Step[] {
  const { name, description, document, source } = policy;
  const tags = tagsWithOwner(policy.tags, context.owner);
  const create = makeStep(
    { kind: "createServiceControlPolicy", policy: name, description, document, tags },
    { source, dependsOn: [stepId("createOrganization"), stepId("enableServiceControlPolicies")] },
  );
  return [create, ...policy.targets.map((target) => attachStep(policy, target))];
}

function changedGuardrail(
  policy: ServiceControlPolicy,
  found: ServiceControlPolicy,
  context: PlanContext,
): readonly Step[] {
  const { name, description, document, source } = policy;
  const same = sameDocument(document, found.document) && description === found.description;
  const tags = missingTags(tagsWithOwner(policy.tags, context.owner), found.tags);
  const hung = new Set(found.targets.map(targetKey));
  const wanted = new Set(policy.targets.map(targetKey));
  return [
    ...(same
      ? []
      : [makeStep({ kind: "updateServiceControlPolicy", policy: name, description, document }, { source })]),
    ...(tags ? [makeStep({ kind: "tagServiceControlPolicy", policy: name, tags }, { source })] : []),
    ...policy.targets.filter((target) => !hung.has(targetKey(target))).map((target) => attachStep(policy, target)),
    ...found.targets
      .filter((target) => !wanted.has(targetKey(target)))
      .map((target) => makeStep({ kind: "detachServiceControlPolicy", policy: name, target }, { source })),
  ];
}

function attachStep(policy: ServiceControlPolicy, target: PolicyTarget): Step {
  const dependsOn = [
    stepId("enableServiceControlPolicies"),
    stepId("createServiceControlPolicy", policy.name),
    stepId("updateServiceControlPolicy", policy.name),
    ...(target.kind === "unit" ? [stepId("createOrganizationalUnit", target.path)] : []),
    ...(target.kind === "account" ? [stepId("createAccount", target.name)] : []),
  ];
  return makeStep(
    { kind: "attachServiceControlPolicy", policy: policy.name, target },
    { source: policy.source, dependsOn },
  );
}
