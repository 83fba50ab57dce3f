import type { Prover } from "@castellan/policy";
import type { EstateView } from "../questions/estate-view.ts";
import type { AccessPromise } from "./access-promise.ts";
import { peopleFinding, reachFinding } from "./structural-findings.ts";
import { knownGrants } from "./grant-kinds.ts";
import { grantProofs } from "./grant-proofs.ts";
import type { PromiseResult } from "./promise-result.ts";
import { proveMay } from "./prove-may.ts";
import { proveNever } from "./prove-never.ts";
import { type Finding, grantsInside, grantsOutside, groupGrants, type Proving } from "./proving.ts";
import { taskRegionReader } from "./task-regions.ts";

/**
 * Proves promises of an estate over all requests: a task for each kind of grant once, whatever promises ask for it.
 * Promises to reach only certain accounts, and about how many people there are, follow from the assignments.
 */
export function provePromises(
  view: EstateView,
  promises: readonly AccessPromise[],
  prover: Prover,
): readonly PromiseResult[] {
  const grants = knownGrants(view);
  const proving: Proving = {
    view,
    grants,
    ofGroup: groupGrants(grants),
    proofs: grantProofs(view, prover),
    regionsOf: taskRegionReader(view.catalog),
  };
  return promises.map((promise) => ({ promise, ...findingOf(promise, proving) }));
}

function findingOf({ claim, origin }: AccessPromise, proving: Proving): Finding {
  switch (claim.kind) {
    case "only":
      return proveNever(grantsOutside(claim.groups, claim.place, proving), claim.task, proving);
    case "never":
      return proveNever(grantsInside(claim.groups, claim.place, origin, proving), claim.task, proving);
    case "may":
      return proveMay(claim, origin, proving);
    case "reach":
      return reachFinding(claim, proving);
    case "people":
      return peopleFinding(claim, proving.view.estate);
  }
}
