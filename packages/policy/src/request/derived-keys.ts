import type { Caller, CallerKind } from "../principal/caller.ts";
import { accountIn } from "../pattern/arn.ts";
import type { Query } from "./query.ts";
import type { ContextValue } from "./request.ts";

type Derivation = (query: Query) => ContextValue | undefined;

const principalTypes: Readonly<Record<CallerKind, string | undefined>> = {
  root: "Account",
  user: "User",
  roleSession: "AssumedRole",
  federatedUser: "FederatedUser",
  service: undefined,
  identityProvider: undefined,
  anonymous: "Anonymous",
  unknown: undefined,
};

/** `aws:userid` by kind of caller [IAM User Guide, reference_policies_variables, 2025]. */
const userIds: Readonly<Record<CallerKind, (caller: Caller, id: string | undefined) => string | undefined>> = {
  root: (caller) => caller.account,
  user: (_, id) => id,
  roleSession: (caller, id) =>
    id !== undefined && caller.session !== undefined ? `${id}:${caller.session}` : undefined,
  federatedUser: (caller) => `${caller.account}:${caller.name}`,
  service: () => undefined,
  identityProvider: () => undefined,
  anonymous: () => "anonymous",
  unknown: () => undefined,
};

/** Context keys that follow from the principal, the resource and the facts, by key in lower case. */
const derivations: ReadonlyMap<string, Derivation> = new Map<string, Derivation>([
  ["aws:principalarn", ({ caller }) => caller.principalArn],
  ["aws:principalaccount", ({ caller }) => (caller.kind === "anonymous" ? "anonymous" : caller.account)],
  ["aws:principaltype", ({ caller }) => principalTypes[caller.kind]],
  ["aws:userid", ({ caller, facts }) => userIds[caller.kind](caller, facts.principalId)],
  ["aws:username", ({ caller }) => (caller.kind === "user" ? caller.name : undefined)],
  ["aws:principalisawsservice", ({ caller }) => (isSigned(caller) ? String(caller.kind === "service") : undefined)],
  ["aws:principalservicename", ({ caller }) => (caller.kind === "service" ? caller.text : undefined)],
  ["aws:principalservicenameslist", ({ caller }) => (caller.kind === "service" ? [caller.text] : undefined)],
  ["aws:viaawsservice", () => "false"],
  // As given or as the ARN says; not the account that is merely assumed.
  ["aws:resourceaccount", ({ request }) => request.resourceAccount ?? accountIn(request.resource)],
  ["aws:principalorgid", ({ facts }) => facts.principalOrgId],
  ["aws:principalorgpaths", ({ facts }) => facts.principalOrgPaths],
  ["aws:resourceorgid", ({ facts }) => facts.resourceOrgId],
  ["aws:resourceorgpaths", ({ facts }) => facts.resourceOrgPaths],
  ["aws:assumedroot", ({ facts }) => (facts.assumedRoot === true ? "true" : undefined)],
  ["aws:multifactorauthpresent", ({ facts }) => facts.multiFactorAuthPresent?.toString()],
  ["aws:multifactorauthage", ({ facts }) => facts.multiFactorAuthAgeSeconds?.toString()],
  ["aws:sourceidentity", ({ facts }) => facts.sourceIdentity],
  ["aws:federatedprovider", ({ facts }) => facts.federatedProvider],
]);

function isSigned({ kind }: Caller): boolean {
  return kind !== "anonymous" && kind !== "identityProvider";
}

const principalTagPrefix = "aws:principaltag/";
const iamResourceTagPrefix = "iam:resourcetag/";

/** The value of a key (in lower case) that the request does not give. */
export function derivedValue(query: Query, key: string): ContextValue | undefined {
  const derivation = derivations.get(key);
  if (derivation !== undefined) return derivation(query);
  if (key.startsWith(principalTagPrefix)) return principalTag(query, key.slice(principalTagPrefix.length));
  const other = otherName(key);
  return other === undefined ? undefined : query.context.get(other);
}

/** The key (in lower case) of which another is but a second name: `iam:ResourceTag/x` is `aws:ResourceTag/x`. */
export function otherName(key: string): string | undefined {
  return key.startsWith(iamResourceTagPrefix) ? `aws:resourcetag/${key.slice(iamResourceTagPrefix.length)}` : undefined;
}

function principalTag({ facts }: Query, name: string): string | undefined {
  for (const tag in facts.principalTags) if (tag.toLowerCase() === name) return facts.principalTags[tag];
  return undefined;
}
