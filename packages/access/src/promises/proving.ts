import type { EstateView } from "../questions/estate-view.ts";
import type { AccessPromise, PromisedGroup, PromisedPlace } from "./access-promise.ts";
import type { GrantProofs } from "./grant-proofs.ts";
import type { KnownGrant } from "./grant-kinds.ts";
import type { PromiseResult } from "./promise-result.ts";
import type { TaskRegions } from "./task-regions.ts";
import type { Task } from "../tasks/task.ts";

/** What is found out about a promise, without the promise. */
export type Finding = Omit<PromiseResult, "promise">;

/** What proving promises works with. */
export interface Proving {
  readonly view: EstateView;
  readonly grants: readonly KnownGrant[];
  /** The grants of each group, by its name. */
  readonly ofGroup: ReadonlyMap<string, readonly KnownGrant[]>;
  readonly proofs: GrantProofs;
  readonly regionsOf: (task: Task) => TaskRegions;
}

/** The grants of groups in a place; for a role's claim those of the role's permission set. */
export function grantsInside(
  groups: readonly PromisedGroup[],
  place: PromisedPlace,
  origin: AccessPromise["origin"],
  { ofGroup }: Proving,
): readonly KnownGrant[] {
  const isOwn = ({ grant }: KnownGrant): boolean =>
    origin === undefined || grant.kind === "iamGroup" || grant.permissionSet === origin.permissionSet;
  return inPlace(
    place,
    groups.flatMap((group) => ofGroup.get(group.displayName) ?? []),
  ).filter(isOwn);
}

/** The grants of everybody else in a place. */
export function grantsOutside(
  groups: readonly PromisedGroup[],
  place: PromisedPlace,
  { grants }: Proving,
): readonly KnownGrant[] {
  const names = new Set(groups.map(({ displayName }) => displayName));
  const isOutside = ({ grant: { principal } }: KnownGrant): boolean =>
    principal.kind === "user" || !names.has(principal.name);
  return inPlace(place, grants).filter(isOutside);
}

function inPlace(place: PromisedPlace, grants: readonly KnownGrant[]): readonly KnownGrant[] {
  if (place.kind === "anywhere") return grants;
  const accounts = new Set(place.accounts);
  return grants.filter(({ grant }) => accounts.has(grant.account));
}

/** The grants of each group by its name. */
export function groupGrants(grants: readonly KnownGrant[]): ReadonlyMap<string, readonly KnownGrant[]> {
  const groups = new Map<string, KnownGrant[]>();
  for (const known of grants) {
    const { kind, name } = known.grant.principal;
    if (kind !== "group") continue;
    const list = groups.get(name) ?? [];
    list.push(known);
    groups.set(name, list);
  }
  return groups;
}
