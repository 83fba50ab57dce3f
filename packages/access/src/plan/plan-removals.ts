import type { Estate, Removal, Removals, Source } from "../estate.ts";
import { makeStep } from "./make-step.ts";
import { assignmentKey } from "./plan-assignments.ts";
import { emptyPart, joinParts, type PlanContext, type PlanPart } from "./plan.ts";
import { refusal } from "./refusal.ts";
import { isOwned } from "./scope.ts";
import type { Step } from "./step.ts";

/** The desired estate without everything that its own `removals` name: the word for going wins. */
export function withoutRemovals(desired: Estate): Estate {
  const { removals } = desired;
  if (removals === undefined) return desired;
  const gone = goneNames(removals);
  const rows = new Set((removals.assignments ?? []).map(assignmentKey));
  const left = new Set((removals.memberships ?? []).map(({ group, user }) => JSON.stringify([group, user])));
  return {
    ...desired,
    users: desired.users.filter((user) => !gone.users.has(user.userName)),
    groups: desired.groups
      .filter((group) => !gone.groups.has(group.displayName))
      .map((group) => ({
        ...group,
        members: group.members.filter(
          (member) => !gone.users.has(member) && !left.has(JSON.stringify([group.displayName, member])),
        ),
      })),
    permissionSets: desired.permissionSets.filter((set) => !gone.permissionSets.has(set.name)),
    serviceControlPolicies: desired.serviceControlPolicies.filter((policy) => !gone.guardrails.has(policy.name)),
    assignments: desired.assignments.filter((row) => !rows.has(assignmentKey(row)) && !concerns(row, gone)),
    iam: desired.iam.map((iam) => ({
      ...iam,
      users: iam.users.filter((user) => !gone.iamUsers.has(JSON.stringify([iam.account, user.name]))),
    })),
  };
}

type Gone = ReturnType<typeof goneNames>;

function goneNames(removals: Removals) {
  const names = (list: readonly Removal[] | undefined) => new Map((list ?? []).map((one) => [one.name, one.source]));
  return {
    users: names(removals.users),
    groups: names(removals.groups),
    permissionSets: names(removals.permissionSets),
    guardrails: names(removals.serviceControlPolicies),
    iamUsers: new Map((removals.iamUsers ?? []).map((one) => [JSON.stringify([one.account, one.name]), one.source])),
  };
}

function concerns(row: Estate["assignments"][number], gone: Gone): boolean {
  const { kind, name } = row.principal;
  return gone.permissionSets.has(row.permissionSet) || (kind === "user" ? gone.users : gone.groups).has(name);
}

/**
 * What goes, by word only, in AWS's order of deletion: assignments (each awaited), memberships, sets, users and groups,
 * IAM users, guardrails. Everything here runs after everything that is added.
 */
export function planRemovals(desired: Estate, actual: Estate, context: PlanContext): PlanPart {
  const { removals } = desired;
  if (removals === undefined) return emptyPart;
  const gone = goneNames(removals);
  const assignments = assignmentRemovals(removals, gone, actual);
  const memberships = membershipRemovals(removals, gone, actual);
  const before = [...assignments, ...memberships].map((step) => step.id);
  return joinParts([
    { ...emptyPart, steps: [...assignments, ...memberships] },
    ...setRemovals(gone, actual, before, context),
    { ...emptyPart, steps: principalRemovals(gone, actual, before) },
    ...iamUserRemovals(removals, actual, context),
    ...guardrailRemovals(gone, actual, context),
  ]);
}

function assignmentRemovals(removals: Removals, gone: Gone, actual: Estate): readonly Step[] {
  const rows = new Map((removals.assignments ?? []).map((row) => [assignmentKey(row), row.source]));
  return actual.assignments
    .filter((row) => rows.has(assignmentKey(row)) || concerns(row, gone))
    .map(({ account, permissionSet, principal }) => {
      const assignment = { account, permissionSet, principal };
      const source = rows.get(assignmentKey(assignment)) ?? sourceOfRow(assignment, gone);
      return makeStep({ kind: "deleteAssignment", assignment }, { source });
    });
}

