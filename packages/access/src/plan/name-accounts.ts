import type { Account } from "../estate.ts";
import type { AccountName, ReadScope } from "./scope.ts";

/** An account as AWS names it. */
export type FoundAccount = Pick<Account, "name" | "id" | "email">;

/**
 * The name that each account found in AWS goes by: the file's name for the same account, else AWS's own, made unique
 * by the id. Accounts are the same by id; where ids are only wishes, or none is written, also by email, then by name;
 * and the management account is the management account.
 */
export function nameAccounts(
  found: readonly FoundAccount[],
  managementId: string,
  scope: Pick<ReadScope, "accounts" | "accountIds">,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const free = new Map(found.map((account) => [account.id ?? "", account]));
  for (const match of matchers(managementId, scope)) {
    for (const wanted of scope.accounts) {
      if ([...names.values()].includes(wanted.name)) continue;
      const account = [...free.values()].find((candidate) => match(wanted, candidate));
      if (account?.id === undefined) continue;
      names.set(account.id, wanted.name);
      free.delete(account.id);
    }
  }
  const taken = new Set([...names.values(), ...scope.accounts.map((account) => account.name)]);
  for (const account of free.values()) names.set(account.id ?? "", freeName(account, taken));
  return names;
}

type Match = (wanted: AccountName, found: FoundAccount) => boolean;

function matchers(managementId: string, scope: Pick<ReadScope, "accountIds">): readonly Match[] {
  const open: Match = (wanted) => wanted.id === undefined || scope.accountIds === "nominal";
  return [
    (wanted, found) => wanted.id !== undefined && wanted.id === found.id,
    (wanted, found) => open(wanted, found) && wanted.management && found.id === managementId,
    (wanted, found) =>
      open(wanted, found) && wanted.email !== undefined && wanted.email.toLowerCase() === found.email?.toLowerCase(),
    (wanted, found) => open(wanted, found) && !wanted.management && wanted.name === found.name,
  ];
}

function freeName(account: FoundAccount, taken: Set<string>): string {
  const name = taken.has(account.name) ? `${account.name} (${account.id ?? "no id"})` : account.name;
  taken.add(name);
  return name;
}
