import type { Proof, Prover, Refutation, Region } from "@castellan/policy";
import type { EstateView } from "../questions/estate-view.ts";
import { type Grant, holdersOf } from "../questions/grant.ts";
import { type Asking, askings, dependsOnHolder, holderAskings } from "./grant-asking.ts";
import type { GrantKind, KnownGrant } from "./grant-kinds.ts";
import { allRefuted, joinProofs } from "./join-proofs.ts";
import { roleReader } from "./ways-through-roles.ts";

/** Proofs about grants, each made once for all grants of a kind. */
export interface GrantProofs {
  /** That nothing of the region is allowed to anybody who holds a grant of the kind. */
  nothing(kind: GrantKind, region: Region, future?: boolean): Proof;
  /** The same, but proved where one holder is allowed nothing, and refuted where each is allowed something. */
  nothingToSome(kind: GrantKind, region: Region): Proof;
  /** The permission sets and IAM groups whose holders may assume roles, or hand them to services. */
  leadingOn(kinds: readonly GrantKind[]): readonly string[];
  /** A request that a certain grant allows to a holder, of the first region that has one. */
  requestOf(known: KnownGrant, regions: readonly Region[]): HeldRequest | undefined;
}

/** A request that a grant allows, with the holder for whom it was found where that matters. */
export interface HeldRequest {
  readonly refutation: Refutation;
  readonly holder?: string;
}

/** Asks one principal about a region. */
type Ask = (asking: Asking, region: Region, future?: boolean) => Proof;

/** Starts with nothing proved. */
export function grantProofs(view: EstateView, prover: Prover): GrantProofs {
  const [known, knownToSome] = [remembered(), remembered()];
  const ask: Ask = (asking, region, future = false) =>
    prover.prove({ kind: "nothing", side: asking.side, region: narrowed(region, asking), future });
  const leadsOn = roleReader(view, prover);
  const nothing: GrantProofs["nothing"] = (kind, region, future) =>
    known(kind, region, () => {
      const unguarded = kind.unguarded && nothing(kind.unguarded, region, future);
      const isEnough = unguarded?.kind === "proved" && unguarded.future === undefined;
      return isEnough ? unguarded : proveToAll(view, kind, (one) => ask(one, region, future));
    });
  return {
    nothing,
    nothingToSome: (kind, region) =>
      knownToSome(kind, region, () => proveToSome(view, kind, (one) => ask(one, region))),
    leadingOn: (kinds) => [...new Set(kinds.filter(leadsOn).map(({ example }) => grantName(example)))],
    requestOf: (grant, regions) => findRequest(view, grant, regions, ask),
  };
}

function remembered(): (kind: GrantKind, region: Region, make: () => Proof) => Proof {
  const known = new Map<GrantKind, Map<Region, Proof>>();
  return (kind, region, make) => {
    const proofs = known.get(kind) ?? new Map<Region, Proof>();
    known.set(kind, proofs);
    const proof = proofs.get(region) ?? make();
    proofs.set(region, proof);
    return proof;
  };
}

/** Whom to ask one by one, because what is true of one holder need not be of another. */
function unlikeHolders(view: EstateView, kind: GrantKind, grant: Grant): readonly string[] {
  return dependsOnHolder(kind, grant) ? holdersOf(grant, view.estate) : [];
}

function proveToAll(view: EstateView, kind: GrantKind, ask: (asking: Asking) => Proof): Proof {
  const { example } = kind;
  const proof = joinProofs(askings(view, kind, example).map(ask));
  const holders = proof.kind === "proved" ? [] : unlikeHolders(view, kind, example);
  if (holders.length === 0) return proof;
  const ofThoseNow = joinProofs(holders.flatMap((holder) => holderAskings(view, kind, example, holder)).map(ask));
  const assumed = [...ofThoseNow.assumed, "the IAM groups have the members that they have now"];
  return { ...ofThoseNow, assumed };
}

/** Of the ids that an account may have, the first is its own, or one that no policy names. */
function proveToSome(view: EstateView, kind: GrantKind, ask: (asking: Asking) => Proof): Proof {
  const { example } = kind;
  const holders = unlikeHolders(view, kind, example);
  if (holders.length === 0) return allRefuted(askings(view, kind, example).slice(0, 1).map(ask));
  return allRefuted(holders.flatMap((holder) => holderAskings(view, kind, example, holder).slice(0, 1)).map(ask));
}

function findRequest(
  view: EstateView,
  { grant, kind }: KnownGrant,
  regions: readonly Region[],
  ask: Ask,
): HeldRequest | undefined {
  const holders = unlikeHolders(view, kind, grant);
  const asked: readonly { readonly asking: Asking; readonly holder?: string }[] =
    holders.length === 0
      ? askings(view, kind, grant).map((asking) => ({ asking }))
      : holders.flatMap((holder) => holderAskings(view, kind, grant, holder).map((asking) => ({ asking, holder })));
  for (const region of regions)
    for (const { asking, ...held } of asked) {
      const proof = ask(asking, region);
      if (proof.kind === "refuted") return { refutation: proof, ...held };
    }
  return undefined;
}

function grantName(grant: Grant): string {
  return grant.kind === "permissionSet" ? grant.permissionSet : grant.principal.name;
}

/** KMS keys are taken to have the policy that AWS gives them, which leaves the decision to the account. */
function narrowed(region: Region, { free, conditions }: Asking): Region {
  return {
    ...region,
    keyPolicies: "delegating",
    ...(free === undefined ? {} : { free }),
    ...(conditions === undefined ? {} : { conditions: [...(region.conditions ?? []), ...conditions] }),
  };
}
