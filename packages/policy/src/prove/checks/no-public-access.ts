import type { Policy } from "../../document/policy-node.ts";
import type { Prover } from "../prover.ts";
import { type AccessCheck, checkStatements } from "./access-check.ts";
import { askClasses } from "./ask-classes.ts";
import { checkedResourceTypes, type CheckedResourceType } from "./checked-resource-types.ts";
import { publicOf } from "./strangers.ts";

/**
 * Whether a resource policy lets nobody in whom it does not single out
 * [accessanalyzer-2019-11-01, CheckNoPublicAccess, 2026].
 */
export function noPublicAccess(policy: Policy, resourceType: CheckedResourceType, prover: Prover): AccessCheck {
  const { classes, universe, region } = publicOf(policy);
  const actions = checkedResourceTypes[resourceType].map((prefix) => `${prefix}:*`);
  return checkStatements(policy, askClasses({ prover, classes, universe, region: { ...region, actions } }));
}
