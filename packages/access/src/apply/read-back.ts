import type { AwsClients } from "../aws/clients.ts";
import { readEstate, type EstateReading } from "../aws/read-estate.ts";
import type { Estate } from "../estate.ts";
import { planChanges } from "../plan/plan-changes.ts";
import type { Plan, PlanOptions } from "../plan/plan.ts";
import type { ReadScope } from "../plan/scope.ts";

/** Whether the target holds what the file asks for. */
export type ReadBack =
  | { readonly kind: "equal"; readonly reading: EstateReading; readonly plan: Plan }
  | { readonly kind: "different"; readonly reading: EstateReading; readonly plan: Plan };

/** Looks before a difference is believed: AWS shows what was written after a moment only. */
const looks = 4;
/** Milliseconds before the second look; doubled each time. */
const firstWait = 500;

/** Reads the target again and plans again: equal when nothing is left to do. `plan` has what was left in any case. */
export async function readBack(
  desired: Estate,
  clients: AwsClients,
  scope: ReadScope,
  options: Omit<PlanOptions, "digest" | "scope" | "caller"> = {},
): Promise<ReadBack> {
  for (let look = 1; ; look += 1) {
    const reading = await readEstate(clients, scope);
    const plan = planChanges(desired, reading.estate, { ...options, ...reading });
    if (plan.steps.length === 0 && plan.refusals.length === 0) return { kind: "equal", reading, plan };
    if (look >= looks || clients.target.kind === "plane") return { kind: "different", reading, plan };
    await clients.timing.sleep(firstWait * 2 ** look);
  }
}
