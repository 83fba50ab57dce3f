import { directoryRows } from "./directory-rows.ts";
import { guardrailRows } from "./guardrail-rows.ts";
import { iamRows } from "./iam-rows.ts";
import { organizationRows } from "./organization-rows.ts";
import { permissionSetRows } from "./permission-set-rows.ts";
import type { StepKind } from "./step.ts";
import type { StepRows } from "./step-row.ts";

/**
 * Every kind of step, once. Phases 10 to 99 build in AWS's order of creation; 100 and up take away in AWS's order of
 * deletion. Within a permission set the planner chains the steps itself (narrowing before widening).
 */
export const stepTable: StepRows<StepKind> = {
  ...organizationRows,
  ...guardrailRows,
  ...directoryRows,
  ...permissionSetRows,
  ...iamRows,
};
