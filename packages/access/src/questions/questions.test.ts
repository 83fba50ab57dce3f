import assert from "node:assert/strict";
import { test } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { multiAccount } from "../blueprints/multi-account.ts";
import { team } from "../blueprints/team.ts";
import { fileWith, viewOf } from "../testing/load-text.ts";
import { accessMatrix, printMatrix } from "./access-matrix.ts";
import { controlPolicyLevels } from "./control-policy-levels.ts";
import { decideAdministrators } from "./decide-administrators.ts";
import { openEstate } from "./estate-view.ts";
import { explainAccess, printAccessAnswer } from "./explain-access.ts";
import { grantInWords, routesOfPerson } from "./grant.ts";
import { reservedRoleArn, reservedSessionArn } from "./principal-arn.ts";

const view = viewOf(multiAccount.text);

test("a person's ways are those of all groups they are in", () => {
  const ways = routesOfPerson(view.estate, "minji@example.com").map(({ grant }) => grantInWords(grant));
  assert.deepEqual(ways, [
    "AWS-Developers > DeveloperAccess > development",
    "AWS-SandboxDevelopers > SandboxDeveloperAccess > sandbox",
    "AWS-Developers > LimitedAccess > staging",
    "AWS-Developers > LimitedAccess > testing",
  ]);
  assert.deepEqual(routesOfPerson(view.estate, "nobody@example.com"), []);
});

test("explaining tells every way with its layers and its places in the file", () => {
  const answer = explainAccess(view, "minji@example.com", "ce:GetCostAndUsage");
  assert.equal(answer.allowed, false);
  assert.deepEqual(
    answer.routes.map(({ grant, outcome }) => [grant.account, outcome]),
    [
      ["development", "ExplicitDeny"],
      ["sandbox", "ExplicitDeny"],
      ["staging", "ExplicitDeny"],
      ["testing", "ExplicitDeny"],
    ],
  );
  const [first] = answer.routes;
  assert.deepEqual(
    first?.sources.map(({ line }) => multiAccount.text.split("\n")[line - 1]?.trim().split(":")[0]),
    ["development", "DeveloperAccess"],
  );
  const states = first?.explanation.layers.map(({ layer, state }) => [layer, state]);
  assert.deepEqual(
    states?.filter(([, state]) => state !== "absent"),
    [
      ["scp", "allow"],
      ["identity", "deny"],
    ],
  );
  assert.match(
    printAccessAnswer(answer),
    /^NO {3}minji@example.com may not call ce:GetCostAndUsage on \*\n\nRoute 1 {2}AWS-Developers > DeveloperAccess > development/,
  );
});

test("a group may be asked about, and somebody unknown is said to be unknown", () => {
  assert.equal(explainAccess(view, "AWS-Admins", "iam:CreateRole").allowed, true);
  const nobody = explainAccess(view, "nobody@example.com", "iam:CreateRole");
  assert.equal(nobody.known, false);
  assert.match(printAccessAnswer(nobody), /neither a person nor a group `nobody@example.com`/);
});

test("service control policies bind members by unit, and not the management account", () => {
  const outcomes = explainAccess(
    view,
    "yu@example.com",
    "cloudtrail:StopLogging",
    "arn:aws:cloudtrail:ap-northeast-2:111111111111:trail/main",
  ).routes;
  const admin = outcomes.filter(({ grant }) => grant.kind === "permissionSet" && grant.permissionSet === "AdminAccess");
  assert.deepEqual(
    new Set(admin.filter(({ grant }) => grant.account !== "management").map(({ outcome }) => outcome)),
    new Set(["ExplicitDeny"]),
  );
  assert.equal(admin.find(({ grant }) => grant.account === "management")?.outcome, "Allowed");
});

test("levels run from the root through each unit to the account, with FullAWSAccess on each unless the estate lists it", () => {
  const names = (estate: typeof view.estate) =>
    controlPolicyLevels(estate, "production").map((level) => level.map(({ name }) => name));
  assert.deepEqual(names(view.estate), [
    ["FullAWSAccess", "no-iam-users", "no-leaving-organization", "no-trail-tampering", "protect-castellan-roles"],
    ["FullAWSAccess", "no-disabling-detection", "protect-public-access-blocks"],
    ["FullAWSAccess"],
    ["FullAWSAccess"],
  ]);
  const listed = {
    name: "FullAWSAccess",
    description: "",
    document: "{}",
    targets: [{ kind: "root" as const }],
    tags: {},
  };
  const read = { ...view.estate, serviceControlPolicies: [listed] };
  assert.deepEqual(names(read), [["FullAWSAccess"], [], [], []]);
  assert.deepEqual(
    controlPolicyLevels(
      { ...view.estate, organization: { ...view.estate.organization, serviceControlPoliciesEnabled: false } },
      "production",
    ),
    [],
  );
});

