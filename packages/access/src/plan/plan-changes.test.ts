import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Estate } from "../estate.ts";
import {
  eightEnvironments,
  emptyAccount,
  freshOrganization,
  iamUsersOnly,
  optionsFor,
} from "./testing/example-estates.ts";
import { foldSteps } from "./fold-steps.ts";
import { planChanges } from "./plan-changes.ts";
import type { Plan, PlanOptions } from "./plan.ts";

const plan = (desired: Estate, actual: Estate, more: Partial<PlanOptions> = {}): Plan =>
  planChanges(desired, actual, { ...optionsFor(desired), ...more });
const applied = (desired: Estate, actual: Estate): Estate => foldSteps(actual, plan(desired, actual).steps);
const ids = (result: Plan): readonly string[] => result.steps.map((step) => step.id);
const codes = (result: Plan): readonly string[] => result.refusals.map((refusal) => refusal.code);

const organization = applied(eightEnvironments, freshOrganization);
const owned = (name: string) => ({ name, tags: { castellan: "example-corp" } });

test("a fresh organization gets everything in AWS's order of creation", () => {
  const result = plan(eightEnvironments, freshOrganization);
  assert.deepEqual(codes(result), []);
  const kinds = [...new Set(result.steps.map((step) => step.kind))];
  assert.deepEqual(kinds, [
    "enableServiceControlPolicies",
    "createOrganizationalUnit",
    "createServiceControlPolicy",
    "createAccount",
    "attachServiceControlPolicy",
    "moveAccount",
    "tagAccount",
    "createManagedPolicy",
    "createUser",
    "createGroup",
    "createMembership",
    "createPermissionSet",
    "attachManagedPolicy",
    "putBoundary",
    "putInlinePolicy",
    "createAssignment",
  ]);
  assert.equal(result.steps.filter((step) => step.kind === "createAssignment").length, 14);
  assert.deepEqual(result.extra, []);
});

test("a new set gets its boundary, then its denies, then its policies, and only then its assignments", () => {
  const result = plan(eightEnvironments, freshOrganization);
  const chain = result.steps.filter((step) => step.object.name === "DeveloperAccess").map((step) => step.id);
  assert.deepEqual(chain, [
    "createPermissionSet:DeveloperAccess",
    "putBoundary:DeveloperAccess",
    "putInlinePolicy:DeveloperAccess",
    "attachManagedPolicy:DeveloperAccess/arn:aws:iam::aws:policy%2FPowerUserAccess",
  ]);
  const assign = result.steps.find(
    (step) => step.id === "createAssignment:DeveloperAccess/group/AWS-Developers/sandbox",
  );
  assert.ok(chain.every((id) => assign?.dependsOn.includes(id) === true));
});

test("an account moves once, straight to its unit, after the unit's guardrail hangs", () => {
  const result = plan(eightEnvironments, freshOrganization);
  const move = result.steps.find((step) => step.id === "moveAccount:sandbox");
  assert.ok(move?.dependsOn.includes("attachServiceControlPolicy:castellan-sandbox/unit/%2FSandbox"));
  assert.ok(move?.dependsOn.includes("createAccount:sandbox"));
});

test("a second plan is empty", () => {
  assert.deepEqual(ids(plan(eightEnvironments, organization)), []);
  assert.deepEqual(ids(plan(iamUsersOnly, applied(iamUsersOnly, emptyAccount))), []);
});

test("whatever prefix of a plan was done, planning again reaches the same estate", () => {
  for (const [desired, empty] of [
    [eightEnvironments, freshOrganization],
    [iamUsersOnly, emptyAccount],
  ] as const) {
    const { steps } = plan(desired, empty);
    const whole = normal(foldSteps(empty, steps));
    fc.assert(
      fc.property(fc.nat({ max: steps.length }), (length) => {
        const half = foldSteps(empty, steps.slice(0, length));
        assert.deepEqual(normal(applied(desired, half)), whole);
      }),
    );
  }
});

test("whatever was already there in any order that respects dependencies, planning again reaches the same estate", () => {
  const { steps } = plan(eightEnvironments, freshOrganization);
  const whole = normal(foldSteps(freshOrganization, steps));
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: steps.length, maxLength: steps.length }), (chosen) => {
      const done = new Set<string>();
      const some = steps.filter((step, index) => {
        const possible = chosen[index] === true && step.dependsOn.every((id) => done.has(id));
        if (possible) done.add(step.id);
        return possible;
      });
      const again = plan(eightEnvironments, foldSteps(freshOrganization, some));
      const result = foldSteps(foldSteps(freshOrganization, some), again.steps);
      assert.deepEqual(normal(result), whole);
      assertOrdered(again);
    }),
    { numRuns: 40 },
  );
});

test("no step stands before one that it depends on", () => {
  assertOrdered(plan(eightEnvironments, freshOrganization));
  assertOrdered(plan(iamUsersOnly, emptyAccount));
});

