import type { Diagnostic } from "@castellan/policy";
import type { AccountAssignment, Estate, PermissionSet, PolicyReference } from "../estate.ts";
import { makeStep, stepId } from "./make-step.ts";
import { guardrailStepsBinding } from "./plan-guardrails.ts";
import { accountReady } from "./plan-managed-policies.ts";
import { contentStepIds, policyStepIds } from "./set-step-ids.ts";
import { emptyPart, type PlanPart } from "./plan.ts";
import { refusal } from "./refusal.ts";
import type { AssignmentKey, Step } from "./step.ts";
import { referenceText } from "./step-words.ts";

/** New rows of the matrix. An assignment's identity is (principal, set, account); there is no "replace". */
export function planAssignments(desired: Estate, actual: Estate, setSteps: readonly Step[]): PlanPart {
  const there = new Set(actual.assignments.map(assignmentKey));
  const missing = desired.assignments.filter((row) => !there.has(assignmentKey(row)));
  return {
    ...emptyPart,
    steps: missing.map((row) => assignmentStep(row, desired, setSteps)),
    refusals: missing.flatMap((row) => missingPolicies(row, desired, actual)),
  };
}

/** One text per row of the matrix, equal for equal rows. */
export function assignmentKey(row: AssignmentKey): string {
  return JSON.stringify([row.account, row.permissionSet, row.principal.kind, row.principal.name]);
}

function assignmentStep(row: AccountAssignment, desired: Estate, setSteps: readonly Step[]): Step {
  const { account, permissionSet, principal } = row;
  const unit = desired.accounts.find((candidate) => candidate.name === account)?.unit ?? "/";
  const set = desired.permissionSets.find((candidate) => candidate.name === permissionSet);
  const dependsOn = [
    ...accountReady(account),
    ...guardrailStepsBinding(desired, unit, account),
    ...contentStepIds(setSteps, permissionSet),
    ...policyStepIds(set, account),
    stepId(principal.kind === "group" ? "createGroup" : "createUser", principal.name),
  ];
  const assignment = { account, permissionSet, principal: { kind: principal.kind, name: principal.name } };
  return makeStep({ kind: "createAssignment", assignment }, { source: row.source, dependsOn });
}

/** A customer managed policy that an account lacks makes the assignment fail there, so it is refused beforehand. */
function missingPolicies(row: AccountAssignment, desired: Estate, actual: Estate): readonly Diagnostic[] {
  const set = desired.permissionSets.find((candidate) => candidate.name === row.permissionSet);
  return referencesOf(set)
    .filter((policy) => ![desired, actual].some((estate) => holdsPolicy(estate, row.account, policy)))
    .map((policy) =>
      refusal(
        "policyMissingInAccount",
        `permission set \`${row.permissionSet}\` needs policy \`${referenceText(policy)}\`, which \`${row.account}\` does not have`,
        {
          source: row.source,
          help: "AWS would fail this assignment; the policy must exist in every account of the set",
        },
      ),
    );
}

function referencesOf(set: PermissionSet | undefined): readonly PolicyReference[] {
  if (set === undefined) return [];
  return [...set.customerManagedPolicies, ...(set.boundary?.kind === "customer" ? [set.boundary.policy] : [])];
}

function holdsPolicy(estate: Estate, account: string, policy: PolicyReference): boolean {
  const iam = estate.iam.find((candidate) => candidate.account === account);
  return iam?.policies.some((held) => referenceText(held) === referenceText(policy)) === true;
}