test("an estate read from AWS without a boundary's policy says that it cannot be judged", () => {
  const estate = {
    ...view.estate,
    permissionSets: view.estate.permissionSets.map((set) => ({
      ...set,
      boundary: { kind: "customer" as const, policy: { name: "edge", path: "/" } },
    })),
  };
  const answer = explainAccess(openEstate(estate, installedCatalog()), "john@example.com", "ec2:RebootInstances");
  assert.match(answer.routes[0]?.problems[0] ?? "", /has no customer managed policy `edge`/);
});

test("administrators are found by what they may do; the management account may be named by name or id", () => {
  assert.deepEqual(decideAdministrators(view), ["hana@example.com", "yu@example.com"]);
  const byId = { ...view.estate, organization: { ...view.estate.organization, managementAccount: "111111111111" } };
  assert.deepEqual(decideAdministrators(openEstate(byId, installedCatalog())), ["hana@example.com", "yu@example.com"]);
});

test("with IAM users the same questions have the same kind of answers", () => {
  const iam = viewOf(
    fileWith(
      'organization: {name: example-corp, management: "111111111111", region: ap-northeast-2, method: iam-users}\naccess:\n  management: {admin: AdminAccess, developer: DeveloperAccess}',
    ),
  );
  assert.deepEqual(decideAdministrators(iam), ["hana@example.com", "yu@example.com"]);
  const answer = explainAccess(iam, "hana@example.com", "s3:GetObject", "arn:aws:s3:::x/y");
  assert.deepEqual(
    answer.routes.map(({ explanation }) => explanation.principal),
    ["arn:aws:iam::111111111111:user/hana@example.com", "arn:aws:iam::111111111111:user/hana@example.com"],
  );
  assert.ok(answer.allowed);
});

test("the boundary of an IAM user limits what its groups give", () => {
  const { estate } = viewOf(
    fileWith(
      'organization: {name: example-corp, management: "111111111111", region: ap-northeast-2, method: iam-users}\naccess:\n  management: {admin: AdminAccess, developer: DeveloperAccess}',
    ),
  );
  const boundary = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
  const iam = estate.iam.map((one) => ({ ...one, users: one.users.map((user) => ({ ...user, boundary })) }));
  const bounded = openEstate({ ...estate, iam }, installedCatalog());
  assert.ok(explainAccess(bounded, "hana@example.com", "s3:GetObject", "arn:aws:s3:::x/y").allowed);
  assert.ok(!explainAccess(bounded, "hana@example.com", "iam:CreateUser").allowed);
});

test("the matrix has a row for each account and a column for each group that gets anything", () => {
  const matrix = accessMatrix(viewOf(fileWith("")).estate);
  assert.equal(
    printMatrix(matrix),
    [
      "            AWS-Admins   AWS-Developers",
      "management  AdminAccess  -",
      "sandbox     AdminAccess  DeveloperAccess",
      "",
    ].join("\n"),
  );
});

test("a matrix too wide for the terminal is printed as a list", () => {
  const lines = printMatrix(accessMatrix(viewOf(team.text).estate), 100).split("\n");
  assert.ok(lines.every((line) => line.length <= 100));
  assert.ok(lines.includes("production   AWS-Admins             AdminAccess"));
});

test("reserved roles are named as Identity Center names them", () => {
  assert.match(
    reservedRoleArn("111111111111", "AdminAccess", "ap-northeast-2"),
    /^arn:aws:iam::111111111111:role\/aws-reserved\/sso.amazonaws.com\/ap-northeast-2\/AWSReservedSSO_AdminAccess_[0-9a-f]{16}$/,
  );
  assert.match(
    reservedRoleArn("111111111111", "AdminAccess", "us-east-1"),
    /role\/aws-reserved\/sso.amazonaws.com\/AWSReservedSSO_/,
  );
  assert.match(
    reservedSessionArn("111111111111", "AdminAccess", "yu@example.com"),
    /:assumed-role\/AWSReservedSSO_AdminAccess_[0-9a-f]{16}\/yu@example.com$/,
  );
});
