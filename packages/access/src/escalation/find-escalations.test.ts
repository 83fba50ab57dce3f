import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { installedCatalog } from "@castellan/catalog/node";
import { createProver } from "@castellan/policy";
import type { AccountIam, Estate, PermissionSet, ServiceControlPolicy } from "../estate.ts";
import { decideGrant } from "../questions/decide-grant.ts";
import { type EstateView, openEstate } from "../questions/estate-view.ts";
import { grantInWords } from "../questions/grant.ts";
import { loadGood } from "../testing/load-text.ts";
import type { EscalationPath, EscalationReport } from "./escalation-report.ts";
import { type EscalationOptions, findEscalations, nobodyEscalates } from "./find-escalations.ts";
import { printEscalations } from "./print-escalations.ts";

const catalog = installedCatalog();
const prover = createProver({ catalog });
const management = "111111111111";
const member = "222222222222";

const find = (view: EstateView, options: Partial<EscalationOptions> = {}): EscalationReport =>
  findEscalations(view, { prover, catalog, ...options });

function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const allow = (
  action: string | readonly string[],
  resource: string | readonly string[] = "*",
  condition?: object,
): object => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...(condition === undefined ? {} : { Condition: condition }),
});

/** Denies builds that override something of their project. */
function buildDenied(...overrides: readonly string[]): readonly object[] {
  return overrides.map((name) => ({
    Effect: "Deny",
    Action: "codebuild:StartBuild",
    Resource: "*",
    Condition: { Null: { [`codebuild:${name}`]: "false" } },
  }));
}

function set(name: string, document: string, more: Partial<PermissionSet> = {}): PermissionSet {
  return {
    name,
    sessionDuration: "PT1H",
    managedPolicies: [],
    customerManagedPolicies: [],
    inlinePolicy: document,
    tags: {},
    ...more,
  };
}

interface Parts {
  readonly account?: "management" | "member";
  readonly sets?: readonly PermissionSet[];
  readonly iam?: readonly AccountIam[];
  readonly scps?: readonly ServiceControlPolicy[];
}

/** An estate in which the group `people` holds each set in one account. */
function estate({ account = "member", sets = [], iam = [], scps = [] }: Parts): EstateView {
  const estate: Estate = {
    organization: {
      name: "example",
      managementAccount: "management",
      region: "eu-central-1",
      serviceControlPoliciesEnabled: scps.length > 0,
    },
    accounts: [
      { name: "management", id: management, unit: "/", tags: {} },
      { name: "member", id: member, unit: "/", tags: {} },
    ],
    units: [],
    serviceControlPolicies: scps,
    users: [],
    groups: [{ displayName: "people", members: ["minji"] }],
    permissionSets: sets,
    assignments: sets.map(({ name }) => ({
      account,
      permissionSet: name,
      principal: { kind: "group", name: "people" },
    })),
    iam,
  };
  return openEstate(estate, catalog);
}

function pathsOf(report: EscalationReport): readonly EscalationPath[] {
  return report.findings.flatMap(({ paths }) => paths);
}

const ids = (report: EscalationReport): readonly string[] =>
  pathsOf(report)
    .map(({ set: { id } }) => id)
    .toSorted();
const withPolicy = (...statements: readonly object[]): EscalationReport =>
  find(estate({ sets: [set("Own", policy(...statements))] }));

