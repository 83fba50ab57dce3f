import { type GrantKind, type KnownGrant, knownGrants } from "../promises/grant-kinds.ts";
import { type EstateView, isManagement } from "../questions/estate-view.ts";
import { type Grant, holdersOf } from "../questions/grant.ts";
import { type Actor, type SetGrant, sessionActors } from "./actor.ts";
import { userHoldings } from "./user-actors.ts";

/** Grants that answer alike, with somebody who asks for all holders. */
export interface Holding {
  readonly grants: readonly Grant[];
  readonly people: readonly string[];
  /** The same holder, once for every id that the account may have. */
  readonly actors: readonly Actor[];
  /** Policies that could not be used. */
  readonly problems: readonly string[];
}

/** What people hold in an estate: sessions of permission sets, and IAM users with all their groups. */
export function holdingsOf(view: EstateView, delegated: ReadonlySet<string>): readonly Holding[] {
  const known = knownGrants(view);
  const home = (account: string): boolean => isManagement(view.estate, account) || delegated.has(account);
  return [
    ...setHoldings(view, known, home),
    ...userHoldings(
      view,
      known.filter(({ grant }) => grant.kind === "iamGroup"),
    ),
  ];
}

/** Grants of one kind answer alike where Identity Center can, or cannot, be governed from their accounts. */
function setHoldings(
  view: EstateView,
  known: readonly KnownGrant[],
  home: (account: string) => boolean,
): readonly Holding[] {
  const groups = new Map<GrantKind, Map<boolean, SetGrant[]>>();
  for (const { grant, kind } of known) {
    if (grant.kind !== "permissionSet") continue;
    const byHome = groups.get(kind) ?? new Map<boolean, SetGrant[]>();
    groups.set(kind, byHome);
    byHome.set(home(grant.account), [...(byHome.get(home(grant.account)) ?? []), grant]);
  }
  return [...groups].flatMap(([kind, byHome]) =>
    [...byHome.values()].flatMap((grants) => setHolding(view, kind, grants)),
  );
}

function setHolding(view: EstateView, kind: GrantKind, grants: readonly SetGrant[]): readonly Holding[] {
  const [first] = grants;
  if (first === undefined) return [];
  const people = [...new Set(grants.flatMap((grant) => holdersOf(grant, view.estate)))].toSorted();
  return [{ grants, people, actors: sessionActors(view, kind, first), problems: kind.problems }];
}
