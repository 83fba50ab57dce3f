import assert from "node:assert/strict";
import { test } from "node:test";
import { multiAccount } from "../blueprints/multi-account.ts";
import { fileWith, loadGood, viewOf } from "../testing/load-text.ts";
import { controlPath, pathInWords } from "./control-path.ts";
import { explainAccess, overRoutes, printAccessAnswer } from "./explain-access.ts";
import { promisesAtRisk } from "./promises-at-risk.ts";
import { printWhatCan, whatCan } from "./what-can.ts";
import { printWhoCan, whoCan } from "./who-can.ts";

const view = viewOf(multiAccount.text);

test("who can is told by person, through group, set and account, past the service control policies", () => {
  const answer = whoCan(view, "iam:CreateRole");
  assert.deepEqual(
    answer.people.filter(({ answer: word }) => word === "yes").map(({ person }) => person),
    ["hana@example.com", "yu@example.com"],
  );
  const way = answer.people[0]?.ways.find(({ grant }) => grant.account === "production");
  assert.deepEqual(
    way?.controlPath.map(({ at }) => at),
    ["root", "Workloads", "Production", "production"],
  );
  assert.match(printWhoCan(answer), /hana@example.com {2}yes\n {2}AWS-Admins > AdminAccess > .*castellan.yaml:\d+/);
});

test("nobody is said to be nobody", () => {
  const answer = whoCan({ ...view, estate: { ...view.estate, assignments: [] } }, "s3:GetObject");
  assert.equal(printWhoCan(answer), "nobody may call s3:GetObject on *");
});

test("who can agrees with explaining each person with everything open", () => {
  for (const action of ["iam:PassRole", "ec2:RunInstances", "cloudtrail:StopLogging", "s3:GetObject"]) {
    const can = new Map(whoCan(view, action).people.map(({ person, answer }) => [person, answer]));
    for (const { userName } of view.estate.users)
      assert.equal(explainAccess(view, userName, action).open.kind, can.get(userName) ?? "no", userName + action);
  }
});

test("the management account is bound by no service control policies", () => {
  assert.equal(pathInWords(controlPath(view.estate, "management")), "no service control policies bind it");
});

test("what can counts actions by access level, and lists them", () => {
  const small = { ...view, catalog: { ...view.catalog, actionSummaries: () => few } };
  const few = [
    { service: "s3", name: "GetObject", accessLevel: "Read" },
    { service: "iam", name: "CreateUser", accessLevel: "Write" },
    { service: "ec2", name: "RunInstances", accessLevel: "Write" },
  ];
  const answer = whatCan(small, "minji@example.com");
  assert.ok(answer.accounts.length > 1);
  const first = answer.accounts.find(({ account }) => account === "development");
  assert.deepEqual(
    first?.services.map(({ service, levels }) => [service, levels]),
    [
      ["ec2", { Write: 1 }],
      ["s3", { Read: 1 }],
    ],
  );
  assert.match(printWhatCan(answer), /^development: 2 actions of 2 services\n {2}by AWS-Developers/);
  assert.match(printWhatCan(answer, { actions: true }), /ec2:RunInstances {2}Write/);
  assert.equal(whatCan(small, "nobody@example.com").known, false);
});

test("the smallest change names the promises it would break", () => {
  const text = fileWith("promises:\n  - only admin may manage IAM anywhere\n  - developer may write in sandbox");
  const { promises } = loadGood(text);
  const small = viewOf(text);
  const [route] = explainAccess(small, "AWS-Developers", "iam:CreateUser", "*", { promises }).routes;
  assert.equal(route?.change?.words, "allow iam:CreateUser on * in an identity policy");
  assert.deepEqual(route.change.breaks, ["only admin may manage IAM anywhere"]);
  const { grant } = route;
  const lost = promisesAtRisk({ grant, action: "iam:CreateUser", turns: "no" }, promises, small.catalog);
  assert.deepEqual(lost, ["developer may write in sandbox"]);
  const answer = explainAccess(small, "AWS-Developers", "iam:CreateUser", "*", { promises });
  assert.match(printAccessAnswer(answer), /Smallest change to a yes: .*\n {6}would break the promise: only admin/);
});

test("with everything open the headline says yes, no or depends", () => {
  const print = (who: string, action: string) =>
    printAccessAnswer(explainAccess(view, who, action), { open: true }).split("\n")[0];
  assert.match(print("yu@example.com", "iam:CreateRole") ?? "", /^YES .* whatever is left open$/);
  assert.match(print("minji@example.com", "ce:GetCostAndUsage") ?? "", /^NO /);
  const none = overRoutes(explainAccess(view, "yu@example.com", "iam:CreateRole"), () => false);
  assert.deepEqual([none.allowed, none.open.kind], [false, "no"]);
});