describe("paths of a permission set", () => {
  const cases: readonly (readonly [string, readonly object[], readonly string[]])[] = [
    ["nothing in S3 leads on", [allow("s3:*")], []],
    ["a role's policy alone is not the caller's own: AWS protects that role", [allow("iam:PutRolePolicy")], []],
    [
      "nobody changes or assumes a reserved role",
      [allow(["iam:*", "sts:*"], "arn:aws:iam::*:role/aws-reserved/*")],
      [],
    ],
    [
      "widening another role and assuming it does",
      [allow(["iam:PutRolePolicy", "sts:AssumeRole"])],
      ["assume-role", "put-role-policy-then-assume"],
    ],
    [
      "attaching a harmless policy does not",
      [
        allow("iam:AttachRolePolicy", "*", {
          ArnEquals: { "iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess" },
        }),
        allow("iam:UpdateAssumeRolePolicy", "arn:aws:iam::*:role/app-*"),
        allow("iam:CreateRole"),
      ],
      ["trust"],
    ],
    ["making a role and filling it does", [allow(["iam:CreateRole", "iam:PutRolePolicy"])], ["new-role-written"]],
    [
      "making a role that a boundary holds does not",
      [
        allow(["iam:CreateRole", "iam:PutRolePolicy"], "*", {
          StringEquals: { "iam:PermissionsBoundary": `arn:aws:iam::${member}:policy/edge` },
        }),
      ],
      [],
    ],
    [
      "a session has no IAM user to change",
      [allow(["iam:PutUserPolicy", "iam:AddUserToGroup", "iam:PutGroupPolicy"])],
      [],
    ],
    ["another's access key does", [allow("iam:CreateAccessKey")], ["access-key"]],
    ["handing over a role is not enough", [allow("iam:PassRole")], []],
    [
      "handing it to a service that runs code is",
      [allow(["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"])],
      ["function-then-invoke"],
    ],
    [
      "handing it to another service only is not",
      [allow("iam:PassRole", "*", { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }), allow("lambda:*")],
      ["function-code", "function-configuration"],
    ],
    [
      "the same is for that service",
      [
        allow("iam:PassRole", "*", { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }),
        allow("ec2:RunInstances"),
      ],
      ["run-instances"],
    ],
    [
      "every resource of a call has to be allowed",
      [allow("iam:PassRole"), allow("ec2:RunInstances", "arn:aws:ec2:*:*:subnet/*")],
      [],
    ],
    [
      "starting a build is one where its commands may be replaced",
      [allow("codebuild:StartBuild", "*", { Null: { "codebuild:environment.image": "true" } })],
      ["start-build"],
    ],
    [
      "starting a build as its project says is none",
      [allow("codebuild:StartBuild"), ...buildDenied("source.buildspec", "source.location", "environment.image")],
      [],
    ],
    ["Identity Center is not governed from a member account", [allow(["sso:*", "identitystore:*"])], []],
  ];
  for (const [title, statements, expected] of cases)
    it(title, () => {
      const report = withPolicy(...statements);
      assert.deepEqual(ids(report), expected);
      assert.deepEqual(
        report.findings.flatMap(({ undecided }) => undecided),
        [],
      );
    });

  const keys = (created: readonly string[], deleted: readonly string[]): EscalationReport => {
    const users = (names: readonly string[]): readonly string[] => names.map((name) => `arn:aws:iam::*:user/${name}`);
    return withPolicy(allow("iam:CreateAccessKey", users(created)), allow("iam:DeleteAccessKey", users(deleted)));
  };
  const objects: readonly (readonly [string, EscalationReport, readonly string[]])[] = [
    ["no path is made of requests that are never allowed on one object", keys(["a"], ["b"]), ["access-key"]],
    ["a path is found where patterns meet", keys(["*-x", "q"], ["y-*", "r"]), ["access-key", "access-key-replaced"]],
  ];
  for (const [title, report, expected] of objects)
    it(title, () => {
      assert.deepEqual(ids(report), expected);
      assert.deepEqual(
        report.findings.flatMap(({ undecided }) => undecided),
        [],
      );
      for (const { steps } of pathsOf(report)) assert.equal(new Set(steps.map(({ resource }) => resource)).size, 1);
    });

  it("names the service that a role is handed to", () => {
    const [path] = pathsOf(withPolicy(allow(["iam:PassRole", "ec2:RunInstances"])));
    assert.deepEqual(path?.steps[0]?.context, { "iam:PassedToService": "ec2.amazonaws.com" });
    assert.match(path?.needs[0]?.words ?? "", /trusts ec2\.amazonaws\.com/);
    assert.deepEqual(path?.closing, { action: "iam:PassRole", task: "pass any role", used: false });
  });

  it("a policy of the account that the set uses can be rewritten where its role cannot", () => {
    const reference = { name: "team", path: "/" };
    const document = policy(allow("iam:CreatePolicyVersion"));
    const iam = [{ account: "member", policies: [{ ...reference, document, tags: {} }], groups: [], users: [] }];
    const sets = [{ ...set("Own", document), customerManagedPolicies: [reference] }];
    const [path, ...others] = pathsOf(find(estate({ sets, iam })));
    assert.deepEqual([path?.set.id, path?.certain, others], ["own-policy-version", true, []]);
    assert.equal(path?.steps[0]?.resource, `arn:aws:iam::${member}:policy/team`);
  });

  it("nobody is said to be held by policies that are missing", () => {
    const sets = [{ ...set("Own", policy(allow("s3:*"))), managedPolicies: ["arn:aws:iam::aws:policy/NoSuchPolicy"] }];
    const report = find(estate({ sets }));
    assert.equal(nobodyEscalates(report), false);
    assert.match(printEscalations(report), /^no path was found, and not everything could be decided\n[^]*NoSuchPolicy/);
    assert.equal(nobodyEscalates(find(estate({ sets: [set("Own", policy(allow("s3:*")))] }))), true);
  });

  it("a service control policy closes what it denies", () => {
    const deny = { Effect: "Deny", Action: "sts:AssumeRole", Resource: "*" };
    const scps: readonly ServiceControlPolicy[] = [
      { name: "no-roles", description: "", document: policy(deny), targets: [{ kind: "root" }], tags: {} },
    ];
    const sets = [set("Own", policy(allow(["sts:AssumeRole", "iam:CreateAccessKey"])))];
    assert.deepEqual(ids(find(estate({ sets, scps }))), ["access-key"]);
  });
});

