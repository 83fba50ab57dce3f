import assert from "node:assert/strict";
import { test } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { createProver } from "@castellan/policy";
import { codesOf, fileWith, load, loadGood, provedOver, viewOf } from "../testing/load-text.ts";
import { type PromiseResult, resultInWords } from "./promise-result.ts";
import { provePromises } from "./prove-promises.ts";

/** A small organization whose developers hold PowerUserAccess in the sandbox. */
const with_ = (promise: string, more = ""): string => fileWith(`${more}promises:\n  - ${promise}\n`);

function check(promise: string, more = ""): PromiseResult {
  const text = with_(promise, more);
  const [result] = provedOver(text, loadGood(text).promises);
  return result ?? assert.fail(promise);
}

const custom = (...statements: readonly string[]): string =>
  `permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: {policy: [${statements.join(", ")}]}}\n`;

test("a promise that nobody else may is broken by the first who may, with the request that shows it", () => {
  const result = check("only admin may see billing");
  assert.equal(result.verdict, "broken");
  const { who, via, account, because, source, setSource, action } = result.counterexample ?? assert.fail();
  assert.deepEqual([who, via, account], ["hana@example.com", "AWS-Developers > DeveloperAccess > sandbox", "sandbox"]);
  assert.equal(because, "PowerUserAccess, statement 1 allows it");
  assert.match(action ?? "", /^[a-z-]+:[A-Z]/);
  assert.deepEqual([source?.file, source?.line, setSource?.line], ["castellan.yaml", 15, 9]);
});

test("a promise is proved over all requests where what is given does not reach, and says what it takes for known", () => {
  const result = check("only admin may manage IAM anywhere");
  assert.equal(resultInWords(result), "proved over all requests");
  assert.ok((result.assumed ?? []).length > 0);
  assert.equal(resultInWords(check("developer may never write in management")), "proved: nobody has a way there");
  assert.equal(check("developer may never manage organization").verdict, "proved");
});

interface Blind {
  readonly name: string;
  readonly promise: string;
  readonly more: string;
  readonly verdict: PromiseResult["verdict"];
  readonly context?: object;
  readonly resource?: RegExp;
}

const getSecret = "Action: secretsmanager:GetSecretValue";

