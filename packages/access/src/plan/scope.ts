import type { Estate } from "../estate.ts";

/** The tag that marks what Castellan made: exact key and exact value. */
export interface Owner {
  readonly key: string;
  readonly value: string;
}

/**
 * Whether an account's `id` in the file is a fact (`binding`: AWS) or a wish (`nominal`: a plane, which gives out its
 * own ids, so an account is also known by its name, and may be created although the file names an id).
 */
export type AccountIds = "binding" | "nominal";

/** An account as the file names it. */
export interface AccountName {
  readonly name: string;
  readonly id?: string;
  readonly email?: string;
  readonly management: boolean;
}

/** What a read covers: enough to repeat the very same read later, so plain data that a saved plan carries. */
export interface ReadScope {
  readonly owner: Owner;
  readonly accountIds: AccountIds;
  /** The file's names for accounts; the estate read uses them instead of AWS's where they are the same account. */
  readonly accounts: readonly AccountName[];
  /** Names (as in `accounts`) of the accounts whose IAM is read. */
  readonly iamAccounts: readonly string[];
}

/** What has to be read to compare AWS with a desired estate. */
export function scopeOf(desired: Estate, owner: Owner, accountIds: AccountIds): ReadScope {
  return {
    owner,
    accountIds,
    accounts: desired.accounts.map((account) => ({
      name: account.name,
      ...(account.id === undefined ? {} : { id: account.id }),
      ...(account.email === undefined ? {} : { email: account.email }),
      management: isManagementAccount(desired, account),
    })),
    iamAccounts: [
      ...new Set([
        ...desired.iam.map((iam) => iam.account),
        ...(desired.removals?.iamUsers ?? []).map((user) => user.account),
      ]),
    ].toSorted(),
  };
}

/** True for the organization's management account, which an estate names by name or by id. */
export function isManagementAccount(
  estate: Pick<Estate, "organization">,
  account: { readonly name: string; readonly id?: string },
): boolean {
  const { managementAccount } = estate.organization;
  return managementAccount === account.name || managementAccount === account.id;
}

/** The name that the estate uses for its management account. */
export function managementName(estate: Estate): string {
  const found = estate.accounts.find((account) => isManagementAccount(estate, account));
  return found?.name ?? estate.organization.managementAccount;
}

/** True when the tags carry exactly the owner's tag. */
export function isOwned(tags: Readonly<Record<string, string>>, owner: Owner): boolean {
  return tags[owner.key] === owner.value;
}
