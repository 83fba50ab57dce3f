import type { PermissionSet } from "../estate.ts";
import { stepId } from "./make-step.ts";
import type { Step } from "./step.ts";
import { referenceText } from "./step-words.ts";

/** Ids of every step that writes a set's own content, out of the steps planned. */
export function contentStepIds(steps: readonly Step[], permissionSet: string): readonly string[] {
  return steps
    .filter((step) => step.object.kind === "permission set" && step.object.name === permissionSet)
    .filter((step) => step.kind !== "provisionPermissionSet" && step.kind !== "deletePermissionSet")
    .map((step) => step.id);
}

/** Ids of the steps that put a customer managed policy into an account (they may not be in the plan). */
export function policyStepIds(set: PermissionSet | undefined, account: string): readonly string[] {
  if (set === undefined) return [];
  const references = [
    ...set.customerManagedPolicies,
    ...(set.boundary?.kind === "customer" ? [set.boundary.policy] : []),
  ];
  return references.flatMap((policy) => [
    stepId("createManagedPolicy", policy.name, referenceText(policy), account),
    stepId("updateManagedPolicy", policy.name, referenceText(policy), account),
  ]);
}