/** Where a look at `*` and at the resources that statements name sees nothing. */
const blindSpots: readonly Blind[] = [
  {
    name: "a grant on one resource",
    promise: "developer may never read secrets",
    more: custom(`{Effect: Allow, ${getSecret}, Resource: "arn:aws:secretsmanager:*:*:secret:app-*"}`),
    verdict: "broken",
    resource: /:222222222222:secret:app-/,
  },
  {
    name: "a grant under a tag",
    promise: "developer may never read secrets",
    more: custom(
      '{Effect: Allow, Action: "*", Resource: "*", Condition: {StringEquals: {"aws:ResourceTag/Environment": [sandbox]}}}',
    ),
    verdict: "broken",
    context: { "aws:ResourceTag/Environment": "sandbox" },
  },
  {
    name: "a Deny that a condition limits",
    promise: "developer may never read secrets",
    more: custom(
      `{Effect: Allow, ${getSecret}, Resource: "*"}`,
      `{Effect: Deny, ${getSecret}, Resource: "*", Condition: {Bool: {"aws:MultiFactorAuthPresent": "false"}}}`,
    ),
    verdict: "broken",
  },
  {
    name: "a Deny that leaves out one resource",
    promise: "developer may never read secrets",
    more: custom(
      '{Effect: Allow, Action: "*", Resource: "*"}',
      '{Effect: Deny, Action: ["secretsmanager:*", "ssm:*"], NotResource: "arn:aws:ssm:*:*:parameter/public/*"}',
    ),
    verdict: "broken",
    resource: /:parameter\/public\//,
  },
  {
    name: "NotAction that forgets an action",
    promise: "developer may never read secrets",
    more: custom('{Effect: Allow, NotAction: ["ssm:*", "secretsmanager:Get*"], Resource: "*"}'),
    verdict: "broken",
  },
  {
    name: "NotAction that forgets none",
    promise: "developer may never read secrets",
    more: custom('{Effect: Allow, NotAction: ["ssm:*", "secretsmanager:*"], Resource: "*"}'),
    verdict: "proved",
  },
  {
    name: "an Allow and a Deny under conditions that exclude each other",
    promise: "developer may never read secrets",
    more: custom(
      `{Effect: Allow, ${getSecret}, Resource: "*", Condition: {StringLike: {"aws:PrincipalTag/team": "a*"}}}`,
      `{Effect: Deny, ${getSecret}, Resource: "*", Condition: {StringNotLike: {"aws:PrincipalTag/team": "ab*"}}}`,
    ),
    verdict: "broken",
    context: { "aws:PrincipalTag/team": "abx" },
  },
  {
    name: "a tag of the principal that no value satisfies",
    promise: "developer may never read secrets",
    more: custom(
      `{Effect: Allow, ${getSecret}, Resource: "*", Condition: {StringEquals: {"aws:PrincipalTag/team": a}}}`,
      `{Effect: Deny, ${getSecret}, Resource: "*", Condition: {StringLike: {"aws:PrincipalTag/team": "*"}}}`,
    ),
    verdict: "proved",
  },
  {
    name: "a grant in another Region than the home",
    promise: "developer may never read secrets",
    more: custom(
      `{Effect: Allow, ${getSecret}, Resource: "*", Condition: {StringEquals: {"aws:RequestedRegion": eu-west-1}}}`,
    ),
    verdict: "broken",
    context: { "aws:RequestedRegion": "eu-west-1" },
  },
  {
    name: "a grant outside of the Regions that a guardrail leaves",
    promise: "developer may never read secrets in sandbox",
    more: `${custom(
      `{Effect: Allow, ${getSecret}, Resource: "*", Condition: {StringEquals: {"aws:RequestedRegion": eu-west-1}}}`,
    )}guardrails:\n  everywhere: [only-regions ap-northeast-2]\n`,
    verdict: "proved",
  },
  {
    name: "a boundary that lets the task through",
    promise: "developer may never read secrets",
    more: `boundaries:\n  lid: {use: [read secrets]}\npermission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: PowerUserAccess, boundary: lid}\n`,
    verdict: "broken",
  },
  {
    name: "a boundary that holds the task back",
    promise: "developer may never read secrets",
    more: `boundaries:\n  lid: {never: [read secrets]}\npermission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: PowerUserAccess, boundary: lid}\n`,
    verdict: "proved",
  },
];

for (const { name, promise, more, verdict, context, resource } of blindSpots)
  test(`${name}: ${verdict}`, () => {
    const result = check(promise, more);
    assert.equal(result.verdict, verdict, JSON.stringify(result));
    if (context !== undefined) assert.deepEqual(result.counterexample?.context, context);
    if (resource !== undefined) assert.match(result.counterexample?.resource ?? "", resource);
  });

