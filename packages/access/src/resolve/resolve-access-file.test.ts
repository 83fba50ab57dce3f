import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { multiAccount } from "../blueprints/multi-account.ts";
import type { Estate } from "../estate.ts";
import { fileWith, loadGood } from "../testing/load-text.ts";
import { wholeFile } from "../testing/whole-file.ts";
import { namesOfPerson } from "./resolve-people.ts";
import { isoDuration } from "./resolve-sets.ts";

const estateOf = (text: string): Estate => loadGood(text).desired.estate;
const statementsOf = (document: string | undefined): readonly Record<string, unknown>[] =>
  (JSON.parse(document ?? "{}") as { Statement: Record<string, unknown>[] }).Statement;

test("the example of the reference comes to seven accounts, eight groups, eight sets and 27 assignments", () => {
  const estate = estateOf(wholeFile);
  const counts = [estate.accounts, estate.groups, estate.permissionSets, estate.assignments, estate.users].map(
    (list) => list.length,
  );
  assert.deepEqual(counts, [7, 8, 8, 27, 7]);
  assert.deepEqual(
    estate.removals?.users?.map(({ name }) => name),
    ["alex@example.com"],
  );
});

test("the row for everywhere is written out for each account, and lists are sorted by name", () => {
  const estate = estateOf(multiAccount.text);
  const admins = estate.assignments
    .filter(({ principal }) => principal.name === "AWS-Admins")
    .map(({ account }) => account);
  assert.deepEqual(admins, [
    "development",
    "logging",
    "management",
    "production",
    "sandbox",
    "security",
    "staging",
    "testing",
  ]);
  for (const names of [
    estate.accounts.map(({ name }) => name),
    estate.groups.map(({ displayName }) => displayName),
    estate.permissionSets.map(({ name }) => name),
  ]) {
    assert.deepEqual(names, names.toSorted());
  }
});

test("units come with their parents, parents first", () => {
  assert.deepEqual(
    estateOf(multiAccount.text).units.map(({ path }) => path),
    [
      "/Sandbox",
      "/Security",
      "/Workloads",
      "/Workloads/Development",
      "/Workloads/Production",
      "/Workloads/Staging",
      "/Workloads/Testing",
    ],
  );
});

test("what `never` takes away stands as Deny before what is used", () => {
  const set = estateOf(multiAccount.text).permissionSets.find(({ name }) => name === "DeveloperAccess");
  assert.deepEqual(set?.managedPolicies, ["arn:aws:iam::aws:policy/PowerUserAccess"]);
  assert.deepEqual(
    statementsOf(set?.inlinePolicy).map(({ Sid, Effect }) => [Sid, Effect]),
    [
      ["NeverSeeBilling", "Deny"],
      ["NeverManageSignIn", "Deny"],
      ["NeverTouchAuditTrail", "Deny"],
    ],
  );
  assert.equal(set?.sessionDuration, "PT8H");
});