describe("paths through Identity Center", () => {
  const governing = set("Own", policy(allow("sso:*"), allow("identitystore:*")));
  const administrators = set("Admin", policy(allow("*")));

  it("count in the management account, and are certain", () => {
    const report = find(estate({ account: "management", sets: [governing] }));
    const certain = pathsOf(report)
      .filter((path) => path.certain)
      .map((path) => path.set.id);
    assert.ok(certain.includes("set-inline-policy") && !certain.includes("join-directory-group"), certain.join(" "));
  });

  it("name the permission sets and groups of administrators that the estate has", () => {
    const report = find(estate({ account: "management", sets: [governing, administrators] }));
    const path = pathsOf(report).find(({ set: { id } }) => id === "assign-set");
    assert.deepEqual([path?.certain, path?.needs[0]?.candidates], [true, ["Admin"]]);
  });

  it("count in an account to which its administration was delegated", () => {
    const view = estate({ sets: [governing] });
    assert.deepEqual(ids(find(view)), []);
    assert.ok(ids(find(view, { delegatedAdministrators: ["member"] })).includes("set-inline-policy"));
  });

  it("lead from the management account into the accounts that Organizations made", () => {
    const sets = [set("Own", policy(allow("sts:AssumeRole", "arn:aws:iam::*:role/OrganizationAccountAccessRole")))];
    const paths = pathsOf(find(estate({ account: "management", sets })));
    const found = paths.find(({ set: { id } }) => id === "member-account-role");
    assert.equal(found?.steps[0]?.resource, `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`);
    assert.deepEqual(found?.needs[0]?.candidates, ["member"]);
  });
});

