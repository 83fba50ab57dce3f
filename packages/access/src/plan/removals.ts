import type { Estate, Removals, Source } from "../estate.ts";

/** What a file says shall go, as the file's reader lists it. */
export interface NamedRemoval {
  readonly kind: "user" | "group" | "permission set" | "service control policy";
  readonly name: string;
  readonly source?: Source;
}

/**
 * The desired estate with what shall go beside it. A person goes from Identity Center, or, in accounts where people are
 * IAM users (method B), from there.
 */
export function withRemovals(desired: Estate, removals: readonly NamedRemoval[]): Estate {
  const named = (kind: NamedRemoval["kind"]) =>
    removals
      .filter((removal) => removal.kind === kind)
      .map(({ name, source }) => ({ name, ...(source ? { source } : {}) }));
  const people = named("user");
  const iamAccounts = desired.iam.filter((iam) => iam.groups.length + iam.users.length > 0).map((iam) => iam.account);
  const gone: Removals = {
    users: people,
    groups: named("group"),
    permissionSets: named("permission set"),
    serviceControlPolicies: named("service control policy"),
    iamUsers: iamAccounts.flatMap((account) => people.map((person) => ({ account, ...person }))),
  };
  return { ...desired, removals: gone };
}
