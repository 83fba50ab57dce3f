import assert from "node:assert/strict";
import { test } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { parsePolicy } from "@castellan/policy";
import { loadGood, fileWith } from "../testing/load-text.ts";
import { policyText } from "../roles/set-policy.ts";
import { expandTask, meansAnAction } from "./expand-task.ts";
import { builtInTasks, taskCatalogue } from "./task-catalogue.ts";
import { allowStatements, denyStatements } from "./task-statements.ts";

const catalog = installedCatalog();
const tasks = taskCatalogue();
const actionsOf = (name: string): readonly string[] => expandTask(tasks.get(name) ?? assert.fail(name), catalog);

/** The actions of services that change something, by AWS's classes. */
const changing = (...services: readonly string[]): readonly string[] =>
  catalog
    .actionSummaries()
    .filter(
      ({ service, accessLevel }) => services.includes(service) && accessLevel !== "Read" && accessLevel !== "List",
    )
    .map(({ service, name }) => `${service}:${name}`)
    .toSorted();

test("every pattern of every built-in task means an action that AWS has", () => {
  for (const task of builtInTasks) {
    const patterns = task.kind === "patterns" ? task.pieces.flatMap((piece) => piece.actions) : task.except;
    for (const pattern of patterns) assert.ok(meansAnAction(pattern, catalog), `${task.name}: ${pattern}`);
    for (const action of task.core ?? [])
      assert.ok(expandTask(task, catalog).includes(action), `${task.name}: ${action}`);
    assert.ok(task.source !== "" && task.doc.endsWith("."), task.name);
  }
});

test("`manage IAM` is everything in IAM that changes something, but for service-linked roles and passing roles", () => {
  const apart = new Set(["iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole", "iam:PassRole"]);
  assert.deepEqual(
    actionsOf("manage IAM"),
    changing("iam").filter((action) => !apart.has(action)),
  );
});

test("`manage sign-in` and `manage organization` are everything in their services that changes something", () => {
  assert.deepEqual(
    actionsOf("manage sign-in"),
    changing("sso", "sso-directory", "identitystore", "identity-sync", "account-access"),
  );
  assert.deepEqual(actionsOf("manage organization"), changing("organizations", "account"));
});

test("`see billing` covers what AWS's own billing policies allow", () => {
  const seen = new Set(actionsOf("see billing"));
  const apart = new Set(["account", "support", "pricing"]);
  for (const name of ["Billing", "AWSBillingReadOnlyAccess"]) {
    const { Statement } = JSON.parse(catalog.managedPolicy(name)?.document ?? "{}") as {
      Statement: { Action: string[] }[];
    };
    const patterns = Statement.flatMap(({ Action }) => Action).filter(
      (pattern) => !apart.has(pattern.split(":")[0] ?? ""),
    );
    const allowed = patterns.flatMap((pattern) =>
      expandTask(
        { ...tasks.get("see billing")!, kind: "patterns", pieces: [{ actions: [pattern], resources: ["*"] }] },
        catalog,
      ),
    );
    assert.deepEqual(
      allowed.filter((action) => !seen.has(action)),
      [],
      name,
    );
  }
});

test("`write` counts no action that only reads by its name", () => {
  assert.ok(actionsOf("write").length > 5000);
  assert.deepEqual(
    actionsOf("write").filter((action) => /:(Get|List|Describe)/.test(action)),
    [],
  );
});

test("every task makes policies that AWS accepts, granted as well as denied", () => {
  for (const task of builtInTasks) {
    if (task.kind !== "patterns") continue;
    for (const statements of [allowStatements(task), denyStatements(task), denyStatements(task, "castellan/edge")]) {
      const parsed = parsePolicy(policyText(statements), { kind: "identity" });
      assert.equal(parsed.kind, "policy", `${task.name}: ${JSON.stringify(parsed)}`);
    }
  }
});

test("denying all that touches people, money and trail fits into one permission set", () => {
  const names = [
    "manage IAM",
    "manage sign-in",
    "manage organization",
    "see billing",
    "read secrets",
    "read data",
    "touch audit trail",
    "make unbounded roles",
  ];
  const text = policyText(
    names.flatMap((name) => {
      const task = tasks.get(name);
      return task?.kind === "patterns" ? denyStatements(task) : [];
    }),
  );
  assert.ok(text.length < 10_240, String(text.length));
});

test("a file's task has its own actions, resources and conditions, and may include others", () => {
  const text = fileWith(
    'tasks:\n  read logs: {allow: [read logs, "s3:GetObject"], on: "arn:aws:s3:::logs/*", when: {tag Environment: [testing, staging], mfa: required, from: 192.0.2.0/24}}\n' +
      "permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: read logs}",
  );
  const set = loadGood(text).desired.estate.permissionSets.find(({ name }) => name === "DeveloperAccess");
  const { Statement } = JSON.parse(set?.inlinePolicy ?? "{}") as { Statement: Record<string, unknown>[] };
  assert.equal(Statement.length, 2);
  assert.deepEqual(Statement[1], {
    Sid: "UseReadLogs2",
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::logs/*",
    Condition: {
      StringEquals: { "aws:ResourceTag/Environment": ["testing", "staging"] },
      Bool: { "aws:MultiFactorAuthPresent": ["true"] },
      IpAddress: { "aws:SourceIp": ["192.0.2.0/24"] },
    },
  });
});
