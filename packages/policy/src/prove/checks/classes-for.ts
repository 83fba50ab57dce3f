import { kindRules } from "../../document/kind-rules.ts";
import type { Policy } from "../../document/policy-node.ts";
import { classesOfPrincipals } from "./named-principals.ts";
import { holder, type PrincipalClass } from "./principal-class.ts";

/** The principals that policies of one kind speak to: whoever holds them, or those that they part. */
export function classesFor(policies: readonly Policy[]): readonly PrincipalClass[] {
  const namesNobody = policies.every(({ kind }) => kindRules[kind].principal === "forbidden");
  return namesNobody ? [holder] : classesOfPrincipals(policies);
}
