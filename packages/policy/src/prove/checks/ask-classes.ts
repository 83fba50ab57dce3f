import type { Policy } from "../../document/policy-node.ts";
import { matchesGlob } from "../../pattern/glob.ts";
import type { Prover } from "../prover.ts";
import type { Proof, Region } from "../question.ts";
import type { Verdict } from "./access-check.ts";
import { policiesAlone, regionOf, type PoliciesAlone } from "./policy-alone.ts";
import type { PrincipalClass } from "./principal-class.ts";
import type { ResourceUniverse } from "./resource-universe.ts";

/** What is asked: of whom, about which requests, and what is granted already. */
export interface Inquiry {
  readonly prover: Prover;
  readonly classes: readonly PrincipalClass[];
  readonly universe: ResourceUniverse;
  readonly region: Region;
  /** What this policy allows is not asked about. */
  readonly besides?: Policy;
}

/** Whether a policy by itself allows some class of principals a request of the region. */
export function askClasses(inquiry: Inquiry): (policy: Policy) => Verdict {
  const alone = policiesAlone();
  return (policy) => {
    const reasons = new Set(inquiry.universe.gaps);
    for (const principals of inquiry.classes)
      for (const partition of inquiry.universe.partitions) {
        const proof = askOne(policy, principals, partition, inquiry, alone);
        if (proof?.kind === "refuted") return { kind: "yes", principal: principals.name, request: proof.request };
        for (const reason of doubtsOf(proof)) reasons.add(reason);
      }
    return reasons.size === 0 ? { kind: "no" } : { kind: "unknown", reasons: [...reasons] };
  };
}

function askOne(
  policy: Policy,
  principals: PrincipalClass,
  partition: string,
  { prover, universe, region: asked, besides }: Inquiry,
  alone: PoliciesAlone,
): Proof | undefined {
  const side = alone.sideOf(policy, principals, partition);
  if (side.policies.resource?.statements.every(({ allows }) => !allows) ?? true) return undefined;
  const actions = actionsOf(principals, asked.actions);
  if (actions?.length === 0) return undefined;
  const region = regionOf(principals, { ...asked, resourceAccounts: universe.owners, ...(actions && { actions }) });
  if (besides === undefined) return prover.prove({ kind: "nothing", side, region });
  return prover.prove({
    kind: "noMore",
    side,
    than: alone.sideOf(besides, principals, partition),
    region,
    future: true,
  });
}

/** What keeps a proof from being a no, also for actions that AWS may add. */
function doubtsOf(proof: Proof | undefined): readonly string[] {
  if (proof === undefined) return [];
  if (proof.kind === "undecided") return proof.reasons;
  const { future } = proof;
  if (future?.kind === "mayFail") return [`AWS may add actions such as \`${future.action}\``];
  return future?.kind === "undecided" ? future.reasons : [];
}

/** The actions asked about that such principals can call. */
function actionsOf({ actions }: PrincipalClass, asked: Region["actions"]): Region["actions"] {
  if (actions === undefined || asked === undefined) return actions ?? asked;
  return actions.filter((action) => asked.some((pattern) => matchesGlob(pattern.toLowerCase(), action)));
}
