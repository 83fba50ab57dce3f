import type { CompiledPolicy, ProofSide } from "@castellan/policy";
import type { PolicyReference } from "../estate.ts";
import { holderAskings } from "../promises/grant-asking.ts";
import type { GrantKind } from "../promises/grant-kinds.ts";
import type { EstateView } from "../questions/estate-view.ts";
import { type Grant, holdersOf } from "../questions/grant.ts";
import { exceptUser, trustPolicyFor, whatAwsRefuses } from "./what-aws-refuses.ts";

/** A grant of a permission set. */
export type SetGrant = Extract<Grant, { readonly kind: "permissionSet" }>;

/** Who makes the requests of a path: a holder of a grant, with the IAM objects that are the holder's own. */
export interface Actor {
  readonly person: string;
  readonly accountId: string;
  /** The id of another account of the organization. */
  readonly memberAccount: string;
  /** The Region of the organization. */
  readonly home: string;
  /** Sides with what AWS itself refuses; `assuming` asks roles that leave it to the account who assumes them. */
  readonly sides: Readonly<Record<"calling" | "others" | "assuming", ProofSide>>;
  /** The policies alone that were given to the caller, with their boundary and nothing that binds whole accounts. */
  readonly given: ProofSide;
  /** ARNs of what is the caller's own; a session of a permission set has no user and no group. */
  readonly own: Readonly<Record<"user" | "group" | "role" | "policy" | "boundary", readonly string[]>>;
}

/** Stands for somebody who would come into a group that is empty now. */
export const nobodyYet = "somebody@example.com";

/** Stands for an account whose id is not known; AWS's documents use it as an example. */
const someAccount = "111122223333";

/** Sessions of a permission set, one for every id that the account may have; all of them answer alike. */
export function sessionActors(view: EstateView, kind: GrantKind, grant: SetGrant): readonly Actor[] {
  const [person = nobodyYet] = holdersOf(grant, view.estate);
  return holderAskings(view, kind, grant, person).map(({ side }) =>
    actorOf(view, {
      person,
      account: grant.account,
      side,
      own: (accountId) => ownOfSession(view, grant, side, accountId),
    }),
  );
}

/** What an actor is made from. */
export interface ActorParts {
  readonly person: string;
  readonly account: string;
  readonly side: ProofSide;
  readonly own: (accountId: string) => Actor["own"];
}

/** An actor with the sides that it asks from. */
export function actorOf({ estate }: EstateView, { person, account, side, own: ownIn }: ActorParts): Actor {
  const accountId = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(side.principal)?.[1] ?? "";
  const own = ownIn(accountId);
  const calling = withDenies(side, [whatAwsRefuses]);
  const others = own.user.length === 0 ? calling : withDenies(side, [whatAwsRefuses, ...own.user.map(exceptUser)]);
  const assuming = { ...calling, policies: { ...calling.policies, resource: trustPolicyFor(accountId) } };
  const { identity, boundary } = side.policies;
  const given = { ...side, policies: { ...(identity && { identity }), ...(boundary && { boundary }) } };
  const other = estate.accounts.find(({ id, name }) => id !== undefined && id !== accountId && name !== account);
  return {
    person,
    accountId,
    memberAccount: other?.id ?? someAccount,
    home: estate.organization.region,
    sides: { calling, others, assuming },
    given,
    own,
  };
}

function withDenies(side: ProofSide, denies: readonly CompiledPolicy[]): ProofSide {
  return { ...side, policies: { ...side.policies, identity: [...(side.policies.identity ?? []), ...denies] } };
}

function ownOfSession({ estate }: EstateView, grant: SetGrant, { facts }: ProofSide, accountId: string): Actor["own"] {
  const set = estate.permissionSets.find(({ name }) => name === grant.permissionSet);
  const arnOf = ({ path, name }: PolicyReference): string => `arn:aws:iam::${accountId}:policy${path}${name}`;
  return {
    user: [],
    group: [],
    role: facts?.roleArn === undefined ? [] : [facts.roleArn],
    policy: set?.customerManagedPolicies.map(arnOf) ?? [],
    boundary: set?.boundary?.kind === "customer" ? [arnOf(set.boundary.policy)] : [],
  };
}
