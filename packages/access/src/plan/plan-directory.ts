import type { Estate, Group, User } from "../estate.ts";
import { makeStep, stepId } from "./make-step.ts";
import { emptyPart, joinParts, type PlanPart } from "./plan.ts";
import { refusal } from "./refusal.ts";
import type { Step, UserAttributes } from "./step.ts";

/**
 * Users, groups and memberships. The identity store has no tags, so the rule of ownership is: who is named in the file
 * is managed, everybody else is reported and left alone. Memberships are added here; they go only by word.
 */
export function planDirectory(desired: Estate, actual: Estate): PlanPart {
  return joinParts([
    ...desired.users.map((user) => userPart(user, actual)),
    ...desired.groups.map((group) => groupPart(group, actual)),
  ]);
}

const attributeNames = ["displayName", "givenName", "familyName", "email"] as const;

function attributesOf(user: User): UserAttributes {
  const { displayName, givenName, familyName, email } = user;
  return { displayName, givenName, familyName, email };
}

function userPart(user: User, actual: Estate): PlanPart {
  const found = actual.users.find((candidate) => candidate.userName === user.userName);
  const { source } = user;
  if (found === undefined) {
    const body = { kind: "createUser" as const, user: user.userName, attributes: attributesOf(user) };
    return { ...emptyPart, steps: [makeStep(body, { source })] };
  }
  const changed = attributeNames.filter((name) => user[name] !== found[name]);
  if (changed.length === 0 || found.external === true) return emptyPart;
  const attributes: Partial<UserAttributes> = Object.fromEntries(changed.map((name) => [name, user[name]]));
  return { ...emptyPart, steps: [makeStep({ kind: "updateUser", user: user.userName, attributes }, { source })] };
}

function groupPart(group: Group, actual: Estate): PlanPart {
  const found = actual.groups.find((candidate) => candidate.displayName === group.displayName);
  const there = new Set(found?.members);
  const missing = group.members.filter((member) => !there.has(member));
  if (found?.external === true && missing.length > 0) return externalGroup(group, missing);
  return {
    ...emptyPart,
    steps: [...groupSteps(group, found), ...missing.map((user) => membershipStep(group, user))],
  };
}

function groupSteps(group: Group, found: Group | undefined): readonly Step[] {
  const { displayName, description, source } = group;
  if (found === undefined) {
    const words = description === undefined ? {} : { description };
    return [makeStep({ kind: "createGroup", group: displayName, ...words }, { source })];
  }
  if (description === undefined || description === found.description || found.external === true) return [];
  return [makeStep({ kind: "updateGroup", group: displayName, description }, { source })];
}

function membershipStep(group: Group, user: string): Step {
  return makeStep(
    { kind: "createMembership", group: group.displayName, user },
    { source: group.source, dependsOn: [stepId("createGroup", group.displayName), stepId("createUser", user)] },
  );
}

function externalGroup(group: Group, missing: readonly string[]): PlanPart {
  const message = `group \`${group.displayName}\` comes from an external identity provider; \`${missing.join("`, `")}\` cannot be put into it here`;
  const help = "add them at the identity provider: what is written here would be overwritten by its next sync";
  return { ...emptyPart, refusals: [refusal("externalDirectory", message, { source: group.source, help })] };
}
