import assert from "node:assert/strict";
import { test } from "node:test";
import { fileWith, viewOf } from "../testing/load-text.ts";
import { type EstateView, openEstate } from "./estate-view.ts";
import { type Grant, grantsOf } from "./grant.ts";

const accounts =
  'accounts:\n  management: {id: "111111111111"}\n  one: {id: "222222222222", unit: Work}\n  two: {id: "333333333333", unit: Work}\n' +
  '  other: {id: "444444444444", unit: Play}\n' +
  "access:\n  everywhere: {developer: DeveloperAccess}\n";
const bounded =
  "boundaries:\n  lid: {never: [read logs]}\npermission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: {use: PowerUserAccess, boundary: lid}\n";
const guarded = "guardrails:\n  Play: [no-leaving-organization]\n";

function grantIn(view: EstateView, account: string): Grant {
  return grantsOf(view.estate).find((grant) => grant.account === account) ?? assert.fail(account);
}

test("grants with the same policies in every layer share them", () => {
  const view = viewOf(fileWith(accounts + bounded + guarded));
  const [one, two, other] = ["one", "two", "other"].map((account) => view.policiesOf(grantIn(view, account)));
  assert.equal(one, two);
  assert.notEqual(one, other);
  assert.equal(one?.policies.identity?.[0], other?.policies.identity?.[0]);
});

test("the same boundary by name with another text in an account is another boundary", () => {
  const { estate, ...view } = viewOf(fileWith(accounts + bounded));
  const changed = estate.iam.map((iam) =>
    iam.account === "two" ? { ...iam, policies: iam.policies.map((policy) => ({ ...policy, document: "{}" })) } : iam,
  );
  const opened = openEstate({ ...estate, iam: changed }, view.catalog);
  const [one, two] = ["one", "two"].map((account) => opened.policiesOf(grantIn(opened, account)));
  assert.deepEqual(one?.problems, []);
  assert.equal(two?.problems.length, 1);
});