function sourceOfRow(row: Estate["assignments"][number], gone: Gone): Source | undefined {
  const { kind, name } = row.principal;
  return gone.permissionSets.get(row.permissionSet) ?? (kind === "user" ? gone.users : gone.groups).get(name);
}

function membershipRemovals(removals: Removals, gone: Gone, actual: Estate): readonly Step[] {
  const left = new Map((removals.memberships ?? []).map((one) => [JSON.stringify([one.group, one.user]), one.source]));
  return actual.groups.flatMap((group) =>
    group.members
      .filter((user) => gone.users.has(user) || left.has(JSON.stringify([group.displayName, user])))
      .map((user) => {
        const source = left.get(JSON.stringify([group.displayName, user])) ?? gone.users.get(user);
        return makeStep({ kind: "deleteMembership", group: group.displayName, user }, { source });
      }),
  );
}

function setRemovals(gone: Gone, actual: Estate, before: readonly string[], context: PlanContext): readonly PlanPart[] {
  return actual.permissionSets
    .filter((set) => gone.permissionSets.has(set.name))
    .map((set) => {
      const source = gone.permissionSets.get(set.name);
      if (!isOwned(set.tags, context.owner)) return notOurs(`permission set \`${set.name}\``, source, context);
      return {
        ...emptyPart,
        steps: [makeStep({ kind: "deletePermissionSet", permissionSet: set.name }, { source, dependsOn: before })],
      };
    });
}

function principalRemovals(gone: Gone, actual: Estate, before: readonly string[]): readonly Step[] {
  const users = actual.users.filter((user) => gone.users.has(user.userName));
  const groups = actual.groups.filter((group) => gone.groups.has(group.displayName));
  return [
    ...users.map(({ userName: user }) =>
      makeStep({ kind: "deleteUser", user }, { source: gone.users.get(user), dependsOn: before }),
    ),
    ...groups.map(({ displayName: group }) =>
      makeStep({ kind: "deleteGroup", group }, { source: gone.groups.get(group), dependsOn: before }),
    ),
  ];
}

function iamUserRemovals(removals: Removals, actual: Estate, context: PlanContext): readonly PlanPart[] {
  return (removals.iamUsers ?? []).map(({ account, name, source }) => {
    const iam = actual.iam.find((candidate) => candidate.account === account);
    const found = iam?.users.find((user) => user.name === name);
    if (found === undefined) return emptyPart;
    if (!isOwned(found.tags, context.owner)) return notOurs(`IAM user \`${name}\` in \`${account}\``, source, context);
    const leaving = found.groups.map((group) =>
      makeStep({ kind: "removeIamUserFromGroup", account, user: name, group }, { source }),
    );
    const dependsOn = leaving.map((step) => step.id);
    return {
      ...emptyPart,
      steps: [...leaving, makeStep({ kind: "deleteIamUser", account, user: name }, { source, dependsOn })],
    };
  });
}

function guardrailRemovals(gone: Gone, actual: Estate, context: PlanContext): readonly PlanPart[] {
  return actual.serviceControlPolicies
    .filter((policy) => gone.guardrails.has(policy.name))
    .map((policy) => {
      const source = gone.guardrails.get(policy.name);
      if (!isOwned(policy.tags, context.owner)) return notOurs(`guardrail \`${policy.name}\``, source, context);
      const detach = policy.targets.map((target) =>
        makeStep({ kind: "detachServiceControlPolicy", policy: policy.name, target }, { source }),
      );
      const dependsOn = detach.map((step) => step.id);
      const remove = makeStep({ kind: "deleteServiceControlPolicy", policy: policy.name }, { source, dependsOn });
      return { ...emptyPart, steps: [...detach, remove] };
    });
}

function notOurs(what: string, source: Source | undefined, context: PlanContext): PlanPart {
  const message = `${what} is not tagged \`${context.owner.key}=${context.owner.value}\` and is not removed`;
  return {
    ...emptyPart,
    refusals: [refusal("notOwned", message, { source, help: "remove it by hand, if it shall go" })],
  };
}
