import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { folderOf } from "../testing/folder-of.ts";

const team = readFileSync(fileURLToPath(new URL("../../../../examples/team.yaml", import.meta.url)), "utf8");

/** Developers hold PowerUserAccess; their set has a comment that edits must keep. */
const small = (promises: readonly string[]): string =>
  [
    "castellan: 1",
    'organization: {name: example-corp, management: "111111111111", region: ap-northeast-2}',
    "people:",
    "  yu@example.com: {is: [admin, developer]}",
    "groups: {admin: AWS-Admins, developer: AWS-Developers}",
    "permission-sets:",
    "  AdminAccess: {use: AdministratorAccess}",
    "  DeveloperAccess: {use: PowerUserAccess, session: 8h}  # every day",
    "accounts:",
    '  management: {id: "111111111111"}',
    '  sandbox: {id: "222222222222", unit: Sandbox}',
    "access:",
    "  everywhere: {admin: AdminAccess}",
    "  sandbox: {developer: DeveloperAccess}",
    "promises:",
    ...promises.map((promise) => `  - ${promise}`),
    "",
  ].join("\n");

const broken = small([
  "only admin may see billing",
  "developer may write in sandbox",
  "developer may reach only sandbox",
]);
const denied = "DeveloperAccess: {use: PowerUserAccess, session: 8h, never: [see billing]}  # every day";

describe("castellan verify", () => {
  it("proves every promise of a file, and the claims of its roles behind them", async (test) => {
    const folder = folderOf(test, { "castellan.yaml": team });
    const { exitCode, stdout } = await folder.run(["verify"]);
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /^ {2}proved +only admin, emergency, finance may see billing +over all requests$/m);
    assert.match(stdout, /^ {2}proved +role developer: \d+ claims$/m);
    assert.match(stdout, /^\d+ proved over all requests, \d+ by the assignments, 0 broken$/m);
    assert.match(stdout, /^The proofs take for known:$/m);
  });

  it("shows who gets through, with what request, which statement opens it, and where that stands", async (test) => {
    const folder = folderOf(test, { "castellan.yaml": broken });
    const { exitCode, stdout, stderr } = await folder.run(["verify"]);
    assert.equal(exitCode, 1);
    assert.match(stdout, /^ {2}BROKEN +only admin may see billing$/m);
    assert.match(stdout, /as +yu@example\.com \(AWS-Developers > DeveloperAccess > sandbox\)/);
    assert.match(stdout, /action +billing:GetBillingData +resource /);
    assert.match(stdout, /because +PowerUserAccess, statement 1 allows it/);
    assert.match(stdout, /--> castellan\.yaml:14:\d+/);
    assert.match(stdout, /--> castellan\.yaml:8:3/);
    assert.match(stdout, /^1 proved over all requests, 1 by the assignments, 1 broken$/m);
    assert.match(stderr, /verify --fix/);
  });

  it("shows the edits that mend a promise, and writes none until it is told to", async (test) => {
    const folder = folderOf(test, { "castellan.yaml": broken });
    const { exitCode, stdout, stderr } = await folder.run(["verify", "--fix"]);
    assert.equal(exitCode, 1);
    assert.match(stdout, /^fix: add `see billing` to `never` of `DeveloperAccess`$/m);
    assert.ok(stdout.includes(`+  ${denied}`));
    assert.match(stderr, /nothing was written/);
    assert.equal(folder.read("castellan.yaml"), broken);
  });

  it("makes the first edit of each promise, after which the file keeps them", async (test) => {
    const folder = folderOf(test, { "castellan.yaml": broken });
    assert.equal((await folder.run(["verify", "--fix", "--yes"])).exitCode, 0);
    assert.equal(folder.read("castellan.yaml"), broken.replace(/DeveloperAccess: \{use.*/, denied));
    assert.equal((await folder.run(["verify"])).exitCode, 0);
  });

  it("says so where no edit mends a promise without breaking another", async (test) => {
    const text = small(["developer may never write", "developer may write in sandbox"]);
    const folder = folderOf(test, { "castellan.yaml": text });
    const { exitCode, stdout } = await folder.run(["verify", "--fix", "--yes"]);
    assert.equal(exitCode, 1);
    assert.match(stdout, /no edit was found that keeps it and breaks nothing else/);
    assert.equal(folder.read("castellan.yaml"), text);
  });

  it("gives the same as JSON", async (test) => {
    const folder = folderOf(test, { "castellan.yaml": broken });
    const { stdout } = await folder.run(["verify", "--json", "--fix"]);
    const document = JSON.parse(stdout) as {
      readonly format: string;
      readonly promises: readonly { readonly promise: string; readonly verdict: string; readonly by: string }[];
      readonly assumed: readonly string[];
      readonly fixes: readonly { readonly promise: string; readonly edit: string }[];
    };
    assert.equal(document.format, "castellan.verify/1");
    assert.deepEqual(
      document.promises.map(({ verdict, by }) => [verdict, by]),
      [
        ["broken", "proof"],
        ["proved", "proof"],
        ["proved", "assignments"],
      ],
    );
    assert.deepEqual(document.fixes, [
      { promise: "only admin may see billing", edit: "add `see billing` to `never` of `DeveloperAccess`" },
    ]);
  });
});
