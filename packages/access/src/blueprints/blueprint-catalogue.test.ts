import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { listProfiles, profileNaming } from "../profiles/list-profiles.ts";
import { codesOf, loadGood, provedOver } from "../testing/load-text.ts";
import { blueprints, findBlueprint } from "./blueprint-catalogue.ts";

const examples = new URL("../../../../examples/", import.meta.url);
const verdicts = (text: string, about = ""): readonly (readonly [string, string])[] => {
  const promises = loadGood(text).promises.filter((promise) => promise.text.includes(about));
  return provedOver(text, promises).map(({ promise, verdict }) => [promise.text, verdict]);
};

const claimVerdicts = (text: string): readonly (readonly [string, string])[] =>
  provedOver(text, loadGood(text).claims).map(({ promise, verdict }) => [promise.text, verdict]);

test("each blueprint stands in examples under its name, word for word, and each example is a blueprint", () => {
  for (const { name, text } of blueprints)
    assert.equal(readFileSync(new URL(`${name}.yaml`, examples), "utf8"), text, name);
  const files = readdirSync(examples).filter((name) => name.endsWith(".yaml"));
  assert.deepEqual(files.toSorted(), blueprints.map(({ name }) => `${name}.yaml`).toSorted());
});

test("each blueprint is without a single diagnostic", () => {
  for (const { name, text } of blueprints) assert.deepEqual(codesOf(text), [], name);
});

test("each blueprint keeps every promise it makes, and every claim of the roles it uses", () => {
  for (const { name, text } of blueprints) {
    const found = [...verdicts(text), ...claimVerdicts(text)];
    assert.deepEqual(
      found.filter(([, verdict]) => verdict !== "proved"),
      [],
      name,
    );
    assert.ok(found.length >= 7, name);
  }
});

test("with PowerUserAccess for the role a blueprint breaks its promises: it reads bills and edits Identity Center", () => {
  for (const { name, text } of blueprints) {
    const naive = text.replace(/\{role: (sandbox-)?developer\}/g, "{use: PowerUserAccess}");
    for (const about of ["see billing", "manage sign-in"]) {
      assert.ok(
        verdicts(naive, about).some(([, verdict]) => verdict === "broken"),
        `${name}: ${about}`,
      );
    }
  }
});

test("the single account has profiles dev and admin, and says why one administrator is enough", () => {
  const loaded = loadGood(findBlueprint("single-account")?.text ?? "");
  assert.equal(loaded.desired.administrators.atLeast, 1);
  assert.ok((loaded.desired.administrators.reason ?? "").length > 20);
});

test("the sandbox has the profiles of the access guide, and its four roles", () => {
  const loaded = loadGood(findBlueprint("sandbox")?.text ?? "");
  const { estate } = loaded.desired;
  assert.deepEqual(
    listProfiles(estate, profileNaming(loaded.content)).profiles.map(({ name }) => name),
    ["sandbox-dev", "management-admin", "sandbox-admin", "sandbox-look", "sandbox-test"],
  );
  assert.deepEqual(
    estate.assignments.filter(({ account }) => account === "sandbox").map(({ permissionSet }) => permissionSet),
    ["AdminAccess", "SandboxDeveloperAccess", "SandboxReadOnlyAccess", "SandboxTesterAccess"],
  );
});

test("the groups are those of the access guide", () => {
  const groups = (name: string): readonly string[] =>
    loadGood(findBlueprint(name)?.text ?? "").desired.estate.groups.map(({ displayName }) => displayName);
  assert.deepEqual(groups("starter"), [
    "AWS-Admins",
    "AWS-Developers",
    "AWS-Finance",
    "AWS-ReadOnly",
    "AWS-SandboxDevelopers",
  ]);
  assert.equal(groups("team").length, 10);
  assert.equal(loadGood(findBlueprint("multi-account")?.text ?? "").desired.estate.accounts.length, 8);
});
