import assert from "node:assert/strict";
import { test } from "node:test";
import { looksShared } from "./checks/check-people.ts";
import { codesOf, fileWith, load } from "../testing/load-text.ts";
import { wholeFile } from "../testing/whole-file.ts";

test("a file with every section has no errors", () => {
  const loaded = load(wholeFile);
  assert.equal(loaded.kind, "loaded");
  assert.deepEqual([...new Set(loaded.diagnostics.map(({ code }) => code))], ["CST0010", "CST0302"]);
});

test("names that say a job or a team are called shared, names of people are not", () => {
  for (const name of ["developer1", "team-admin", "shared-prod", "admin", "root", "qa", "dev.team", "ops2"])
    assert.ok(looksShared(name), name);
  for (const name of ["john", "minji.kim", "sarah", "you", "ada-lovelace", "admiral", "yu", "devi"])
    assert.ok(!looksShared(name), name);
});

test("one administrator is a warning, and none when the file says why", () => {
  const people = "people:\n  yu@example.com: {is: [admin, developer]}\n";
  assert.deepEqual(codesOf(fileWith(people)), ["CST0205"]);
  assert.deepEqual(codesOf(fileWith(`${people}sign-in: {sole-administrator: one person and one account}`)), []);
});

test("an administrator counts by what the policies say, not by the group's name", () => {
  const sets =
    "permission-sets:\n  AdminAccess: {use: AdministratorAccess, never: [manage sign-in]}\n  DeveloperAccess: {use: PowerUserAccess}\n";
  assert.deepEqual(codesOf(fileWith(sets)), ["CST0205"]);
});

test("someone who has left counts for nothing", () => {
  const people = "people:\n  yu@example.com: {is: admin}\n  hana@example.com: {left: 2026-10-31}\n";
  assert.deepEqual(codesOf(fileWith(people)), ["CST0205"]);
});

test("a cell that repeats what `everywhere` gives is told", () => {
  const access =
    "access:\n  everywhere: {admin: AdminAccess}\n  sandbox: {admin: AdminAccess, developer: [DeveloperAccess, DeveloperAccess]}\n";
  assert.deepEqual(codesOf(fileWith(access)), ["CST0207", "CST0207"]);
});

test("a policy file is read, and refused when it is none", () => {
  const text = fileWith(
    "permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: policies/dev.json}",
  );
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: "s3:*", Resource: "*" },
  });
  assert.equal(load(text, { "policies/dev.json": policy }).kind, "loaded");
  assert.deepEqual(
    load(text, { "policies/dev.json": "[]" }).diagnostics.map(({ code }) => code),
    ["CST0209"],
  );
  assert.deepEqual(
    load(text).diagnostics.map(({ code }) => code),
    ["CST0110"],
  );
});

test("a policy longer than AWS takes is told before it is sent", () => {
  const actions = Array.from({ length: 600 }, (_, index) => `"s3:GetObject${index}"`).join(", ");
  const text = fileWith(
    `permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: {policy: [{Effect: Allow, Action: [${actions}], Resource: "*"}]}}`,
  );
  assert.deepEqual(codesOf(text), ["CST0208"]);
});

test("guardrails may hang on a unit by its last name, on an account, and everywhere", () => {
  const accounts =
    'accounts:\n  management: {id: "111111111111"}\n  sandbox: {id: "222222222222", unit: Workloads/Sandbox}\n';
  const guardrails =
    "guardrails:\n  everywhere: [no-root-keys]\n  Sandbox: [no-root-use]\n  Workloads/Sandbox: [no-iam-users]\n  sandbox: [no-trail-tampering]\n";
  assert.deepEqual(codesOf(fileWith(accounts + guardrails)), []);
});
