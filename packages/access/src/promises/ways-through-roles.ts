import {
  type CompiledPolicy,
  compilePolicy,
  matchesGlob,
  parsePolicy,
  type ProofSide,
  type Prover,
  type Region,
} from "@castellan/policy";
import type { EstateView } from "../questions/estate-view.ts";
import { type Asking, askings } from "./grant-asking.ts";
import type { GrantKind } from "./grant-kinds.ts";

const assuming: Region = { actions: ["sts:AssumeRole"] };
const handing: Region = { actions: ["iam:PassRole"] };

/**
 * Tells whether holders of a grant may act through a role that the estate does not describe: assume one that trusts
 * its account, or hand one to a service. Roles of permission sets are not among them: they trust the portal alone.
 */
export function roleReader(view: EstateView, prover: Prover): (kind: GrantKind) => boolean {
  const known = new Map<GrantKind, boolean>();
  const isOpen = (side: ProofSide, region: Region): boolean =>
    prover.prove({ kind: "nothing", side, region }).kind !== "proved";
  const leadsOn = ({ side }: Asking): boolean =>
    isOpen(side, handing) || (mayAssume(side) && isOpen(trusted(side), assuming));
  const leads = (kind: GrantKind): boolean => {
    const found =
      known.get(kind) ??
      ((kind.unguarded === undefined || leads(kind.unguarded)) && askings(view, kind, kind.example).some(leadsOn));
    known.set(kind, found);
    return found;
  };
  return leads;
}

/** Whether a statement speaks of assuming roles at all. */
function mayAssume({ policies }: ProofSide): boolean {
  const statements = (policies.identity ?? []).flatMap((policy) => policy.statements.filter(({ allows }) => allows));
  return statements.some(({ statement: { action } }) => {
    const listed = action.patterns.some(({ value }) => matchesGlob(value.toLowerCase(), "sts:assumerole"));
    return listed !== action.negated;
  });
}

/** The side asking for roles that trust its account. */
function trusted(side: ProofSide): ProofSide {
  const account = /^arn:[^:]*:[^:]*::(\d+)/.exec(side.principal)?.[1];
  return { ...side, policies: { ...side.policies, resource: trustIn(account) } };
}

/** The trust policy of a role that leaves the decision to an account. */
function trustIn(account = ""): CompiledPolicy {
  const statement = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "sts:AssumeRole" };
  const parsed = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }), { kind: "trust" });
  if (parsed.kind === "malformed") throw new Error(`a trust policy is malformed: ${parsed.message}`);
  return compilePolicy(parsed.policy, "trust policy");
}
