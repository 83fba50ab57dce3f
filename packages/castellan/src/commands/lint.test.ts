import assert from "node:assert/strict";
import { chmodSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { folderOf } from "../testing/folder-of.ts";

const team = readFileSync(fileURLToPath(new URL("../../../../examples/team.yaml", import.meta.url)), "utf8");
const misspelt = team.replace("{developer: DeveloperAccess,", "{developer: DeveloperAcces,");
const policyOf = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
const good = policyOf({ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" });
const bad = policyOf({ Effect: "Alow", Action: "s3:GetObject", Resource: "*" });
const trust = policyOf({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" });

interface LintDocument {
  readonly format: string;
  readonly files: readonly { readonly file: string; readonly kind: string }[];
  readonly counts: Readonly<Record<string, number>>;
}
const documentOf = (stdout: string): LintDocument => JSON.parse(stdout) as LintDocument;

describe("castellan lint", () => {
  const verdicts: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], number])[] = [
    ["the access file here is good", { "castellan.yaml": team }, [], 0],
    ["the access file here has an error", { "castellan.yaml": misspelt }, [], 3],
    ["a policy is good", { "p.json": good }, ["p.json"], 0],
    ["a policy has an error", { "p.json": bad }, ["p.json"], 1],
    ["a policy cannot be read as JSON", { "p.json": '{"Statement": [' }, ["p.json"], 1],
    ["one of several has an error", { "a.json": good, "b.json": bad }, ["a.json", "b.json"], 1],
    ["an access file and a policy have errors", { "c.yaml": misspelt, "b.json": bad }, ["b.json", "c.yaml"], 3],
    ["a file is missing", {}, ["nowhere.json"], 3],
    ["no file is named and none is here", {}, [], 3],
    ["JSON is no policy", { "package.json": "{}" }, ["package.json"], 3],
    ["a folder has nothing to lint", { "x/package.json": "{}" }, ["x"], 3],
    ["a kind is unknown", { "p.json": good }, ["p.json", "--kind", "nothing"], 3],
  ];
  for (const [title, files, words, exitCode] of verdicts) {
    it(`exits with ${exitCode} when ${title}`, async (test) => {
      const folder = folderOf(test, files);
      const ran = await folder.run(["lint", ...words]);
      assert.equal(ran.exitCode, exitCode, ran.stdout + ran.stderr);
    });
  }

  it("finds the access files and policies below a folder, and what each policy is for", async (test) => {
    const folder = folderOf(test, {
      "access.yaml": team,
      "ci.yaml": "on: push\n",
      "package.json": "{}",
      "policies/a.json": good,
      "policies/roles/trust.json": trust,
      "node_modules/x/p.json": bad,
      ".git/p.json": bad,
    });
    const { stdout, exitCode } = await folder.run(["lint", ".", "--format", "json"]);
    const { format, files } = documentOf(stdout);
    assert.deepEqual([exitCode, format], [0, "castellan.lint/1"]);
    assert.deepEqual(files, [
      { file: "access.yaml", kind: "access" },
      { file: "policies/a.json", kind: "identity" },
      { file: "policies/roles/trust.json", kind: "trust" },
    ]);
  });

  it("also lints the policies that an access file takes permissions from", async (test) => {
    const using = team.replace(/^permission-sets:\n/m, "$&  FromFile: {use: ./p/a.json}\n");
    const folder = folderOf(test, { "castellan.yaml": using, "p/a.json": good, "p/b.json": good });
    const { files } = documentOf((await folder.run(["lint", "--json"])).stdout);
    assert.deepEqual(files, [
      { file: "castellan.yaml", kind: "access" },
      { file: "p/a.json", kind: "identity" },
    ]);
  });

  it("prints what docs/lint.md shows", async (test) => {
    const page = readFileSync(new URL("../../../../docs/lint.md", import.meta.url), "utf8");
    const [, words = "", shown = ""] = /\$ castellan lint (.*)\n([^]*?)```/.exec(page) ?? [];
    const misnamed = { Effect: "Allow", Action: "s3:GetObjct", Resource: "arn:aws:s3:::reports/*" };
    const folder = folderOf(test, { "castellan.yaml": team, "policies/reports.json": policyOf(misnamed) });
    const { stdout, stderr } = await folder.run(["lint", ...words.split(" ")]);
    assert.equal(`${stdout.trimEnd()}\n\n${stderr}`, shown);
  });

  it("takes every policy for the kind that is named", async (test) => {
    const folder = folderOf(test, { "p.json": good });
    const { stdout } = await folder.run(["lint", "p.json", "--kind", "scp", "--json"]);
    assert.deepEqual(documentOf(stdout).files, [{ file: "p.json", kind: "scp" }]);
  });

  it("names a file once, however often it is meant", async (test) => {
    const folder = folderOf(test, { "p/a.json": good });
    const { stdout } = await folder.run(["lint", "p", "p/a.json", "./p/a.json", "--json"]);
    assert.equal(documentOf(stdout).files.length, 1);
  });

  it("writes annotations in a GitHub workflow, unless another format is asked for", async (test) => {
    const folder = folderOf(test, { "p.json": bad });
    const inWorkflow = { GITHUB_ACTIONS: "true" };
    assert.match((await folder.run(["lint", "p.json"], inWorkflow)).stdout, /^::error file=p\.json,line=5,/);
    assert.match((await folder.run(["lint", "p.json", "--format", "text"], inWorkflow)).stdout, /^error\[/);
  });

  it("says at the end how much there is in which file", async (test) => {
    const folder = folderOf(test, { "a.json": good, "b.json": bad });
    const { stderr } = await folder.run(["lint", "a.json", "b.json"]);
    assert.match(stderr, /^b\.json: 1 error.*\n2 files: 1 error/m);
    assert.equal((await folder.run(["lint", "a.json"])).stderr, "a.json: no findings\n");
  });

  it("counts warnings as errors when it is strict", async (test) => {
    const warned = `${team}tasks:\n  read files: { allow: ["s3:GetObjct"] }\n`;
    const folder = folderOf(test, { "castellan.yaml": warned });
    assert.equal((await folder.run(["lint"])).exitCode, 0);
    assert.equal((await folder.run(["lint", "--strict"])).exitCode, 1);
  });
});

describe("castellan lint --fix", () => {
  it("writes what is certain, shows the difference, and is silent the second time", async (test) => {
    const folder = folderOf(test, { "castellan.yaml": misspelt });
    const first = await folder.run(["lint", "--fix"]);
    assert.equal(first.exitCode, 0, first.stderr);
    assert.match(first.stderr, /^-.*developer: DeveloperAcces,[^]*^\+.*developer: DeveloperAccess,[^]*made 1 fix$/m);
    assert.equal(folder.read("castellan.yaml"), team);
    assert.equal((await folder.run(["lint", "--fix"])).stderr, "castellan.yaml: no findings\n");
  });

  it("only shows when it is a dry run", async (test) => {
    const folder = folderOf(test, { "castellan.yaml": misspelt });
    const { exitCode, stdout } = await folder.run(["lint", "--fix", "--dry-run"]);
    assert.equal(exitCode, 3);
    assert.match(stdout, /^\+.*developer: DeveloperAccess,[^]*would make 1 fix$/m);
    assert.equal(folder.read("castellan.yaml"), misspelt);
  });

  it("keeps a document in another format a document", async (test) => {
    const folder = folderOf(test, { "castellan.yaml": misspelt });
    const { stdout } = await folder.run(["lint", "--fix", "--json"]);
    assert.deepEqual(documentOf(stdout).counts, { error: 0, warning: 0, suggestion: 0 });
  });

  it("leaves a link a link and a file's permissions as they are", async (test) => {
    const folder = folderOf(test, { "real.yaml": misspelt });
    chmodSync(join(folder.path, "real.yaml"), 0o640);
    symlinkSync("real.yaml", join(folder.path, "castellan.yaml"));
    assert.equal((await folder.run(["lint", "--fix"])).exitCode, 0);
    assert.equal(folder.read("real.yaml"), team);
    assert.equal(statSync(join(folder.path, "real.yaml")).mode & 0o777, 0o640);
  });
});
