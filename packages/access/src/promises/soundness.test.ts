import assert from "node:assert/strict";
import { test } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { decide, matchesGlob } from "@castellan/policy";
import fc from "fast-check";
import { findAllowed, probeGrant } from "../questions/grant-probe.ts";
import { grantsOf } from "../questions/grant.ts";
import { expandTask } from "../tasks/expand-task.ts";
import { builtInTasks } from "../tasks/task-catalogue.ts";
import { fileWith, loadGood, provedOver, viewOf } from "../testing/load-text.ts";

const catalog = installedCatalog();
const tasks = ["read secrets", "read logs", "touch audit trail"];

const conditions: readonly object[] = [
  {},
  { StringEquals: { "aws:ResourceTag/Environment": ["sandbox"] } },
  { StringNotEquals: { "aws:ResourceTag/Environment": ["sandbox", "test"] } },
  { StringLike: { "aws:PrincipalTag/team": ["a*"] } },
  { StringNotLikeIfExists: { "aws:PrincipalTag/team": ["ab*"] } },
  { StringEquals: { "aws:RequestedRegion": ["ap-northeast-2"] } },
  { StringNotEquals: { "aws:RequestedRegion": ["ap-northeast-2", "us-east-1"] } },
  { Bool: { "aws:MultiFactorAuthPresent": ["false"] } },
  { Null: { "aws:ResourceTag/Environment": ["true"] } },
  { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/aws-reserved/*Developer*"] } },
];
const actions = ["*", "ssm:*", "ssm:Get*", "secretsmanager:GetSecretValue", "logs:*", "cloudtrail:Stop*", "s3:*"];
const resources = [
  "*",
  "arn:aws:ssm:*:*:parameter/public/*",
  "arn:aws:secretsmanager:*:222222222222:secret:app-*",
  "arn:aws:logs:*:*:log-group:/aws/*",
];

const statement = fc.record({
  Effect: fc.constantFrom("Allow", "Allow", "Deny"),
  acting: fc.record({
    negated: fc.integer({ max: 4, min: 0 }),
    actions: fc.subarray(actions, { minLength: 1, maxLength: 2 }),
  }),
  Resource: fc.subarray(resources, { minLength: 1, maxLength: 2 }),
  Condition: fc.constantFrom(...conditions),
});

const policy = fc.array(statement, { minLength: 1, maxLength: 4 }).map((statements) =>
  JSON.stringify(
    statements.map(({ acting, ...rest }) => ({
      ...rest,
      [acting.negated === 0 ? "NotAction" : "Action"]: acting.actions,
    })),
  ),
);

/** A small organization whose developers hold a made-up policy, some under a boundary and guardrails. */
const organization = fc
  .record({ policy, bounded: fc.boolean(), guarded: fc.boolean(), home: fc.boolean() })
  .map(({ policy: own, bounded, guarded, home }) =>
    fileWith(
      [
        ...(bounded ? ["boundaries:\n  lid: {never: [read logs]}"] : []),
        `permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: {policy: ${own}}${bounded ? ", boundary: lid" : ""}}`,
        `access:\n  ${home ? "everywhere" : "sandbox"}: {developer: DeveloperAccess}`,
        ...(guarded ? ["guardrails:\n  everywhere: [only-regions ap-northeast-2, no-trail-tampering]"] : []),
        `promises:\n${tasks.map((task) => `  - developer may never ${task}`).join("\n")}`,
      ].join("\n"),
    ),
  );

/** Samples do not know which resources an action has. */
function isPossible(request: { readonly action: string; readonly resource: string } | undefined): boolean {
  if (request === undefined) return false;
  const { action, resource } = request;
  const uses = catalog.action(action)?.resourceTypes ?? [];
  if (resource === "*") return !uses.some(({ required }) => required);
  const types = catalog.service(action.split(":")[0] ?? "")?.resourceTypes ?? [];
  const arns = types.filter(({ name }) => uses.some((use) => use.name === name)).map(({ arn }) => arn);
  return arns.some((arn) => matchesGlob(arn.replaceAll(/\$\{[^}]*\}/g, "*"), resource));
}

test("what is proved no sample contradicts, and what is broken its request shows", () => {
  fc.assert(
    fc.property(organization, (text) => {
      const view = viewOf(text);
      const grants = grantsOf(view.estate).filter(({ principal }) => principal.name === "AWS-Developers");
      for (const { promise, verdict, counterexample: found, reasons } of provedOver(text, loadGood(text).promises)) {
        const { claim } = promise;
        const task = "task" in claim ? claim.task : assert.fail();
        const sampled = grants.some((grant) => {
          const probe = probeGrant(view, grant);
          return expandTask(task, view.catalog).some((action) => isPossible(findAllowed(probe, action).found?.request));
        });
        assert.ok(!(sampled && verdict === "proved"), promise.text);
        assert.notEqual(verdict, "undecided", reasons?.join("; "));
        if (verdict !== "broken") continue;
        const grant = grants.find(({ account }) => account === found?.account) ?? assert.fail();
        const { principal, facts } = view.bearerOf(grant, found?.who ?? "");
        const { action = "", resource = "", context } = found ?? assert.fail();
        const request = { action, resource, ...(context === undefined ? {} : { context }) };
        const { outcome } = decide({ principal, facts, request, policies: view.policiesOf(grant).policies });
        assert.equal(outcome, "Allowed", promise.text);
      }
    }),
    { numRuns: 80, seed: 4 },
  );
});

test("what the tasks of this test are, the catalogue has", () => {
  for (const name of tasks)
    assert.ok(
      builtInTasks.some((task) => task.name === name),
      name,
    );
});
