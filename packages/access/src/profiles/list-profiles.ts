import type { Diagnostic } from "@castellan/policy";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { AccountId, Estate } from "../estate.ts";
import type { AccessFile } from "../file/access-file.ts";
import { nearName } from "../file/near-name.ts";
import { byName } from "../resolve/resolving.ts";

/** How the AWS CLI profiles of an organization are named. */
export interface ProfileNaming {
  /** With `{account}` and `{short}`. */
  readonly name: string;
  /** Short names by permission set; others are made from the set's name. */
  readonly short: Readonly<Record<string, string>>;
  /** The profile for daily work, with the place where the file says so. */
  readonly default?: { readonly name: string; readonly span: NonNullable<Diagnostic["span"]> };
  /** The name of the sso-session. */
  readonly session: string;
}

/** One AWS CLI profile: a permission set in an account. */
export interface Profile {
  readonly name: string;
  readonly account: string;
  /** Absent while the account has not been created. */
  readonly accountId?: AccountId;
  readonly permissionSet: string;
}

/** The profiles with what is wrong with their names. */
export interface ListedProfiles {
  readonly profiles: readonly Profile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The naming that a file asks for; one account needs no account in the name. */
export function profileNaming(content: AccessFile): ProfileNaming {
  const { profiles, accounts, organization } = content;
  const chosen = profiles?.default;
  return {
    name: profiles?.name?.text ?? (accounts.length === 1 ? "{short}" : "{account}-{short}"),
    short: Object.fromEntries((profiles?.short ?? []).map(({ key, value }) => [key.text, value.text])),
    ...(chosen === undefined ? {} : { default: { name: chosen.text, span: chosen.span } }),
    session: profiles?.session?.text ?? organization.name.text,
  };
}

/** One profile for each role that a person (or, without a person, anybody) has in an account; the default one first. */
export function listProfiles(estate: Estate, naming: ProfileNaming, person?: string): ListedProfiles {
  const roles = new Map<string, Profile>();
  for (const { account, permissionSet, principal } of estate.assignments) {
    if (person !== undefined && !concerns(principal, person, estate)) continue;
    roles.set(JSON.stringify([account, permissionSet]), profileOf(account, permissionSet, estate, naming));
  }
  const first = naming.default?.name;
  const profiles = [...roles.values()].toSorted(
    byName(({ name, permissionSet }) => `${name === first ? 0 : 1} ${name} ${permissionSet}`),
  );
  return {
    profiles,
    diagnostics: [...twice(profiles), ...(person === undefined ? unknownDefault(profiles, naming) : [])],
  };
}

function concerns(
  principal: { readonly kind: "group" | "user"; readonly name: string },
  person: string,
  estate: Estate,
): boolean {
  if (principal.kind === "user") return principal.name === person;
  return estate.groups.some((group) => group.displayName === principal.name && group.members.includes(person));
}

function profileOf(account: string, permissionSet: string, estate: Estate, naming: ProfileNaming): Profile {
  const id = estate.accounts.find((one) => one.name === account)?.id;
  const short = Object.hasOwn(naming.short, permissionSet) ? naming.short[permissionSet] : undefined;
  const name = naming.name.replaceAll("{account}", account).replaceAll("{short}", short ?? shortName(permissionSet));
  return {
    name: name.replace(/[^A-Za-z0-9_.@-]+/g, "-"),
    account,
    ...(id === undefined ? {} : { accountId: id }),
    permissionSet,
  };
}

/** `FinanceReadOnlyAccess` becomes `finance-read-only`. */
export function shortName(permissionSet: string): string {
  const stem = permissionSet.replace(/Access$/, "") || permissionSet;
  return stem.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

function twice(profiles: readonly Profile[]): readonly Diagnostic[] {
  return profiles.flatMap((profile, index) => {
    const other = profiles.slice(0, index).find((one) => one.name === profile.name);
    if (other === undefined) return [];
    const roles = `${other.permissionSet} in ${other.account} and ${profile.permissionSet} in ${profile.account}`;
    return [
      diagnose("CST0403", `two profiles would be named \`${profile.name}\`: ${roles}`, {
        help: "give the permission sets different names under `profiles: short`",
      }),
    ];
  });
}

function unknownDefault(profiles: readonly Profile[], naming: ProfileNaming): readonly Diagnostic[] {
  const chosen = naming.default;
  if (chosen === undefined || profiles.some(({ name }) => name === chosen.name)) return [];
  const names = profiles.map(({ name }) => name);
  const near = nearName(chosen.name, names);
  const help = near === undefined ? `the file makes: ${names.slice(0, 8).join(", ")}` : `write \`${near}\``;
  return [diagnose("CST0404", `no profile is named \`${chosen.name}\``, { span: chosen.span, help })];
}
