import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { constraintServiceIds, openCatalog } from "./catalog.ts";
import { installedCatalog } from "./node.ts";

const data = new URL("../data/", import.meta.url);
const catalog = installedCatalog();

test("there are more than 400 services and 20,000 actions", () => {
  assert.ok(catalog.services().length > 400);
  assert.ok(catalog.actionSummaries().length > 20_000);
});

test("the list of all actions agrees with the services one by one", () => {
  const opened = catalog.services().flatMap((prefix) => catalog.actionsOf(prefix));
  const summaries = opened.map(({ service, name, accessLevel }) => ({ service, name, accessLevel }));
  assert.deepEqual(catalog.actionSummaries(), summaries);
});

test("an action is found in any letter case, with its class, resources and condition keys", () => {
  const action = catalog.action("IAM:passrole");
  assert.equal(action?.name, "PassRole");
  assert.equal(action?.service, "iam");
  assert.equal(action?.accessLevel, "Write");
  assert.deepEqual(action?.resourceTypes, [{ name: "role", required: true, conditionKeys: [], dependentActions: [] }]);
  assert.ok(action?.conditionKeys.includes("iam:PassedToService"));
});

test("the access levels that AWS writes with two words become one", () => {
  assert.equal(catalog.action("iam:TagRole")?.accessLevel, "Tagging");
  assert.equal(catalog.action("iam:AttachRolePolicy")?.accessLevel, "Permissions management");
  assert.equal(catalog.action("iam:GetRole")?.accessLevel, "Read");
  assert.equal(catalog.action("iam:ListRoles")?.accessLevel, "List");
});

test("what is not there is not found", () => {
  assert.equal(catalog.service("nosuchservice"), undefined);
  assert.equal(catalog.service("constructor"), undefined);
  assert.deepEqual(catalog.actionsOf("nosuchservice"), []);
  for (const name of ["iam", "iam:", "iam:NoSuchAction", "nosuch:Action", ""])
    assert.equal(catalog.action(name), undefined, name);
});

test("every resource and condition key of an action is defined by its service", () => {
  for (const prefix of catalog.services()) {
    const service = catalog.service(prefix);
    const types = new Set(service?.resourceTypes.map((type) => type.name));
    const keys = new Set(service?.conditionKeys.map((key) => key.key));
    for (const action of service?.actions ?? []) {
      for (const use of action.resourceTypes) assert.ok(types.has(use.name), `${prefix}:${action.name} ${use.name}`);
      for (const key of action.conditionKeys) assert.ok(keys.has(key), `${prefix}:${action.name} ${key}`);
    }
  }
});

test("a resource type has its ARN pattern", () => {
  const role = catalog.service("iam")?.resourceTypes.find((type) => type.name === "role");
  assert.equal(role?.arn, "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}");
});

const conditionKeys: Readonly<Record<string, readonly [key: string, type: string] | undefined>> = {
  "aws:principalarn": ["aws:PrincipalArn", "ARN"],
  "aws:PrincipalTag/cost:centre": ["aws:PrincipalTag/${TagKey}", "String"],
  "aws:PrincipalTag": undefined,
  "aws:TagKeys": ["aws:TagKeys", "ArrayOfString"],
  "IAM:PassedToService": ["iam:PassedToService", "String"],
  "iam:NoSuchKey": undefined,
  "s3:ExistingObjectTag/team": ["s3:ExistingObjectTag/${TagKey}", "String"],
  "token.actions.githubusercontent.com:repository": ["token.actions.githubusercontent.com:repository", "String"],
  "token.actions.githubusercontent.com/octo:repository": [
    "token.actions.githubusercontent.com/${SubPath}:repository",
    "String",
  ],
  "constructor:sub": undefined,
  sub: undefined,
};

for (const [name, expected] of Object.entries(conditionKeys)) {
  test(`the condition key ${name} is ${expected === undefined ? "unknown" : `found as ${expected[0]}`}`, () => {
    const found = catalog.conditionKey(name);
    assert.deepEqual(found && [found.key, found.type], expected);
  });
}

test("opening one service reads the index and that service only", () => {
  const reads: string[] = [];
  const counting = openCatalog((file, offset, length) => {
    reads.push(file);
    return readFileSync(new URL(file, data)).subarray(
      offset ?? 0,
      length === undefined ? undefined : (offset ?? 0) + length,
    );
  });
  counting.action("sts:AssumeRole");
  counting.service("STS");
  assert.deepEqual(reads, ["services.json", "services.blob"]);
});

test("the sources have versions and days", () => {
  assert.equal(catalog.sources().length, 3);
  for (const source of catalog.sources())
    assert.match(`${source.package} ${source.version} ${source.date}`, /^\S+ \d+\.\d+\.\S+ 20\d\d-\d\d-\d\d$/);
});

test("input limits are AWS's, shape by shape", () => {
  const iam = catalog.constraintsOf("iam");
  const input = iam?.shapes[iam.operations["CreateUser"] ?? ""];
  assert.ok(input?.type === "structure");
  assert.deepEqual(input.required, ["UserName"]);
  assert.deepEqual(iam?.shapes[input.members["UserName"] ?? ""], {
    type: "string",
    min: 1,
    max: 64,
    pattern: "[\\w+=,.@-]+",
  });
});

test("every reference between the shapes of a service leads to a shape that is there", () => {
  for (const id of constraintServiceIds) {
    const { shapes, operations } = catalog.constraintsOf(id) ?? assert.fail(id);
    const targets = Object.values(shapes).flatMap((shape) => {
      if (shape.type === "structure") return Object.values(shape.members);
      if (shape.type === "list") return [shape.member];
      return shape.type === "map" ? [shape.key, shape.value] : [];
    });
    for (const name of [...targets, ...Object.values(operations)])
      assert.ok(name === undefined || Object.hasOwn(shapes, name), `${id} ${name}`);
  }
});

test("a service without limits in the catalogue has none, whatever its name", () => {
  assert.equal(catalog.constraintsOf("s3"), undefined);
  assert.equal(catalog.constraintsOf("../meta"), undefined);
});
