import type { Policy, PrincipalEntry, PrincipalType } from "../../document/policy-node.ts";
import { parsePrincipalName, type PrincipalName } from "../../principal/principal-name.ts";
import { membersOf, membersOfOthers, namedPrincipal, otherService, type PrincipalClass } from "./principal-class.ts";

/** Twelve digits that stand alone. */
const accountIds = /(?<!\d)\d{12}(?!\d)/g;

/** The account ids that stand anywhere in policies. */
export function accountsIn(policies: readonly Policy[]): readonly string[] {
  return [...new Set(policies.flatMap(({ source }) => source.text.match(accountIds) ?? []))].sort();
}

/** An account id that is none of these. */
export function otherAccount(accounts: readonly string[]): string {
  let number = 999_999_999_999;
  while (accounts.includes(String(number))) number -= 1;
  return String(number);
}

/** The classes into which policies part all principals: those they name, and who is left. */
export function classesOfPrincipals(policies: readonly Policy[]): readonly PrincipalClass[] {
  const entries = entriesOf(policies);
  const accounts = accountsIn(policies);
  const named = entries.flatMap(({ type, value }) => (type === "AWS" && value.startsWith("arn:") ? [value] : []));
  return [
    ...entries.flatMap((entry) => classOf[entry.type](entry.value, accounts)),
    ...accounts.map((account) =>
      membersOf(
        account,
        named.filter((arn) => arn.includes(`:${account}:`)),
      ),
    ),
    membersOfOthers(otherAccount(accounts), accounts),
    anonymous,
    otherService(),
    otherProvider,
  ];
}

/** Nobody in particular: requests without a signature. */
export const anonymous: PrincipalClass = namedPrincipal("anonymous", { principalTags: {} });
const otherProvider = namedPrincipal("arn:aws:iam::000000000000:oidc-provider/any", {}, "another identity provider");

function entriesOf(policies: readonly Policy[]): readonly PrincipalEntry[] {
  const entries = policies.flatMap(({ statements }) => statements).flatMap(({ principal }) => principal?.entries ?? []);
  return [...new Map(entries.map((entry) => [`${entry.type} ${entry.value}`, entry])).values()];
}

type ClassesOf = (value: string, accounts: readonly string[]) => readonly PrincipalClass[];

const classOf: Readonly<Record<PrincipalType, ClassesOf>> = {
  "*": () => [],
  AWS: (value, accounts) => {
    const name = parsePrincipalName(value);
    return name === undefined ? [] : classesOfName(name, accounts);
  },
  Service: (value) => [namedPrincipal(value)],
  Federated: (value) => [namedPrincipal(value)],
  CanonicalUser: (value, accounts) => [
    { ...membersOfOthers(otherAccount(accounts), accounts, { canonicalUserId: value }), name: value },
  ],
};

/** The class of what an entry names; accounts have theirs besides. */
function classesOfName(name: PrincipalName, accounts: readonly string[]): readonly PrincipalClass[] {
  switch (name.kind) {
    case "account":
      return [];
    case "user":
    case "federatedUser":
    case "session":
      return [namedPrincipal(name.arn)];
    case "role":
      return [sessionOf(name.arn, name.account, name.name)];
    case "uniqueId":
      return [{ ...membersOfOthers(otherAccount(accounts), accounts, { principalId: name.id }), name: name.id }];
  }
}

/** The sessions of a role. */
export function sessionOf(roleArn: string, account: string, role: string): PrincipalClass {
  const partition = roleArn.split(":")[1] ?? "aws";
  return namedPrincipal(`arn:${partition}:sts::${account}:assumed-role/${role}/any-session`, { roleArn }, roleArn);
}
