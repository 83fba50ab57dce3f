import type { Policy } from "../../document/policy-node.ts";
import type { Prover } from "../prover.ts";
import { type AccessCheck, checkStatements } from "./access-check.ts";
import { askClasses } from "./ask-classes.ts";
import { classesFor } from "./classes-for.ts";
import { resourceUniverse } from "./resource-universe.ts";

/** Access that a policy shall not grant; an empty list stands for everything. */
export interface Access {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/**
 * Whether a policy grants nobody any of the actions on any of the resources
 * [accessanalyzer-2019-11-01, CheckAccessNotGranted, 2026].
 */
export function accessNotGranted(policy: Policy, { actions, resources }: Access, prover: Prover): AccessCheck {
  const region = { ...(actions.length > 0 && { actions }), ...(resources.length > 0 && { resources }) };
  const universe = resourceUniverse([policy], resources);
  return checkStatements(policy, askClasses({ prover, classes: classesFor([policy]), universe, region }));
}
