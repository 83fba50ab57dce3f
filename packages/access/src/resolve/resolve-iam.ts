import type { AccountIam, CustomerManagedPolicy, IamGroup, IamUser, PasswordPolicy } from "../estate.ts";
import type { AccessFile } from "../file/access-file.ts";
import type { SignInSection } from "../file/sections/settings.ts";
import { boundaryPolicy, castellanPath } from "../roles/boundary-policy.ts";
import { setPolicy } from "../roles/set-policy.ts";
import { presentPeople } from "./resolve-people.ts";
import { byName, cellsOf, managementAccount, ownedTags, type Resolving, sourceOf } from "./resolving.ts";

/** IAM inside the accounts, as far as the file asks for anything there. */
export function resolveIam(resolving: Resolving): readonly AccountIam[] {
  const { content } = resolving;
  const passwords = content.signIn?.passwords;
  const passwordPolicy = passwords === undefined ? {} : { passwordPolicy: passwordPolicyOf(passwords) };
  const management = managementAccount(content);
  const users = content.organization.method?.text === "iam-users";
  const setsOf = setsByAccount(content);
  const accounts = content.accounts.map(({ key }) => {
    const atHome = key.text === management;
    const own = users && atHome ? methodB(resolving, management) : { policies: [], groups: [], users: [] };
    const policies = [
      ...own.policies,
      ...(users && !atHome ? [] : boundariesOf(setsOf.get(key.text), resolving)),
    ].toSorted(byName((policy) => policy.name));
    return { account: key.text, ...(atHome ? passwordPolicy : {}), ...own, policies };
  });
  return accounts
    .filter((iam) => iam.policies.length + iam.groups.length + iam.users.length > 0 || "passwordPolicy" in iam)
    .toSorted(byName((iam) => iam.account));
}

function passwordPolicyOf(section: NonNullable<SignInSection["passwords"]>): PasswordPolicy {
  const mixed = section.plain !== true;
  return {
    minimumLength: section.length,
    requireSymbols: mixed,
    requireNumbers: mixed,
    requireUppercase: mixed,
    requireLowercase: mixed,
    allowUsersToChange: true,
    ...(section.expire === undefined ? {} : { maxAge: section.expire }),
    ...(section.reuse === undefined ? {} : { reusePrevention: section.reuse }),
  };
}

/** The permission sets of each account, by name. */
function setsByAccount(content: AccessFile): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const { account, set } of cellsOf(content))
    sets.set(account, (sets.get(account) ?? new Set<string>()).add(set.text));
  return sets;
}

/** The boundaries that permission sets of an account carry: each must be there before the set can be provisioned. */
function boundariesOf(sets: ReadonlySet<string> | undefined, resolving: Resolving): readonly CustomerManagedPolicy[] {
  const { boundaries = [], permissionSets } = resolving.content;
  if (sets === undefined || boundaries.length === 0) return [];
  const used = new Set(
    permissionSets.filter(({ key }) => sets.has(key.text)).flatMap(({ value }) => value.boundary?.text ?? []),
  );
  return boundaries.filter(({ key }) => used.has(key.text)).map((entry) => boundaryPolicy(entry, resolving));
}

/** The fallback: the management account's row of the matrix as IAM groups with policies, and people as IAM users. */
function methodB(resolving: Resolving, account: string): Pick<AccountIam, "policies" | "groups" | "users"> {
  const { content } = resolving;
  const cells = cellsOf(content).filter((cell) => cell.account === account);
  const granted = new Set(cells.map((cell) => cell.set.text));
  const policies = content.permissionSets
    .filter(({ key }) => granted.has(key.text))
    .flatMap(({ key }) => setAsPolicy(key.text, resolving) ?? []);
  const groups = content.groups.map(({ key, value }) => {
    const sets = cells.filter((cell) => cell.group === key.text).map((cell) => cell.set.text);
    return iamGroup(value.text, sets, sourceOf(key.span, resolving.file), resolving);
  });
  return { policies, groups: groups.toSorted(byName((group) => group.name)), users: iamUsers(resolving, cells) };
}

/** A permission set's inline part as a customer managed policy; inline policies on groups are what audits complain about. */
function setAsPolicy(name: string, resolving: Resolving): CustomerManagedPolicy | undefined {
  const entry = resolving.content.permissionSets.find(({ key }) => key.text === name);
  const document = entry === undefined ? undefined : setPolicy(entry.value, resolving).inlinePolicy;
  if (entry === undefined || document === undefined) return undefined;
  const source = sourceOf(entry.key.span, resolving.file);
  return { name, path: castellanPath, document, tags: ownedTags(undefined, resolving.owner), source };
}

function iamGroup(
  name: string,
  sets: readonly string[],
  source: NonNullable<IamGroup["source"]>,
  resolving: Resolving,
): IamGroup {
  const entries = resolving.content.permissionSets.filter(({ key }) => sets.includes(key.text));
  const arns = entries.flatMap(({ key, value }) => {
    const policy = setPolicy(value, resolving);
    const own = policy.inlinePolicy === undefined ? [] : [policyArn(key.text, resolving)];
    return [...policy.managedPolicies, ...own];
  });
  return { name, path: "/", managedPolicies: [...new Set(arns)].toSorted(), inlinePolicies: {}, source };
}

function policyArn(name: string, { content }: Resolving): string {
  return `arn:aws:iam::${content.organization.management.text}:policy${castellanPath}${name}`;
}

function iamUsers(resolving: Resolving, cells: ReturnType<typeof cellsOf>): readonly IamUser[] {
  const { content } = resolving;
  const displayNames = new Map(content.groups.map(({ key, value }) => [key.text, value.text]));
  return presentPeople(resolving)
    .map(({ key, value }) => {
      const keys = [...new Set((value.is ?? []).map((word) => word.text))];
      const boundary = sharedBoundary(keys, cells, resolving);
      return {
        name: key.text,
        path: "/",
        groups: keys.flatMap((group) => displayNames.get(group) ?? []).toSorted(),
        ...(boundary === undefined ? {} : { boundary: policyArn(boundary, resolving) }),
        tags: ownedTags(undefined, resolving.owner),
        source: sourceOf(key.span, resolving.file),
      };
    })
    .toSorted(byName((user) => user.name));
}

/** An IAM user has one boundary for everything: it is set only when every permission set of the user wants the same one. */
function sharedBoundary(
  groups: readonly string[],
  cells: ReturnType<typeof cellsOf>,
  { content }: Resolving,
): string | undefined {
  const sets = new Set(cells.filter((cell) => groups.includes(cell.group)).map((cell) => cell.set.text));
  const wanted = new Set(
    content.permissionSets.filter(({ key }) => sets.has(key.text)).map(({ value }) => value.boundary?.text),
  );
  const [only] = wanted;
  return wanted.size === 1 && (content.boundaries ?? []).some(({ key }) => key.text === only) ? only : undefined;
}