test("a changed set is provisioned in one canary account first, then in the rest", () => {
  const desired = withSet("AdminAccess", { sessionDuration: "PT2H" });
  const result = plan(desired, organization);
  assert.deepEqual(ids(result), [
    "updatePermissionSet:AdminAccess",
    "provisionPermissionSet:AdminAccess/account/development",
    "provisionPermissionSet:AdminAccess/everywhere/every account that has it",
  ]);
  assert.deepEqual(result.steps.at(-1)?.dependsOn, ["provisionPermissionSet:AdminAccess/account/development"]);
  const changes = result.accessChanges.filter((change) => change.kind === "changes");
  assert.equal(changes.length, 8);
  assert.deepEqual(changes[0]?.because, ["session PT1H -> PT2H"]);
});

test("a set that was changed but not provisioned is provisioned where it lags", () => {
  const lagging = withSet("AdminAccess", { outdatedIn: ["production"] }, organization);
  assert.deepEqual(ids(plan(eightEnvironments, lagging)), ["provisionPermissionSet:AdminAccess/account/production"]);
});

test("a set is narrowed before it is widened", () => {
  const desired = withSet("TesterAccess", {
    boundary: { kind: "aws", arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    managedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
  });
  const kinds = plan(desired, organization).steps.map((step) => step.kind);
  assert.deepEqual(kinds, ["putBoundary", "detachManagedPolicy", "attachManagedPolicy", "provisionPermissionSet"]);
});

test("what the file no longer names stays, and is reported as extra", () => {
  const desired: Estate = {
    ...eightEnvironments,
    assignments: eightEnvironments.assignments.filter((row) => row.permissionSet !== "TesterAccess"),
    groups: eightEnvironments.groups.map((group) =>
      group.displayName === "AWS-Developers" ? { ...group, members: ["yu@example.com"] } : group,
    ),
  };
  const result = plan(desired, organization);
  assert.deepEqual(ids(result), []);
  assert.deepEqual(result.extra.map((found) => found.name).toSorted(), [
    "AWS-Testers @ testing: TesterAccess",
    "minji@example.com in AWS-Developers",
  ]);
});

test("a person who left loses assignments and memberships first and the user record last", () => {
  const desired: Estate = { ...eightEnvironments, removals: { users: [{ name: "minji@example.com" }] } };
  const result = plan(desired, organization);
  assert.deepEqual(ids(result), ["deleteMembership:AWS-Developers/minji@example.com", "deleteUser:minji@example.com"]);
  assert.deepEqual(result.accessChanges.map((change) => `${change.kind} ${change.account}`).toSorted(), [
    "loses development",
    "loses sandbox",
  ]);
  assert.deepEqual(ids(plan(desired, foldSteps(organization, result.steps))), []);
});

test("a retired set loses its assignments, each one, before it is deleted", () => {
  const desired: Estate = { ...eightEnvironments, removals: { permissionSets: [{ name: "OperatorAccess" }] } };
  const result = plan(desired, organization);
  assert.equal(result.steps.filter((step) => step.kind === "deleteAssignment").length, 3);
  const last = result.steps.at(-1);
  assert.equal(last?.id, "deletePermissionSet:OperatorAccess");
  assert.equal(last.dependsOn.length, 3);
});

test("a plan that leaves one administrator is refused, unless the file says that one is enough", () => {
  const desired: Estate = { ...eightEnvironments, removals: { users: [{ name: "hana@example.com" }] } };
  assert.deepEqual(codes(plan(desired, organization)), ["CST0601"]);
  assert.deepEqual(codes(plan(desired, organization, { minimumAdministrators: 1 })), []);
});

test("an administrator behind a boundary or a deny does not count", () => {
  const bounded = withSet("AdminAccess", { boundary: { kind: "aws", arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" } });
  assert.deepEqual(codes(plan(bounded, freshOrganization)), ["CST0601"]);
});

test("a plan that cuts the caller's own path is refused", () => {
  const desired: Estate = {
    ...eightEnvironments,
    users: [...eightEnvironments.users, ...["a", "b"].map(newUser)],
    groups: eightEnvironments.groups.map((group) =>
      group.displayName === "AWS-Admins"
        ? { ...group, members: [...group.members, "a@example.com", "b@example.com"] }
        : group,
    ),
    removals: { users: [{ name: "yu@example.com" }] },
  };
  const arn = "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_AdminAccess_0123456789abcdef/yu@example.com";
  const caller = { arn, accountId: "111111111111", userId: "AROAEXAMPLE:yu@example.com" };
  assert.deepEqual(codes(plan(desired, organization, { caller })), ["CST0602"]);
  assert.deepEqual(codes(plan(desired, organization)), []);
});

test("the caller's own set is provisioned last", () => {
  const desired = withSet(
    "OperatorAccess",
    { sessionDuration: "PT2H" },
    withSet("AdminAccess", { sessionDuration: "PT2H" }),
  );
  const arn = "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_AdminAccess_0123456789abcdef/yu@example.com";
  const caller = { arn, accountId: "111111111111", userId: "AROAEXAMPLE:yu@example.com" };
  const result = plan(desired, organization, { caller });
  assert.deepEqual(
    result.steps.slice(-2).map((step) => step.stage),
    ["ownPath", "ownPath"],
  );
  assert.ok(result.steps.slice(-2).every((step) => step.object.name === "AdminAccess"));
});

test("an object of the same name that is not ours is never changed", () => {
  const foreign = withSet("AdminAccess", { tags: {}, sessionDuration: "PT12H" }, organization);
  const result = plan(eightEnvironments, foreign);
  assert.deepEqual(codes(result), ["CST0603"]);
  assert.deepEqual(ids(result), []);
  assert.deepEqual(ids(plan(eightEnvironments, foreign, { adopt: ["AdminAccess"] })).slice(0, 2), [
    "tagPermissionSet:AdminAccess",
    "updatePermissionSet:AdminAccess",
  ]);
});

test("foreign users, sets and guardrails are reported and left alone", () => {
  const actual: Estate = {
    ...organization,
    users: [...organization.users, newUser("stranger")],
    permissionSets: [
      ...organization.permissionSets,
      { ...owned("Old"), sessionDuration: "PT1H", managedPolicies: [], customerManagedPolicies: [] },
      { name: "Theirs", tags: {}, sessionDuration: "PT1H", managedPolicies: [], customerManagedPolicies: [] },
    ],
  };
  const result = plan(eightEnvironments, actual);
  assert.deepEqual(ids(result), []);
  assert.deepEqual(
    result.unmanaged.map((found) => found.name),
    ["stranger@example.com", "Theirs"],
  );
  assert.deepEqual(
    result.extra.map((found) => found.name),
    ["Old"],
  );
});

test("everything over a quota is refused before the first write", () => {
  const long = "x".repeat(33);
  const sets = eightEnvironments.permissionSets.map((set) =>
    set.name === "TesterAccess" ? { ...set, name: long } : set,
  );
  const many = Array.from({ length: 11 }, (_item, index) => `arn:aws:iam::aws:policy/P${index}`);
  const crowded = sets.map((set) => (set.name === "OperatorAccess" ? { ...set, managedPolicies: many } : set));
  const result = plan({ ...eightEnvironments, permissionSets: crowded }, freshOrganization);
  assert.deepEqual(
    result.refusals.map((refusal) => refusal.message),
    [
      "11 managed policies in permission set `OperatorAccess`, AWS allows 10",
      `33 characters in the name of permission set \`${long}\`, AWS allows 32`,
    ],
  );
});

test("an account with an id that the organization does not have is refused on AWS and made on a plane", () => {
  const accounts = eightEnvironments.accounts.map((account) =>
    account.name === "sandbox" ? { ...account, id: "222222222222" } : account,
  );
  const desired = { ...eightEnvironments, accounts };
  assert.deepEqual(codes(plan(desired, freshOrganization)), ["CST0605"]);
  const { scope } = optionsFor(desired);
  const nominal = plan(desired, freshOrganization, { scope: { ...scope, accountIds: "nominal" } });
  assert.deepEqual(codes(nominal), []);
  assert.ok(ids(nominal).includes("createAccount:sandbox"));
});

test("an account whose unit the file does not name is not moved to the root", () => {
  const accounts = eightEnvironments.accounts.map((account) =>
    account.name === "production" ? { ...account, unit: "/" } : account,
  );
  const result = plan({ ...eightEnvironments, accounts }, organization);
  assert.deepEqual(ids(result), []);
  assert.deepEqual(
    result.extra.map((found) => found.name),
    ["production"],
  );
});

test("without Identity Center the plan is refused and says what to do by hand", () => {
  const { identityCenter: _none, ...bare } = freshOrganization.organization;
  const result = plan(eightEnvironments, { ...freshOrganization, organization: bare });
  assert.deepEqual(codes(result), ["CST0607"]);
  assert.equal(result.byHand.length, 1);
});

test("IAM users need no organization", () => {
  const result = plan(iamUsersOnly, emptyAccount);
  assert.deepEqual(codes(result), []);
  assert.equal(ids(result)[0], "setAccountAlias:management");
  assert.ok(!ids(result).includes("createOrganization"));
});

test("a set that needs a policy which an account lacks is refused", () => {
  const desired = { ...eightEnvironments, iam: eightEnvironments.iam.filter((iam) => iam.account === "sandbox") };
  assert.deepEqual(codes(plan(desired, freshOrganization)), ["CST0609"]);
});

function newUser(name: string) {
  const email = `${name}@example.com`;
  return { userName: email, displayName: name, givenName: name, familyName: "Example", email };
}

function withSet(
  name: string,
  change: Partial<Estate["permissionSets"][number]>,
  estate: Estate = eightEnvironments,
): Estate {
  return {
    ...estate,
    permissionSets: estate.permissionSets.map((set) => (set.name === name ? { ...set, ...change } : set)),
  };
}

function assertOrdered(result: Plan): void {
  const seen = new Set<string>();
  for (const step of result.steps) {
    for (const needed of step.dependsOn) assert.ok(seen.has(needed), `${step.id} stands before ${needed}`);
    seen.add(step.id);
  }
}

/** The estate with every list in one order, so that two ways to the same goal compare equal. */
function normal(estate: Estate): unknown {
  return JSON.parse(JSON.stringify(estate), (_key, value: unknown) =>
    Array.isArray(value)
      ? value.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))
      : value,
  );
}
