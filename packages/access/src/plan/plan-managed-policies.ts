import type { CustomerManagedPolicy, Estate } from "../estate.ts";
import { sameDocument } from "./canonical-json.ts";
import { makeStep, stepId } from "./make-step.ts";
import { emptyPart, joinParts, type PlanContext, type PlanPart } from "./plan.ts";
import { refusal } from "./refusal.ts";
import { isOwned } from "./scope.ts";
import { missingTags, tagsWithOwner } from "./tags.ts";
import { referenceText } from "./step-words.ts";
import type { Step } from "./step.ts";

/** Customer managed policies (boundaries among them) in every account that needs them. */
export function planManagedPolicies(desired: Estate, actual: Estate, context: PlanContext): PlanPart {
  return joinParts(
    desired.iam.flatMap((iam) => {
      const there = actual.iam.find((candidate) => candidate.account === iam.account)?.policies ?? [];
      return iam.policies.map((policy) => policyPart(iam.account, policy, there, context));
    }),
  );
}

function policyPart(
  account: string,
  policy: CustomerManagedPolicy,
  there: readonly CustomerManagedPolicy[],
  context: PlanContext,
): PlanPart {
  const found = there.find((candidate) => candidate.name === policy.name);
  if (found === undefined) return { ...emptyPart, steps: [createStep(account, policy, context)] };
  const steps = changeSteps(account, policy, found, context);
  const ours = isOwned(found.tags, context.owner) || context.adopt.has(policy.name);
  const movable = found.path === policy.path;
  if (ours && movable) return { ...emptyPart, steps };
  if (movable && steps.every((step) => step.kind === "tagManagedPolicy")) return emptyPart;
  const message = movable
    ? `policy \`${referenceText(policy)}\` exists in \`${account}\` and is not tagged \`${context.owner.key}=${context.owner.value}\``
    : `policy \`${policy.name}\` exists in \`${account}\` under the path \`${found.path}\`, the file wants \`${policy.path}\``;
  const help = "rename ours, or tag the existing policy to hand it over; a policy's path cannot be changed";
  return { ...emptyPart, refusals: [refusal("notOwned", message, { source: policy.source, help })] };
}

function createStep(account: string, policy: CustomerManagedPolicy, context: PlanContext): Step {
  return makeStep(
    {
      kind: "createManagedPolicy",
      account,
      policy: { name: policy.name, path: policy.path },
      document: policy.document,
      tags: tagsWithOwner(policy.tags, context.owner),
      ...(policy.description === undefined ? {} : { description: policy.description }),
    },
    { source: policy.source, dependsOn: accountReady(account) },
  );
}

function changeSteps(
  account: string,
  policy: CustomerManagedPolicy,
  found: CustomerManagedPolicy,
  context: PlanContext,
): readonly Step[] {
  const { source, document } = policy;
  const reference = { name: policy.name, path: policy.path };
  const tags = missingTags(tagsWithOwner(policy.tags, context.owner), found.tags);
  return [
    ...(sameDocument(document, found.document)
      ? []
      : [makeStep({ kind: "updateManagedPolicy", account, policy: reference, document }, { source })]),
    ...(tags ? [makeStep({ kind: "tagManagedPolicy", account, policy: reference, tags }, { source })] : []),
  ];
}

/** Ids of the steps after which IAM inside an account may be written. */
export function accountReady(account: string): readonly string[] {
  return [stepId("createAccount", account), stepId("moveAccount", account)];
}
