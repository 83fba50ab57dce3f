import type { Policy } from "../../document/policy-node.ts";
import type { Prover } from "../prover.ts";
import { type AccessCheck, checkStatements } from "./access-check.ts";
import { askClasses } from "./ask-classes.ts";
import { classesFor } from "./classes-for.ts";
import { resourceUniverse } from "./resource-universe.ts";

/**
 * Whether a policy allows nothing that another of its kind does not, to anybody
 * [accessanalyzer-2019-11-01, CheckNoNewAccess, 2026].
 */
export function noNewAccess(newPolicy: Policy, existingPolicy: Policy, prover: Prover): AccessCheck {
  const policies = [newPolicy, existingPolicy];
  const classes = classesFor(policies);
  const universe = resourceUniverse(policies);
  return checkStatements(newPolicy, askClasses({ prover, classes, universe, region: {}, besides: existingPolicy }));
}
