import type { Policy } from "../../document/policy-node.ts";
import type { Region } from "../question.ts";
import { accountsIn, anonymous, otherAccount } from "./named-principals.ts";
import { membersOfOthers, namedPrincipal, type PrincipalClass } from "./principal-class.ts";
import { resourceUniverse, type ResourceUniverse } from "./resource-universe.ts";
import { strangersConditions } from "./trusted-keys.ts";

/** Some principals and the requests that they can make. */
export interface Strangers {
  readonly classes: readonly PrincipalClass[];
  readonly universe: ResourceUniverse;
  readonly region: Region;
}

/** The identity providers at which anybody can sign in [IAM User Guide, reference_policies_elements_principal, 2025]. */
const publicProviders: readonly string[] = [
  "accounts.google.com",
  "cognito-identity.amazonaws.com",
  "graph.facebook.com",
  "www.amazon.com",
];

/** The organization of a resource in questions where nothing says whose it is. */
const ownOrganization = "o-oftheresource";

/**
 * Everybody: a principal of an account that the policy does not name, a caller without signature, whoever signs in at
 * a provider that is open to all; where a key tells who calls, its value is none that the policy names.
 */
export function publicOf(policy: Policy): Strangers {
  const universe = resourceUniverse([policy]);
  const accounts = [...new Set([...accountsIn([policy]), ...universe.owners])];
  const insiders = { accounts, organizations: [ownOrganization], named: true };
  return {
    classes: [
      membersOfOthers(otherAccount(accounts), accounts),
      anonymous,
      ...publicProviders.map((name) => namedPrincipal(name)),
    ],
    universe,
    region: {
      context: { "aws:ResourceOrgID": ownOrganization },
      conditions: strangersConditions(policy, insiders),
    },
  };
}
