import assert from "node:assert/strict";
import { test } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { expandTask } from "../tasks/expand-task.ts";
import { taskCatalogue } from "../tasks/task-catalogue.ts";
import { fileWith, loadGood, provedOver } from "../testing/load-text.ts";
import { findRole, roles } from "./role-catalogue.ts";
import { roleClaimInWords } from "./role-claim-words.ts";
import type { Role } from "./role.ts";

const catalog = installedCatalog();
const tasks = taskCatalogue();
const claimWords = (role: Role): readonly string[] => role.claims.map(roleClaimInWords);

/** An organization in which a group has a permission set in one ordinary account, and nothing elsewhere. */
const assigning = (set: string): string =>
  fileWith(
    `groups: {admin: AWS-Admins, developer: AWS-Developers, worker: AWS-Workers}
permission-sets:
  AdminAccess: {use: AdministratorAccess}
  WorkAccess: ${set}
accounts:
  management: {id: "111111111111"}
  workshop: {id: "222222222222"}
  production: {id: "333333333333"}
access:
  everywhere: {admin: AdminAccess}
  workshop: {worker: WorkAccess}`,
  );

/** The claims of a role, by their words, that are not kept by a text. */
function notKept(text: string, claims = loadGood(text).claims): readonly string[] {
  const results = provedOver(text, claims);
  return results
    .filter(({ verdict }) => verdict !== "proved")
    .map(({ promise }) => promise.origin?.text ?? promise.text);
}

test("there are thirteen roles, each of its own name, purpose and claims", () => {
  assert.equal(roles.length, 13);
  assert.equal(new Set(roles.map(({ name }) => name)).size, 13);
  for (const role of roles) {
    assert.ok(role.purpose.endsWith("."), role.name);
    assert.equal(new Set(claimWords(role)).size, role.claims.length, role.name);
    assert.equal(findRole(role.name), role);
  }
});

test("every policy and task of a role exists, and what stands for a task is part of it", () => {
  for (const { name, use, never, claims } of roles) {
    for (const word of use) assert.ok(tasks.has(word) || catalog.managedPolicy(word) !== undefined, `${name}: ${word}`);
    for (const word of never) assert.equal(tasks.get(word)?.kind, "patterns", `${name}: ${word}`);
    for (const claim of claims) {
      if (claim.kind === "onlySandboxes") continue;
      const actions = expandTask(tasks.get(claim.task) ?? assert.fail(`${name}: ${claim.task}`), catalog);
      const core = claim.kind === "may" ? (claim.core ?? []) : [];
      for (const action of core) assert.ok(actions.includes(action), `${name}: ${claim.task}: ${action}`);
    }
  }
});

test("each role keeps every claim in an ordinary account", () => {
  for (const { name, claims } of roles) {
    const text = assigning(`{role: ${name}}`);
    assert.equal(loadGood(text).claims.length, claims.length, name);
    assert.deepEqual(notKept(text), [], name);
  }
});

test("what a role says of billing, production and sandboxes, it claims", () => {
  for (const role of roles) {
    const words = claimWords(role);
    assert.equal(words.includes("may see billing"), role.billing !== "none", role.name);
    assert.equal(words.includes("may never see billing"), role.billing === "none", role.name);
    assert.equal(words.includes("may reach only sandboxes"), role.where === "sandbox accounts", role.name);
    if (role.production === "read-only") assert.ok(words.includes("may never write"), role.name);
    if (role.where === "outside production") assert.ok(words.includes("may never write in production"), role.name);
  }
});

test("whoever administers has the shortest sessions", () => {
  const hours = (manages: boolean): readonly number[] =>
    roles
      .filter((role) => role.mfa && claimWords(role).includes("may manage IAM") === manages)
      .map((role) => role.sessionHours);
  assert.ok(Math.max(...hours(true)) < Math.min(...hours(false)));
});

/** The guide's own choice of policies, and the claims that it breaks. */
const literal: readonly (readonly [role: string, use: string, broken: readonly string[]])[] = [
  ["developer", "PowerUserAccess", ["manage sign-in", "see billing", "touch audit trail"]],
  ["security-auditor", "[SecurityAudit, ReadOnlyAccess]", ["see billing", "read secrets", "read data"]],
  ["read-only", "ReadOnlyAccess", ["see billing", "read secrets", "read data"]],
];

test("the policies that guides recommend break the claims of their roles", () => {
  for (const [role, use, broken] of literal) {
    const { claims } = loadGood(assigning(`{role: ${role}}`));
    assert.deepEqual(
      notKept(assigning(`{use: ${use}}`), claims),
      broken.map((task) => `role ${role}: may never ${task} in workshop`),
    );
  }
});

test("what the file adds to a role is found when it breaks a claim, unless the role denies it", () => {
  assert.deepEqual(notKept(assigning("{role: tester, use: SecretsManagerReadWrite}")), [
    "role tester: may never read secrets in workshop",
  ]);
  assert.deepEqual(notKept(assigning("{role: ci-cd, use: AdministratorAccess}")), []);
});
