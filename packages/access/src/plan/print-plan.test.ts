import assert from "node:assert/strict";
import { test } from "node:test";
import type { Estate } from "../estate.ts";
import { eightEnvironments, freshOrganization, optionsFor } from "./testing/example-estates.ts";
import { foldSteps } from "./fold-steps.ts";
import { planChanges } from "./plan-changes.ts";
import { parsePlanDocument, printPlanDocument } from "./plan-document.ts";
import { plainPlanStyle, printPlan } from "./print-plan.ts";

const first = planChanges(eightEnvironments, freshOrganization, optionsFor(eightEnvironments));
const organization = foldSteps(freshOrganization, first.steps);

test("a plan says who gains which permission set where, then the objects, then the counts", () => {
  const text = printPlan(first, { title: "castellan.yaml  ->  plane" });
  const lines = text.split("\n");
  assert.equal(lines[0], "castellan.yaml  ->  plane");
  assert.ok(lines.includes("  +  AWS-Testers     testing      TesterAccess     gains: sarah@example.com"));
  assert.ok(lines.includes("  +  permission set       TesterAccess"));
  assert.equal(lines.at(-1), "48 to add, 2 to change, 0 to remove, in 66 steps; on AWS about 68 seconds.");
});

test("an empty plan is one line", () => {
  const empty = planChanges(eightEnvironments, organization, optionsFor(eightEnvironments));
  assert.equal(printPlan(empty), "Nothing to do: the target holds what the file asks for.");
});

test("a refused plan says why and that nothing was changed", () => {
  const desired: Estate = { ...eightEnvironments, removals: { users: [{ name: "hana@example.com" }] } };
  const lines = printPlan(planChanges(desired, organization, optionsFor(desired))).split("\n");
  assert.ok(lines.some((line) => line.startsWith("  CST0601  only `yu@example.com` would administer")));
  assert.equal(lines.at(-1), "This plan is refused (1 reason).  Nothing was changed.");
});

test("colours are the caller's", () => {
  const style = { ...plainPlanStyle, add: (text: string) => `<add>${text}</add>` };
  assert.match(printPlan(first, { style }), /<add> {2}\+ {2}user +yu@example\.com<\/add>/);
});

test("a printed plan document reads back as the same plan", () => {
  const parsed = parsePlanDocument(printPlanDocument(first));
  assert.equal(parsed.kind, "plan");
  if (parsed.kind === "plan") assert.deepEqual(parsed.plan, JSON.parse(JSON.stringify(first)));
});

test("what is not a plan of this version is not taken for one", () => {
  assert.equal(parsePlanDocument("{").kind, "malformed");
  assert.equal(parsePlanDocument('{"format":"castellan.plan/2"}').kind, "malformed");
  assert.equal(parsePlanDocument('{"format":"castellan.plan/1"}').kind, "malformed");
});
