import type { Policy } from "../../document/policy-node.ts";
import { actionMatches, compileAction } from "../../match/compile-action.ts";
import { actionName } from "../../request/action-name.ts";
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
  const universe = resourceUniverse([policy], resources);
  const classes = classesFor([policy]);
  return checkStatements(policy, (part) => {
    const listed = actions.filter((action) => isPattern(action) || isAllowed(action, part));
    if (listed.length === 0 && actions.length > 0) return { kind: "no" };
    const region = { ...(listed.length > 0 && { actions: listed }), ...(resources.length > 0 && { resources }) };
    return askClasses({ prover, classes, universe, region })(part);
  });
}

const isPattern = (action: string): boolean => /[*?]/.test(action);

/** Whether some statement could allow an action, which need not be one that the catalogue knows. */
function isAllowed(given: string, { statements }: Policy): boolean {
  const { action, service } = actionName(given);
  const name = action.slice(service.length + 1);
  return statements.some((each) => each.effect === "Allow" && actionMatches(compileAction(each.action), service, name));
}
