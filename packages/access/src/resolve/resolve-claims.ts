import type { PermissionSetSection } from "../file/sections/permission-sets.ts";
import type { Entry } from "../file/word.ts";
import type { AccessPromise, PromiseClaim, PromisedGroup, PromisedPlace } from "../promises/access-promise.ts";
import type { Role, RoleClaim } from "../roles/role.ts";
import { setContents } from "../roles/set-contents.ts";
import type { Task, TaskCatalogue } from "../tasks/task.ts";
import { claimPredicate, claimSentence } from "./claim-sentence.ts";
import { isProduction } from "./production-accounts.ts";
import { type Cell, cellsOf, managementAccount, type Resolving } from "./resolving.ts";

/** What claims are made from. */
interface Claiming {
  readonly resolving: Resolving;
  /** What the matrix gives. */
  readonly cells: readonly Cell[];
  /** The accounts in which a role for sandboxes is assigned. */
  readonly sandboxes: readonly string[];
  readonly production: readonly string[];
}

/** The claims of the roles as promises: for every permission set that has a role, for the groups and accounts it is assigned to. */
export function resolveClaims(resolving: Resolving): readonly AccessPromise[] {
  const { content } = resolving;
  const cells = grantedCells(resolving);
  const production = content.accounts.filter(isProduction).map(({ key }) => key.text);
  const claiming = { resolving, cells, sandboxes: sandboxesOf(cells, resolving), production };
  return content.permissionSets.flatMap((entry) => {
    const { role } = setContents(entry.value);
    return role === undefined ? [] : claimsOfSet(entry, role, claiming);
  });
}

/** With IAM users, the matrix gives the management account's row only. */
function grantedCells({ content }: Resolving): readonly Cell[] {
  const cells = cellsOf(content);
  if (content.organization.method?.text !== "iam-users") return cells;
  const management = managementAccount(content);
  return cells.filter((cell) => cell.account === management);
}

function sandboxesOf(cells: readonly Cell[], { content }: Resolving): readonly string[] {
  const sets = content.permissionSets.filter(({ value }) => setContents(value).role?.where === "sandbox accounts");
  const names = new Set(sets.map(({ key }) => key.text));
  return [...new Set(cells.filter((cell) => names.has(cell.set.text)).map((cell) => cell.account))];
}

function claimsOfSet(
  { key, value }: Entry<PermissionSetSection>,
  role: Role,
  claiming: Claiming,
): readonly AccessPromise[] {
  const span = value.role?.span ?? key.span;
  return assignmentsOf(key.text, claiming).flatMap((assignment) =>
    role.claims.flatMap((roleClaim) => {
      const claim = claimOf(roleClaim, assignment, claiming);
      if (claim === undefined) return [];
      const origin = { role: role.name, permissionSet: key.text, text: `role ${role.name}: ${claimPredicate(claim)}` };
      return [{ text: claimSentence(claim), span, claim, origin }];
    }),
  );
}

/** The accounts in which groups get a permission set; groups that get it in the same ones together. */
interface SetAssignment {
  readonly groups: readonly PromisedGroup[];
  readonly accounts: readonly string[];
}

function assignmentsOf(set: string, { cells, resolving }: Claiming): readonly SetAssignment[] {
  const own = cells.filter((cell) => cell.set.text === set);
  const byAccounts = new Map<string, SetAssignment>();
  for (const { key, value } of resolving.content.groups) {
    const accounts = own.filter((cell) => cell.group === key.text).map((cell) => cell.account);
    if (accounts.length === 0) continue;
    const alike = JSON.stringify(accounts.toSorted());
    const groups = [...(byAccounts.get(alike)?.groups ?? []), { key: key.text, displayName: value.text }];
    byAccounts.set(alike, { groups, accounts });
  }
  return [...byAccounts.values()];
}

/** What a role's claim comes to in the file; nothing if the file has no account that it speaks of. */
function claimOf(
  claim: RoleClaim,
  { groups, accounts }: SetAssignment,
  { resolving, sandboxes, production }: Claiming,
): PromiseClaim | undefined {
  if (claim.kind === "onlySandboxes") return { kind: "reach", groups, accounts: sandboxes };
  const task = taskOf(claim, resolving.tasks);
  if (task === undefined) return undefined;
  if (claim.kind !== "neverInProduction")
    return { kind: claim.kind, groups, task, place: placeOf(accounts, resolving) };
  const place = { kind: "accounts" as const, accounts: production };
  return production.length === 0 ? undefined : { kind: "never", groups, task, place };
}

function taskOf(claim: Exclude<RoleClaim, { kind: "onlySandboxes" }>, tasks: TaskCatalogue): Task | undefined {
  const task = tasks.get(claim.task);
  return task === undefined || claim.kind !== "may" || claim.core === undefined ? task : { ...task, core: claim.core };
}

function placeOf(accounts: readonly string[], { content }: Resolving): PromisedPlace {
  return accounts.length === content.accounts.length ? { kind: "anywhere" } : { kind: "accounts", accounts };
}
