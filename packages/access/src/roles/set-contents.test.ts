import assert from "node:assert/strict";
import { test } from "node:test";
import type { PermissionSet } from "../estate.ts";
import { jsonSchema } from "../file/parse-access-file.ts";
import { codesOf, fileWith, load, loadGood } from "../testing/load-text.ts";
import { roles } from "./role-catalogue.ts";

const withSet = (set: string): string =>
  fileWith(`permission-sets:\n  AdminAccess: {use: AdministratorAccess}\n  DeveloperAccess: ${set}`);

function setOf(text: string): Omit<PermissionSet, "source"> {
  const { source: _, ...set } =
    loadGood(text).desired.estate.permissionSets.find(({ name }) => name === "DeveloperAccess") ?? assert.fail();
  return set;
}

test("a role is short for what it is made of", () => {
  for (const { name, use, never, sessionHours } of roles) {
    const written = `{use: [${use.join(", ")}], never: [${never.join(", ")}], session: ${sessionHours}h}`;
    assert.deepEqual(setOf(withSet(`{role: ${name}}`)), setOf(withSet(written)), name);
  }
});

test("`use` and `never` add to a role, `session` takes the place of its own", () => {
  const short = "{role: developer, use: [IAMReadOnlyAccess], never: [read secrets], session: 2h}";
  const long =
    "{use: [PowerUserAccess, IAMReadOnlyAccess], never: [see billing, manage sign-in, touch audit trail, read secrets], session: 2h}";
  assert.deepEqual(setOf(withSet(short)), setOf(withSet(long)));
});

test("a task of the file stands for the built-in one of its name in roles as well", () => {
  const text = `${withSet("{role: tester}")}tasks: {run test jobs: {allow: ["codebuild:StartBuild"]}}\n`;
  assert.match(
    setOf(text).inlinePolicy ?? "",
    /"Sid":"UseRunTestJobs","Effect":"Allow","Action":"codebuild:StartBuild"/,
  );
});

test("a mistyped role is told with the one that was meant, and the fix", () => {
  const [found] = load(withSet("{role: develper}")).diagnostics;
  assert.equal(found?.code, "CST0111");
  assert.equal(found.message, "unknown role `develper`");
  assert.equal(found.help, "write `developer`");
  assert.deepEqual(
    found.fix?.map(({ text }) => text),
    ["developer"],
  );
});

test("a permission set without role and without `use` is told what it lacks", () => {
  const [found] = load(withSet("{session: 8h}")).diagnostics;
  assert.equal(found?.code, "CST0006");
  assert.equal(found.message, "`use` is missing in a permission set without a role");
});

test("a role after `use` is told where roles stand", () => {
  const [found] = load(withSet("{use: developer}")).diagnostics;
  assert.deepEqual([found?.code, found?.help], ["CST0104", "this is a role: write `role: developer`"]);
});

test("giving what the role gives already is told", () => {
  assert.deepEqual(codesOf(withSet("{role: developer, use: PowerUserAccess}")), ["CST0207"]);
});

test("the schema for editors names the roles", () => {
  const text = JSON.stringify(jsonSchema());
  for (const { name } of roles) assert.ok(text.includes(JSON.stringify(name)), name);
});
