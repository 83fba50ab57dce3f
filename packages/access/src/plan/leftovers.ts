import type { Estate } from "../estate.ts";
import { assignmentKey } from "./plan-assignments.ts";
import type { Found } from "./plan.ts";
import { isOwned, type Owner } from "./scope.ts";
import { assignmentText, referenceText, targetText } from "./step-words.ts";

/** What AWS holds and the file does not: ours or between ours (`extra`), and everybody else's (`unmanaged`). */
export interface Leftovers {
  readonly extra: readonly Found[];
  readonly unmanaged: readonly Found[];
}

/** Everything that will still be there after the plan although the file does not name it. Nothing of it is touched. */
export function leftoversOf(desired: Estate, after: Estate, owner: Owner): Leftovers {
  const found = [
    ...leftAccounts(desired, after, owner),
    ...leftGuardrails(desired, after, owner),
    ...leftDirectory(desired, after),
    ...leftSets(desired, after, owner),
    ...leftAssignments(desired, after),
    ...after.iam.flatMap((iam) => leftIam(iam, desired, owner)),
  ];
  const plain = ({ ours: _ours, ...rest }: Left): Found => rest;
  return {
    extra: found.filter((item) => item.ours).map(plain),
    unmanaged: found.filter((item) => !item.ours).map(plain),
  };
}

type Left = Found & { readonly ours: boolean };

const ownedWhy = "made by Castellan, no longer in the file; it goes when the file says `retired:`";
const foreignWhy = "not made by Castellan and not in the file";

function left(kind: string, name: string, ours: boolean, account?: string): Left {
  return { kind, name, ours, why: ours ? ownedWhy : foreignWhy, ...(account === undefined ? {} : { account }) };
}

function leftAccounts(desired: Estate, after: Estate, owner: Owner): readonly Left[] {
  const named = new Map(desired.accounts.map((account) => [account.name, account]));
  const misplaced = after.accounts.filter(
    (account) => (named.get(account.name)?.unit ?? account.unit) !== account.unit,
  );
  return [
    ...after.accounts
      .filter((account) => !named.has(account.name))
      .map((account) => left("account", account.name, isOwned(account.tags, owner))),
    ...misplaced.map((account) => ({
      ...left("account", account.name, true),
      why: `it is in ${account.unit}, the file names no unit; it is never moved to the root, where no guardrail of a unit binds it`,
    })),
  ];
}

function leftGuardrails(desired: Estate, after: Estate, owner: Owner): readonly Left[] {
  const named = new Set(desired.serviceControlPolicies.map((policy) => policy.name));
  return after.serviceControlPolicies
    .filter((policy) => !named.has(policy.name) && policy.name !== "FullAWSAccess")
    .map((policy) => {
      const where = policy.targets.map(targetText).join(", ") || "nothing";
      return left("guardrail", `${policy.name} on ${where}`, isOwned(policy.tags, owner));
    });
}

function leftDirectory(desired: Estate, after: Estate): readonly Left[] {
  const users = new Set(desired.users.map((user) => user.userName));
  const groups = new Map(desired.groups.map((group) => [group.displayName, new Set(group.members)]));
  const memberships = after.groups.flatMap((group) => {
    const wanted = groups.get(group.displayName);
    if (wanted === undefined) return [];
    return group.members
      .filter((member) => !wanted.has(member))
      .map((member) => {
        const ours = users.has(member);
        const why = ours
          ? "both are in the file, the membership is not; it stays until the file says so by word"
          : foreignWhy;
        return { ...left("membership", `${member} in ${group.displayName}`, ours), why };
      });
  });
  return [
    ...after.users.filter((user) => !users.has(user.userName)).map((user) => left("user", user.userName, false)),
    ...after.groups
      .filter((group) => !groups.has(group.displayName))
      .map((group) => left("group", group.displayName, false)),
    ...memberships,
  ];
}

function leftSets(desired: Estate, after: Estate, owner: Owner): readonly Left[] {
  const named = new Set(desired.permissionSets.map((set) => set.name));
  return after.permissionSets
    .filter((set) => !named.has(set.name))
    .map((set) => left("permission set", set.name, isOwned(set.tags, owner)));
}

function leftAssignments(desired: Estate, after: Estate): readonly Left[] {
  const rows = new Set(desired.assignments.map(assignmentKey));
  const sets = new Set(desired.permissionSets.map((set) => set.name));
  const principals = {
    group: new Set(desired.groups.map((group) => group.displayName)),
    user: new Set(desired.users.map((user) => user.userName)),
  };
  return after.assignments
    .filter((row) => !rows.has(assignmentKey(row)))
    .map((row) => {
      const ours = sets.has(row.permissionSet) && principals[row.principal.kind].has(row.principal.name);
      const why = ours
        ? "both ends are in the file, the row is not; it stays until the file says so by word"
        : foreignWhy;
      return { ...left("assignment", assignmentText(row), ours, row.account), why };
    });
}

function leftIam(iam: Estate["iam"][number], desired: Estate, owner: Owner): readonly Left[] {
  const wanted = desired.iam.find((candidate) => candidate.account === iam.account);
  const policies = new Set(wanted?.policies.map(referenceText));
  const groups = new Set(wanted?.groups.map((group) => group.name));
  const users = new Map(wanted?.users.map((user) => [user.name, new Set(user.groups)]));
  const memberships = iam.users.flatMap((user) =>
    user.groups
      .filter((group) => users.get(user.name)?.has(group) === false)
      .map((group) => left("iam membership", `${user.name} in ${group}`, groups.has(group), iam.account)),
  );
  return [
    ...iam.policies
      .filter((policy) => !policies.has(referenceText(policy)))
      .map((policy) => left("managed policy", referenceText(policy), isOwned(policy.tags, owner), iam.account)),
    ...iam.groups
      .filter((group) => !groups.has(group.name))
      .map((group) => left("iam group", group.name, false, iam.account)),
    ...iam.users
      .filter((user) => !users.has(user.name))
      .map((user) => left("iam user", user.name, isOwned(user.tags, owner), iam.account)),
    ...memberships,
  ];
}
