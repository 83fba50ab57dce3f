import type { Effect, PrincipalElement, PrincipalEntry, PrincipalType } from "../document/policy-node.ts";
import type { Query } from "../request/query.ts";
import type { Hearing } from "./hearing.ts";
import type { Caller } from "../principal/caller.ts";
import { accountGrant, directGrant, noGrant, parentGrant, type Grant } from "../principal/grant.ts";
import { parsePrincipalName, type PrincipalName } from "../principal/principal-name.ts";

/** How far a named principal covers the caller. */
type Reach = (query: Query) => Grant;

/** A compiled `Principal` or `NotPrincipal`. */
export interface CompiledPrincipal {
  readonly element: PrincipalElement;
  /** `NotPrincipal` with Deny hits a caller with a boundary whoever is listed [IAM User Guide, reference_policies_elements_notprincipal, 2025]. */
  readonly hitsBounded: boolean;
  readonly reaches: readonly Reach[];
}

/** Compiles each named principal once. */
export function compilePrincipal(element: PrincipalElement, effect: Effect): CompiledPrincipal {
  const hitsBounded = element.negated && effect === "Deny";
  return { element, hitsBounded, reaches: element.entries.map((entry) => reachOf[entry.type](entry)) };
}

/** How directly the element covers the caller. */
export function principalGrant(principal: CompiledPrincipal, query: Query, heard?: Hearing): Grant {
  let grant: Grant = noGrant;
  for (let index = 0; index < principal.reaches.length; index += 1) {
    const reach = principal.reaches[index]?.(query) ?? noGrant;
    if (reach > grant) grant = reach;
    heard?.push({ index, matched: reach !== noGrant });
  }
  if (!principal.element.negated) return grant;
  return grant === noGrant || (principal.hitsBounded && query.bounded) ? directGrant : noGrant;
}

const everybody: Reach = () => directGrant;

const reachOf: Readonly<Record<PrincipalType, (entry: PrincipalEntry) => Reach>> = {
  "*": () => everybody,
  AWS: ({ value }) => (value === "*" ? everybody : reachOfName(parsePrincipalName(value))),
  Service:
    ({ value }) =>
    ({ caller }) =>
      caller.kind === "service" && caller.text === value ? directGrant : noGrant,
  Federated:
    ({ value }) =>
    ({ caller }) =>
      caller.kind === "identityProvider" && caller.text === value ? directGrant : noGrant,
  CanonicalUser:
    ({ value }) =>
    ({ facts }) =>
      facts.canonicalUserId === value ? accountGrant : noGrant,
};

function reachOfName(name: PrincipalName | undefined): Reach {
  if (name === undefined) return () => noGrant;
  // The tag selects the function for its own member of the union; TypeScript cannot follow that through the lookup.
  const reach = nameReaches[name.kind] as (name: PrincipalName, query: Query) => Grant;
  return (query) => reach(name, query);
}

type NameReaches = {
  readonly [K in PrincipalName["kind"]]: (name: Extract<PrincipalName, { kind: K }>, query: Query) => Grant;
};

const nameReaches: NameReaches = {
  account: ({ account }, { caller }) => (caller.account === account && isIamPrincipal(caller) ? accountGrant : noGrant),
  user: ({ arn }, { caller, facts }) => {
    if (caller.kind === "user" && caller.text === arn) return directGrant;
    return caller.kind === "federatedUser" && facts.federatedUserParentArn === arn ? parentGrant : noGrant;
  },
  role: ({ arn, account, name }, { caller }) => {
    if (caller.kind !== "roleSession") return noGrant;
    const same = caller.pathKnown ? caller.principalArn === arn : caller.account === account && caller.name === name;
    return same ? parentGrant : noGrant;
  },
  session: ({ arn }, { caller }) => (caller.kind === "roleSession" && caller.text === arn ? directGrant : noGrant),
  federatedUser: ({ arn }, { caller }) =>
    caller.kind === "federatedUser" && caller.text === arn ? directGrant : noGrant,
  uniqueId: ({ id }, { caller, facts }) => {
    if (facts.principalId !== id) return noGrant;
    return caller.kind === "user" ? directGrant : parentGrant;
  },
};

function isIamPrincipal({ kind }: Caller): boolean {
  return kind === "root" || kind === "user" || kind === "roleSession" || kind === "federatedUser";
}
