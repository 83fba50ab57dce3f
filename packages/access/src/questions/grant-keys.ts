import type { AccountIam, Estate } from "../estate.ts";
import type { ControlPolicyLevels } from "./control-policy-levels.ts";
import type { Grant } from "./grant.ts";

/** Names what decides a grant's policies: grants with one name have the same policies in every layer. */
export function grantKeys(
  estate: Estate,
  levelsOf: (account: string) => ControlPolicyLevels,
): (grant: Grant) => string {
  const levelNumbers = new Map<ControlPolicyLevels, number>();
  const levelNumber = (levels: ControlPolicyLevels): number => numbered(levels, levelNumbers);
  const needsAccount = new Set(
    estate.permissionSets
      .filter(
        ({ customerManagedPolicies, boundary }) => customerManagedPolicies.length > 0 || boundary?.kind === "customer",
      )
      .map(({ name }) => name),
  );
  const policiesIn = customerPolicies(estate.iam);
  return (grant) => {
    const levels = levelNumber(levelsOf(grant.account));
    if (grant.kind === "iamGroup") return JSON.stringify([levels, grant.account, grant.principal.name]);
    const own = needsAccount.has(grant.permissionSet) ? policiesIn(grant.account) : "";
    return `${levels} ${own} ${grant.permissionSet}`;
  };
}

/** The customer managed policies of an account as numbers of their documents. */
function customerPolicies(iam: readonly AccountIam[]): (account: string) => string {
  const texts = new Map<string, number>();
  const numbers = (policies: AccountIam["policies"]): string =>
    policies.map(({ name, document }) => `${numbered(name, texts)}=${numbered(document, texts)}`).join(",");
  const known = new Map(iam.map(({ account, policies }) => [account, numbers(policies)]));
  // What says that a policy is missing names the account.
  return (account) => known.get(account) ?? account;
}

function numbered<T>(value: T, numbers: Map<T, number>): number {
  const known = numbers.get(value) ?? numbers.size;
  numbers.set(value, known);
  return known;
}