describe("paths of IAM users", () => {
  const inGroup = (document: string): EstateView =>
    estate({
      iam: [
        {
          account: "member",
          policies: [],
          groups: [{ name: "staff", path: "/", managedPolicies: [], inlinePolicies: { own: document } }],
          users: ["ann", "ben"].map((name) => ({ name, path: "/", groups: ["staff"], tags: {} })),
        },
      ],
    });

  it("do not count what users may do with their own credentials", () => {
    const own = inGroup(policy(allow(["iam:*AccessKey*", "iam:*LoginProfile"], "arn:aws:iam::*:user/${aws:username}")));
    assert.deepEqual(ids(find(own)), []);
  });

  it("count the same on others' credentials, and name who is there", () => {
    const [path] = pathsOf(find(inGroup(policy(allow("iam:CreateAccessKey", "arn:aws:iam::*:user/*")))));
    assert.equal(path?.set.id, "access-key");
    assert.deepEqual(path?.needs[0]?.candidates, ["ann", "ben"]);
  });

  it("are made of what all groups of a user allow together, within the user's boundary", () => {
    const group = (name: string, action: string) => ({
      name,
      path: "/",
      managedPolicies: [],
      inlinePolicies: { own: policy(allow(action)) },
    });
    const limit = { name: "limit", path: "/", document: policy(allow("s3:*")), tags: {} };
    const users = [
      { name: "ann", path: "/", groups: ["passing", "running"], tags: {} },
      { name: "ben", path: "/", groups: ["passing"], tags: {} },
      {
        name: "eve",
        path: "/",
        groups: ["passing", "running"],
        tags: {},
        boundary: `arn:aws:iam::${member}:policy/limit`,
      },
    ];
    const groups = [group("passing", "iam:PassRole"), group("running", "ec2:RunInstances")];
    const view = estate({ iam: [{ account: "member", policies: [limit], groups, users }] });
    const open = find(view).findings.filter(({ paths }) => paths.length > 0);
    assert.deepEqual(
      open.map(({ people, paths }) => [people, paths.map(({ set: { id } }) => id)]),
      [[["ann"], ["run-instances"]]],
    );
    const held = (who: string) => find(view, { who }).findings.map(({ people }) => people);
    assert.deepEqual([held("ben"), held("running")], [[["ben"]], [["ann"], ["eve"]]]);
  });

  it("count what users may change of themselves and their groups", () => {
    const report = find(inGroup(policy(allow(["iam:PutUserPolicy", "iam:AttachGroupPolicy"]))));
    assert.deepEqual(ids(report), ["attach-own-group-policy", "put-own-user-policy"]);
    assert.ok(pathsOf(report).every(({ certain }) => certain));
  });
});

describe("paths in the example of a small team", () => {
  const { estate: team } = loadGood(
    readFileSync(new URL("../../../../examples/team.yaml", import.meta.url), "utf8"),
  ).desired;
  const view = openEstate(team, catalog);
  const report = find(view);

  it("are none for certain, and none by handing over a role", () => {
    assert.ok(pathsOf(report).length > 0);
    for (const path of pathsOf(report)) {
      assert.equal(path.certain, false, path.set.id);
      assert.ok(!path.set.actions.includes("iam:PassRole"), path.set.id);
    }
  });

  it("are not asked of administrators", () => {
    const administrators = report.findings.filter(({ standing }) => standing === "administrator");
    const names = new Set(administrators.flatMap(({ grants }) => grants.map(({ principal }) => principal.name)));
    assert.deepEqual([...names].toSorted(), ["AWS-Admins", "AWS-EmergencyAdmins"]);
  });

  it("consist of requests that are each allowed when decided by themselves", () => {
    let decided = 0;
    for (const { grants, people, paths } of report.findings)
      for (const { action, resource, context } of paths.flatMap(({ steps }) => steps)) {
        const [grant] = grants;
        if (grant === undefined || action === "sts:AssumeRole") continue;
        const { outcome } = decideGrant(view, grant, people[0] ?? "", { action, resource, context });
        assert.equal(outcome, "Allowed", `${grantInWords(grant)}: ${action} on ${resource}`);
        decided += 1;
      }
    assert.ok(decided > 50, String(decided));
  });

  it("print with their requests, what they need and what closes them", () => {
    const operators = find(view, { who: "AWS-Operators" });
    assert.match(
      printEscalations(operators),
      /OperatorAccess in production .*\n  john@example\.com: 1 path\n\n  opens a session [^]*\n    ssm:StartSession {2}arn:aws:ec2:ap-northeast-2:\d+:instance\/\S+\n      allowed by OperatorAccess \(inline\), statement \d+ \(UseOpenSessions1\)\n    needs a managed instance whose role has more rights\n    close: take `open sessions` out of `use`/,
    );
  });
});
