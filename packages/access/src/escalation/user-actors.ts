import { type CompiledPolicy, compilePolicy, parsePolicy, type ProofSide } from "@castellan/policy";
import type { AccountIam, IamGroup, IamUser } from "../estate.ts";
import { dependsOnHolder, holderAskings } from "../promises/grant-asking.ts";
import type { KnownGrant } from "../promises/grant-kinds.ts";
import type { EstateView } from "../questions/estate-view.ts";
import { type Actor, actorOf, nobodyYet } from "./actor.ts";
import type { Holding } from "./holding.ts";

/** IAM users with the policies of all their groups and their permissions boundary; those who have the same answer alike. */
export function userHoldings(view: EstateView, known: readonly KnownGrant[]): readonly Holding[] {
  return view.estate.iam.flatMap((iam) => {
    const here = known.filter(({ grant }) => grant.account === iam.account);
    const members = alike(iam, here).map((users) => userHolding(view, iam, here, users));
    const taken = new Set(iam.users.flatMap(({ groups }) => groups));
    const empty = iam.groups.filter(({ name }) => !taken.has(name)).map(({ name }) => ({ ...nobody, groups: [name] }));
    return [...members, ...empty.map((user) => ({ ...userHolding(view, iam, here, [user]), people: [] }))];
  });
}

const nobody: IamUser = { name: nobodyYet, path: "/", groups: [], tags: {} };

/** Users by groups and boundary; each by itself where policies speak of who asks. */
function alike(iam: AccountIam, known: readonly KnownGrant[]): readonly (readonly IamUser[])[] {
  const kinds = new Map<string, IamUser[]>();
  for (const user of iam.users.filter(({ groups }) => groups.length > 0)) {
    const itself = grantsOf(user, known).some(({ grant, kind }) => dependsOnHolder(kind, grant));
    const key = JSON.stringify([user.groups.toSorted(), user.boundary ?? "", itself ? user.name : ""]);
    kinds.set(key, [...(kinds.get(key) ?? []), user]);
  }
  return [...kinds.values()];
}

function grantsOf({ groups }: IamUser, known: readonly KnownGrant[]): readonly KnownGrant[] {
  return known.filter(({ grant }) => groups.includes(grant.principal.name));
}

function userHolding(
  view: EstateView,
  iam: AccountIam,
  known: readonly KnownGrant[],
  users: readonly IamUser[],
): Holding {
  const [user = nobody] = users;
  const own = grantsOf(user, known);
  const boundary = boundaryOf(user, iam, view);
  const limit = boundary?.kind === "policy" ? { boundary: boundary.policy } : {};
  const identity = own.flatMap(({ kind }) => kind.policies.identity ?? []);
  const [first] = own;
  const askings = first === undefined ? [] : holderAskings(view, first.kind, first.grant, user.name);
  const actors = askings.map(({ side }) => {
    const whole: ProofSide = { ...side, policies: { ...side.policies, identity, ...limit } };
    return actorOf(view, { person: user.name, account: iam.account, side: whole, own: ownOf(user, iam, whole) });
  });
  return {
    grants: own.map(({ grant }) => grant),
    people: users.map(({ name }) => name).toSorted(),
    actors,
    problems: [...own.flatMap(({ kind }) => kind.problems), ...(boundary?.kind === "missing" ? [boundary.reason] : [])],
  };
}

type FoundBoundary =
  | { readonly kind: "policy"; readonly policy: CompiledPolicy }
  | { readonly kind: "missing"; readonly reason: string };

function boundaryOf({ name, boundary }: IamUser, iam: AccountIam, view: EstateView): FoundBoundary | undefined {
  if (boundary === undefined) return undefined;
  const called = boundary.split("/").at(-1) ?? boundary;
  const own = iam.policies.find((policy) => policy.name === called)?.document;
  const parsed = parsePolicy(own ?? view.catalog.managedPolicy(boundary)?.document ?? "", {
    kind: "boundary",
    accept: "meaningful",
  });
  if (parsed.kind === "policy") return { kind: "policy", policy: compilePolicy(parsed.policy, called) };
  return { kind: "missing", reason: `the permissions boundary \`${boundary}\` of \`${name}\`` };
}

function ownOf(user: IamUser, iam: AccountIam, side: ProofSide): (accountId: string) => Actor["own"] {
  const groups = iam.groups.filter(({ name }) => user.groups.includes(name));
  return (accountId) => ({
    user: [side.principal],
    group: groups.map(({ path, name }) => `arn:aws:iam::${accountId}:group${path}${name}`),
    role: [],
    policy: groups.flatMap(customerPolicies),
    boundary: user.boundary === undefined ? [] : [user.boundary].filter(isCustomer),
  });
}

function customerPolicies({ managedPolicies }: IamGroup): readonly string[] {
  return managedPolicies.filter(isCustomer);
}

function isCustomer(arn: string): boolean {
  return !/^arn:aws[a-z-]*:iam::aws:/.test(arn);
}
