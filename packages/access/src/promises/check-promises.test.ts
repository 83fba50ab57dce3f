import assert from "node:assert/strict";
import { test } from "node:test";
import { codesOf, fileWith, load, loadGood, viewOf } from "../testing/load-text.ts";
import { checkPromises } from "./check-promises.ts";
import { type PromiseResult, resultInWords } from "./promise-result.ts";

/** A small organization whose developers hold PowerUserAccess in the sandbox. */
const with_ = (promise: string, more = ""): string => fileWith(`${more}promises:\n  - ${promise}\n`);

function check(promise: string, more = ""): PromiseResult {
  const text = with_(promise, more);
  const [result] = checkPromises(viewOf(text), loadGood(text).promises);
  return result ?? assert.fail(promise);
}

const custom = (use: string): string =>
  `permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: {policy: [${use}]}}\n`;

test("a promise that nobody else may is broken by the first who may, with the request that shows it", () => {
  const result = check("only admin may see billing");
  assert.equal(result.verdict, "broken");
  const { who, via, account, because, source } = result.counterexample ?? assert.fail();
  assert.deepEqual([who, via, account], ["hana@example.com", "AWS-Developers > DeveloperAccess > sandbox", "sandbox"]);
  assert.equal(because, "PowerUserAccess, statement 1 allows it");
  assert.equal(source?.file, "castellan.yaml");
  assert.match(resultInWords(result), /^broken, found among \d+ requests?$/);
});

test("a promise is kept where what is given does not reach", () => {
  assert.equal(check("only admin may manage IAM anywhere").verdict, "kept");
  assert.equal(resultInWords(check("developer may never write in management")), "kept: nobody has a way there");
  assert.equal(check("developer may never manage organization").verdict, "kept");
});

test("a promise is never called proved, only checked on so many requests", () => {
  const result = check("only admin may manage IAM anywhere");
  assert.match(resultInWords(result), /^kept, checked on \d+ requests$/);
  assert.equal(result.counted, "requests");
  assert.ok(result.checked > 100);
});

test("a grant on one resource only is found, though a request on every resource is refused", () => {
  const result = check(
    "developer may never read secrets",
    custom('{Effect: Allow, Action: "secretsmanager:Get*", Resource: "arn:aws:secretsmanager:*:*:secret:app-*"}'),
  );
  assert.equal(result.counterexample?.resource, "arn:aws:secretsmanager:ap-northeast-2:222222222222:secret:app-sample");
});

test("a grant under a condition is found", () => {
  const result = check(
    "developer may never read secrets",
    custom(
      '{Effect: Allow, Action: "*", Resource: "*", Condition: {StringEquals: {"aws:ResourceTag/Environment": [sandbox]}}}',
    ),
  );
  assert.deepEqual(result.counterexample?.context, { "aws:ResourceTag/Environment": "sandbox" });
});

test("a guardrail keeps a promise that the permission sets break, but not in the management account", () => {
  const guardrails = "guardrails:\n  everywhere: [no-trail-tampering]\n";
  assert.equal(check("developer may never touch audit trail in sandbox").verdict, "broken");
  const policy = custom('{Effect: Allow, Action: "cloudtrail:StopLogging", Resource: "*"}');
  assert.equal(check("developer may never touch audit trail", policy + guardrails).verdict, "kept");
  const home = "access:\n  everywhere: {admin: AdminAccess, developer: DeveloperAccess}\n";
  const broken = check("developer may never touch audit trail", policy + guardrails + home);
  assert.equal(broken.counterexample?.account, "management");
});

test("that a group may do a task needs every action that stands for it, in every account named", () => {
  assert.equal(check("developer may write in sandbox").verdict, "kept");
  const nowhere = check("developer may write in sandbox, management");
  assert.equal(nowhere.verdict, "broken");
  assert.equal(nowhere.counterexample?.because, "`developer` gets nothing in management");
  const refused = check("developer may manage IAM in sandbox");
  assert.equal(refused.counterexample?.because, "no identity policy allows it");
});

test("a file's task under a tag condition can be promised", () => {
  const more =
    'tasks:\n  restart: {allow: ["ecs:UpdateService", "ec2:RebootInstances"], when: {tag Environment: [production]}}\n' +
    "permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: restart}\n";
  assert.equal(check("developer can restart in sandbox", more).verdict, "kept");
  assert.equal(check("developer may never restart", more).verdict, "broken");
});

test("reaching is about assignments, people about people", () => {
  assert.equal(check("developer may reach only sandbox").verdict, "kept");
  const result = check("admin may reach only sandbox");
  assert.equal(result.counterexample?.because, "AWS-Admins > AdminAccess > management is assigned");
  assert.equal(resultInWords(check("developer may reach only sandbox")), "kept, checked on 1 assignment");
  assert.equal(check("always at least 2 people are admin").verdict, "kept");
  assert.equal(check("always at least 2 people are developer").counterexample?.because, "only hana@example.com");
});

test("a permission set that cannot be judged leaves a promise undecided", () => {
  const text = with_("only admin may manage IAM anywhere");
  const view = viewOf(text);
  const estate = {
    ...view.estate,
    permissionSets: view.estate.permissionSets.map((set) =>
      set.name === "DeveloperAccess" ? { ...set, managedPolicies: ["arn:aws:iam::aws:policy/NoSuch"] } : set,
    ),
  };
  const blind = {
    ...viewOf(text),
    estate,
    policiesOf: () => ({ policies: { identity: [] }, problems: ["the catalogue has no AWS managed policy"] }),
  };
  const [result] = checkPromises(blind, loadGood(text).promises);
  assert.equal(result?.verdict, "undecided");
  assert.match(resultInWords(result ?? assert.fail()), /^not decided: the catalogue has no/);
});

test("the grammar takes lists, units, `can`, `anywhere`, and tasks with an `in` in their names", () => {
  const more = 'tasks:\n  look in logs: {allow: ["logs:Get*"]}\n';
  const good = [
    "only admin, developer may see billing anywhere",
    "only admin and developer may see billing",
    "admin, and developer may look in logs in sandbox",
    "developer may look in logs",
    "developer can never manage IAM in Sandbox, management",
    "developer may never write in production, except by borrowing",
    "admin may reach only everywhere",
    "always at least 1 person is admin",
  ].map((sentence) => sentence.replace("production", "sandbox"));
  for (const sentence of good) assert.equal(load(with_(sentence, more)).kind, "loaded", sentence);
  const [claim] = loadGood(with_("developer may look in logs in sandbox", more)).promises.map(
    (promise) => promise.claim,
  );
  assert.ok(claim?.kind === "may" && claim.task.name === "look in logs" && claim.place.kind === "accounts");
});

test("what is not of the grammar, and names that are unknown, are told with their places", () => {
  assert.deepEqual(codesOf(with_("please be careful")), ["CST0301"]);
  assert.deepEqual(codesOf(with_("only admn may mange IAM in sandbx")), ["CST0102", "CST0105", "CST0101"]);
  assert.deepEqual(codesOf(with_("developer may never write in sandbox, except by borrowing")), ["CST0302"]);
});
