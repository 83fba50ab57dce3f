import type { Diagnostic } from "@castellan/policy";
import type { Estate } from "../estate.ts";
import { accessChangesBetween } from "./access-changes.ts";
import { administratorsOf } from "./administrators.ts";
import { callerPath, cutOfCaller, type CallerPath } from "./caller.ts";
import { foldSteps } from "./fold-steps.ts";
import { leftoversOf } from "./leftovers.ts";
import { orderSteps } from "./order-steps.ts";
import { planAssignments } from "./plan-assignments.ts";
import { planDirectory } from "./plan-directory.ts";
import { planGuardrails } from "./plan-guardrails.ts";
import { planIam } from "./plan-iam.ts";
import { planManagedPolicies } from "./plan-managed-policies.ts";
import { planOrganization } from "./plan-organization.ts";
import { planPermissionSets } from "./plan-permission-sets.ts";
import { planRemovals, withoutRemovals } from "./plan-removals.ts";
import { joinParts, type Plan, type PlanContext, type PlanOptions, type PlanPart } from "./plan.ts";
import { defaultQuotas, refuseOverQuota } from "./quotas.ts";
import { refusal } from "./refusal.ts";
import type { Step } from "./step.ts";
import { summaryOf } from "./summary.ts";

/**
 * What has to happen so that AWS holds what the file asks for. Pure: the same two estates give the same plan. It adds
 * and changes what the file names, removes only what the file's `removals` name, and reports the rest.
 */
export function planChanges(desired: Estate, actual: Estate, options: PlanOptions): Plan {
  const context: PlanContext = { owner: options.scope.owner, scope: options.scope, adopt: new Set(options.adopt) };
  const wanted = withoutRemovals(desired);
  const part = joinParts([
    planWanted(wanted, actual, context),
    planRemovals(desired, actual, context),
    { steps: [], refusals: [], byHand: options.byHand ?? [] },
  ]);
  const path: CallerPath = options.caller ? callerPath(options.caller, actual) : { kind: "outside" };
  const steps = orderSteps(part.steps.map((step) => ownPathLast(step, path)));
  const after = foldSteps(actual, steps);
  return {
    steps,
    digest: options.digest,
    scope: options.scope,
    summary: summaryOf(steps),
    accessChanges: accessChangesBetween(actual, after, wanted),
    ...leftoversOf(wanted, after, context.owner),
    byHand: part.byHand,
    refusals: [
      ...part.refusals,
      ...refuseOverQuota(wanted, after, options.quotas ?? defaultQuotas),
      ...refuseLockOut(actual, after, path, options),
    ],
  };
}

function planWanted(wanted: Estate, actual: Estate, context: PlanContext): PlanPart {
  const policies = planManagedPolicies(wanted, actual, context);
  const sets = planPermissionSets(wanted, actual, context);
  return joinParts([
    planOrganization(wanted, actual, context),
    planGuardrails(wanted, actual, context),
    policies,
    planDirectory(wanted, actual),
    sets,
    planAssignments(wanted, actual, sets.steps),
    planIam(wanted, actual, policies.steps, context),
  ]);
}

/** Provisioning the set that the caller itself came in by is the last thing that happens. */
function ownPathLast(step: Step, path: CallerPath): Step {
  const own =
    step.kind === "provisionPermissionSet" &&
    path.kind === "permissionSet" &&
    step.permissionSet === path.permissionSet;
  return own ? { ...step, stage: "ownPath" } : step;
}

function refuseLockOut(actual: Estate, after: Estate, path: CallerPath, options: PlanOptions): readonly Diagnostic[] {
  const documentOf = options.managedPolicyDocument ?? (() => undefined);
  const minimum = options.minimumAdministrators ?? 2;
  const administrators = options.administratorsOf?.(after) ?? administratorsOf(after, documentOf);
  const cut = cutOfCaller(path, actual, after, documentOf);
  return [
    ...(administrators.length >= minimum ? [] : [tooFew(administrators, minimum)]),
    ...(cut === undefined
      ? []
      : [
          refusal("cutsOwnPath", `this plan takes away ${cut}, by which you are signed in`, {
            help: "sign in by another path, prove that it works, and apply again from there",
          }),
        ]),
  ];
}

function tooFew(administrators: readonly string[], minimum: number): Diagnostic {
  const who = administrators.length === 0 ? "nobody" : `only \`${administrators.join("`, `")}\``;
  return refusal(
    "tooFewAdministrators",
    `${who} would administer the management account afterwards, at least ${minimum} people must`,
    { help: "give a second living person an administrator's permission set in the management account" },
  );
}
