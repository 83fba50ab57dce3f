import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprints } from "../blueprints/blueprint-catalogue.ts";
import { team } from "../blueprints/team.ts";
import type { AccessPromise, PromiseClaim } from "../promises/access-promise.ts";
import { fileWith, loadGood, provedOver } from "../testing/load-text.ts";

const claimsOf = (text: string): readonly AccessPromise[] => loadGood(text).claims;
const sentences = (text: string): readonly string[] => claimsOf(text).map((claim) => claim.text);

test("a claim says where it comes from, and stands where the file names the role", () => {
  const { text, span, origin } =
    claimsOf(team.text).find(({ text: one }) => one.startsWith("developer")) ?? assert.fail();
  assert.equal(text, "developer may write in development");
  assert.deepEqual(origin, {
    role: "developer",
    permissionSet: "DeveloperAccess",
    text: "role developer: may write in development",
  });
  const line = team.text.split("\n")[span.start.line - 1] ?? "";
  assert.ok(line.startsWith("  DeveloperAccess:"));
  assert.equal(line.slice(span.start.column - 1, span.end.column - 1), "developer");
});

test("claims are made for every account and group that gets the set, and for no others", () => {
  const text = fileWith(
    `groups: {admin: AWS-Admins, developer: AWS-Developers, guest: AWS-Guests, other: AWS-Others}
permission-sets:
  AdminAccess: {use: AdministratorAccess}
  DeveloperAccess: {use: PowerUserAccess}
  LookAccess: {role: read-only}
  SpareAccess: {role: tester}
accounts:
  management: {id: "111111111111"}
  one: {id: "222222222222"}
  two: {id: "333333333333"}
access:
  everywhere: {admin: AdminAccess, other: LookAccess}
  one: {guest: LookAccess, developer: LookAccess}
  two: {guest: LookAccess}`,
  );
  assert.deepEqual(
    sentences(text).filter((sentence) => sentence.includes("may never write")),
    ["developer may never write in one", "guest may never write in one, two", "other may never write anywhere"],
  );
  assert.ok(claimsOf(text).every(({ origin }) => origin?.permissionSet === "LookAccess"));
});

test("groups that get a set in the same accounts share its claims", () => {
  const text = fileWith(
    "permission-sets: {AdminAccess: {role: admin}}\naccess:\n  everywhere: {admin: AdminAccess, developer: AdminAccess}",
  );
  assert.equal(sentences(text)[0], "admin, developer may manage IAM anywhere");
});

/** A claim without what its sentence does not say: which actions stand for the task. */
function said(claim: PromiseClaim): unknown {
  return "task" in claim ? { ...claim, task: claim.task.name } : claim;
}

test("a claim's sentence, written among the promises, is the same claim", () => {
  for (const { name, text } of blueprints) {
    const claims = claimsOf(text);
    const written = `${text.trimEnd()}\n${claims.map((claim) => `  - ${claim.text}\n`).join("")}`;
    const { promises } = loadGood(written);
    assert.deepEqual(
      promises.slice(-claims.length).map(({ claim }) => said(claim)),
      claims.map(({ claim }) => said(claim)),
      name,
    );
  }
});

const production = (set: string, access: string): string =>
  fileWith(
    `permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: ${set}
accounts:
  management: {id: "111111111111"}
  sandbox: {id: "222222222222", unit: Sandbox}
  shop: {id: "333333333333", unit: Workloads/Production}
  mail: {id: "444444444444", tags: {Environment: prod}}
access:
  everywhere: {admin: AdminAccess}
${access}`,
  );

const broken = (text: string): readonly string[] =>
  provedOver(text, claimsOf(text))
    .filter(({ verdict }) => verdict === "broken")
    .map(({ promise }) => promise.text);

test("a role for elsewhere is found in production, by unit, tag or name", () => {
  const set = "{role: developer}";
  assert.deepEqual(broken(production(set, "  sandbox: {developer: DeveloperAccess}")), []);
  const sentence = "developer may never write in shop, mail";
  assert.deepEqual(broken(production(set, "  shop: {developer: DeveloperAccess}")), [sentence]);
  assert.deepEqual(broken(production(set, "  mail: {developer: DeveloperAccess}")), [sentence]);
});

test("whoever has a role for sandboxes and reaches something else breaks its claim", () => {
  const set = "{role: sandbox-developer}\n  LookAccess: {use: ViewOnlyAccess}";
  assert.deepEqual(broken(production(set, "  sandbox: {developer: DeveloperAccess}")), []);
  const reaching = "  sandbox: {developer: DeveloperAccess}\n  shop: {developer: LookAccess}";
  assert.deepEqual(broken(production(set, reaching)), ["developer may reach only sandbox"]);
});

test("with IAM users, claims are made of the management account's row", () => {
  const text = fileWith(
    'organization: {name: example-corp, management: "111111111111", region: ap-northeast-2, method: iam-users}\n' +
      "permission-sets:\n  AdminAccess: {role: admin}\n  DeveloperAccess: {role: developer}\n" +
      "access:\n  everywhere: {admin: AdminAccess}\n  management: {developer: DeveloperAccess}",
  );
  assert.ok(sentences(text).includes("admin may manage IAM in management"));
  assert.ok(sentences(text).includes("developer may never see billing in management"));
  assert.deepEqual(broken(text), []);
});