test("a policy of AWS in a folder keeps its whole ARN", () => {
  const set = estateOf(multiAccount.text).permissionSets.find(({ name }) => name === "LimitedAccess");
  assert.deepEqual(set?.managedPolicies, ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"]);
});

test("a guardrail in two places is one policy with two targets", () => {
  const policy = estateOf(multiAccount.text).serviceControlPolicies.find(
    ({ name }) => name === "no-disabling-detection",
  );
  assert.deepEqual(policy?.targets, [
    { kind: "unit", path: "/Workloads" },
    { kind: "unit", path: "/Security" },
  ]);
  assert.deepEqual(policy?.tags, { castellan: "example-corp" });
});

test("a boundary is a policy in each account where a set carries it, and speaks of itself", () => {
  const estate = estateOf(wholeFile);
  const set = estate.permissionSets.find(({ name }) => name === "DeveloperAccess");
  assert.deepEqual(set?.boundary, { kind: "customer", policy: { name: "developer-boundary", path: "/castellan/" } });
  assert.deepEqual(
    estate.iam.map(({ account, policies }) => [account, policies.map(({ name }) => name)]),
    [
      ["development", ["developer-boundary"]],
      ["management", []],
    ],
  );
  const text = estate.iam[0]?.policies[0]?.document ?? "";
  assert.ok(text.includes("arn:aws:iam::*:policy/castellan/developer-boundary"));
  assert.ok(!text.includes("{boundary}"));
});

test("passwords are set in the management account", () => {
  const home = estateOf(wholeFile).iam.find(({ account }) => account === "management");
  assert.equal(home?.passwordPolicy?.minimumLength, 14);
  assert.equal(home?.passwordPolicy?.reusePrevention, 24);
  assert.equal(home?.passwordPolicy?.requireSymbols, true);
});

test("every record says where the file asks for it", () => {
  const estate = estateOf(multiAccount.text);
  const lines = multiAccount.text.split("\n");
  const at = (source: { line: number; column: number } | undefined): string =>
    lines[(source?.line ?? 0) - 1]?.slice((source?.column ?? 0) - 1) ?? "";
  for (const set of estate.permissionSets) assert.ok(at(set.source).startsWith(`${set.name}:`), set.name);
  for (const assignment of estate.assignments)
    assert.ok(at(assignment.source).startsWith(assignment.permissionSet), assignment.permissionSet);
  for (const user of estate.users) assert.ok(at(user.source).startsWith(user.userName), user.userName);
});

test("what shall go is named: people who left, groups they were in, cells and sets that are retired", () => {
  const { removals } = estateOf(
    fileWith(
      "people:\n  yu@example.com: {is: admin, was: developer}\n  hana@example.com: {is: admin}\n  sam@example.com: {left: 2026-10-31}\n" +
        "retired:\n  permission-sets: OldAccess\n  groups: [AWS-Old]\n  guardrails: no-root-use\n  access:\n    management: {developer: DeveloperAccess}",
    ),
  );
  assert.deepEqual(
    removals?.users?.map(({ name }) => name),
    ["sam@example.com"],
  );
  assert.deepEqual(
    removals?.memberships?.map(({ user, group }) => [user, group]),
    [["yu@example.com", "AWS-Developers"]],
  );
  assert.deepEqual(
    removals?.permissionSets?.map(({ name }) => name),
    ["OldAccess"],
  );
  assert.deepEqual(
    removals?.groups?.map(({ name }) => name),
    ["AWS-Old"],
  );
  assert.deepEqual(
    removals?.serviceControlPolicies?.map(({ name }) => name),
    ["no-root-use"],
  );
  assert.deepEqual(
    removals?.assignments?.map(({ account, permissionSet }) => [account, permissionSet]),
    [["management", "DeveloperAccess"]],
  );
});

test("with IAM users, groups carry policies in the management account and Identity Center holds nothing", () => {
  const estate = estateOf(
    fileWith(
      'organization: {name: example-corp, management: "111111111111", region: ap-northeast-2, method: iam-users}\n' +
        "permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: PowerUserAccess, never: [see billing]}\n" +
        "access:\n  management: {admin: AdminAccess, developer: DeveloperAccess}",
    ),
  );
  assert.deepEqual([estate.users, estate.groups, estate.permissionSets, estate.assignments], [[], [], [], []]);
  const [home] = estate.iam;
  assert.deepEqual(
    home?.groups.map(({ name, managedPolicies }) => [name, managedPolicies]),
    [
      ["AWS-Admins", ["arn:aws:iam::aws:policy/AdministratorAccess"]],
      [
        "AWS-Developers",
        ["arn:aws:iam::111111111111:policy/castellan/DeveloperAccess", "arn:aws:iam::aws:policy/PowerUserAccess"],
      ],
    ],
  );
  assert.deepEqual(
    home?.users.map(({ name, groups }) => [name, groups]),
    [
      ["hana@example.com", ["AWS-Admins", "AWS-Developers"]],
      ["yu@example.com", ["AWS-Admins"]],
    ],
  );
  assert.deepEqual(
    home?.policies.map(({ name }) => name),
    ["DeveloperAccess"],
  );
});

test("names that Identity Center wants are made from the address where the file gives none", () => {
  assert.deepEqual(namesOfPerson("minji.kim@example.com", undefined), {
    displayName: "Minji Kim",
    givenName: "Minji",
    familyName: "Kim",
  });
  assert.deepEqual(namesOfPerson("yu@example.com", undefined), {
    displayName: "Yu",
    givenName: "Yu",
    familyName: "Yu",
  });
  assert.deepEqual(namesOfPerson("a@example.com", "Ada King Lovelace"), {
    displayName: "Ada King Lovelace",
    givenName: "Ada",
    familyName: "King Lovelace",
  });
});

test("durations are written as AWS writes them", () => {
  assert.deepEqual([60, 90, 480, 720].map(isoDuration), ["PT1H", "PT1H30M", "PT8H", "PT12H"]);
});

test("the order of the sections does not matter", () => {
  const sections = multiAccount.text.split("\n\n");
  const plain = (text: string): string =>
    JSON.stringify(estateOf(text), (key, value: unknown) => (key === "source" ? undefined : value));
  fc.assert(
    fc.property(fc.shuffledSubarray(sections, { minLength: sections.length }), (shuffled) => {
      assert.equal(plain(shuffled.join("\n\n")), plain(multiAccount.text));
    }),
    { numRuns: 12 },
  );
});
