import type { StepBody, StepKind } from "../../plan/step.ts";
import { performAssignment } from "./perform-assignment.ts";
import { performDirectory } from "./perform-directory.ts";
import { performGuardrail } from "./perform-guardrail.ts";
import { performIam } from "./perform-iam.ts";
import { performOrganization } from "./perform-organization.ts";
import { performPermissionSet } from "./perform-permission-set.ts";
import type { Performer, PerformerTable, Workbench } from "./performer.ts";

/** Every kind of step and who does it: a kind without a performer does not compile. */
const performers: PerformerTable<StepKind> = {
  ...performOrganization,
  ...performGuardrail,
  ...performDirectory,
  ...performPermissionSet,
  ...performAssignment,
  ...performIam,
};

/** Does one step on the target and returns when it is really done. Throws what AWS said, or `StepFailed`. */
export async function performStep(body: StepBody, bench: Workbench): Promise<void> {
  // The table is total and indexed by the body's own kind, so the performer takes this body.
  await (performers[body.kind] as Performer<StepKind>)(body, bench);
}