test("a promise about a task that an action of AWS may join says so, and is proved for today", () => {
  const result = check("developer may never see billing", custom('{Effect: Allow, NotAction: "*:*", Resource: "*"}'));
  assert.deepEqual([result.verdict, result.future], ["proved", undefined]);
  const listed = custom('{Effect: Allow, Action: "s3:Get*", Resource: "*"}');
  const tasks = 'tasks:\n  peek: {allow: ["s3:GetZ*", "s3:GetBucketTagging"]}\n';
  const later = check("developer may never peek", tasks + listed.replace("s3:Get*", "s3:GetZ*"));
  assert.equal(later.verdict, "proved");
  assert.match(later.future ?? "", /^holds for today's actions; one such as `s3:GetZ\w*` would break it$/i);
});

test("an account that has no id yet may get the one that a policy names", () => {
  const accounts = 'accounts:\n  management: {id: "111111111111"}\n  sandbox: {email: sandbox@example.com}\n';
  const policy = custom(`{Effect: Allow, ${getSecret}, Resource: "arn:aws:secretsmanager:*:333333333333:secret:*"}`);
  const result = check("developer may never read secrets", accounts + policy);
  assert.equal(result.verdict, "broken");
  assert.match(result.counterexample?.resource ?? "", /:333333333333:/);
  const peek = "tasks:\n  peek: {allow: [secretsmanager:GetSecretValue]}\n";
  assert.equal(check("developer may peek in sandbox", peek + accounts + policy).verdict, "broken");
  const elsewhere = policy.replace("333333333333", "111111111111");
  assert.equal(check("developer may never read secrets", accounts + elsewhere).verdict, "proved");
});

test("a promise is undecided where policies tell accounts apart by a part of an id that is not known yet", () => {
  const policy = custom(`{Effect: Allow, ${getSecret}, Resource: "arn:aws:secretsmanager:*:3*:secret:*"}`);
  const result = check("developer may never read secrets", policy);
  assert.equal(result.verdict, "proved");
  const accounts = 'accounts:\n  management: {id: "111111111111"}\n  sandbox: {email: sandbox@example.com}\n';
  const open = check("developer may never read secrets", accounts + policy);
  assert.match(resultInWords(open), /^not decided: policies speak of accounts by a part of their ids, and `sandbox`/);
});

const iamUsers =
  'organization: {name: example-corp, management: "111111111111", region: ap-northeast-2, method: iam-users}\n' +
  "access:\n  management: {admin: AdminAccess, developer: DeveloperAccess}\n";

test("a proof about IAM users holds for each of them, whoever is in the group", () => {
  const own = (name: string): string =>
    iamUsers +
    custom(`{Effect: Allow, ${getSecret}, Resource: "*", Condition: {StringEquals: {"aws:username": "${name}"}}}`);
  const result = check("developer may never read secrets", own("hana@example.com"));
  assert.equal(result.counterexample?.who, "hana@example.com");
  const other = check("developer may never read secrets", own("nobody@example.com"));
  assert.equal(other.verdict, "proved");
  assert.ok(other.assumed?.some((one) => one.includes("members")));
});

test("a condition on the ARN of the principal is met whatever suffix AWS gives the role", () => {
  const under = (arn: string): string =>
    custom(`{Effect: Allow, ${getSecret}, Resource: "*", Condition: {ArnLike: {"aws:PrincipalArn": "${arn}"}}}`);
  const role = "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_DeveloperAccess_";
  assert.equal(check("developer may never read secrets", under(`${role}0123456789abcdef`)).verdict, "broken");
  assert.equal(
    check("developer may never read secrets", under(`${role.replace("Developer", "Other")}*`)).verdict,
    "proved",
  );
});

test("a guardrail keeps a promise that the permission sets break, but not in the management account", () => {
  const guardrails = "guardrails:\n  everywhere: [no-trail-tampering]\n";
  assert.equal(check("developer may never touch audit trail in sandbox").verdict, "broken");
  const policy = custom('{Effect: Allow, Action: "cloudtrail:StopLogging", Resource: "*"}');
  assert.equal(check("developer may never touch audit trail", policy + guardrails).verdict, "proved");
  const home = "access:\n  everywhere: {admin: AdminAccess, developer: DeveloperAccess}\n";
  const broken = check("developer may never touch audit trail", policy + guardrails + home);
  assert.equal(broken.counterexample?.account, "management");
});

test("that a group may do a task needs every action that stands for it, in every account named", () => {
  assert.equal(check("developer may write in sandbox").verdict, "proved");
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
  assert.equal(check("developer can restart in sandbox", more).verdict, "proved");
  assert.equal(check("developer may never restart", more).verdict, "broken");
});

test("reaching is about assignments, people about people", () => {
  assert.equal(check("developer may reach only sandbox").verdict, "proved");
  const result = check("admin may reach only sandbox");
  assert.equal(result.counterexample?.because, "AWS-Admins > AdminAccess > management is assigned");
  assert.equal(resultInWords(check("developer may reach only sandbox")), "proved by 1 assignment");
  assert.equal(check("always at least 2 people are admin").verdict, "proved");
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
  const [result] = provePromises(blind, loadGood(text).promises, createProver({ catalog: installedCatalog() }));
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
