import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { folderOf } from "../testing/folder-of.ts";

const team = readFileSync(new URL("../../../../examples/team.yaml", import.meta.url), "utf8");
const widened = team.replace("{role: finance-read-only}", "{use: AWSSSOMasterAccountAdministrator, session: 1h}");

interface EscalationsDocument {
  readonly format: string;
  readonly over: string;
  readonly findings: readonly {
    readonly standing: string;
    readonly paths: readonly {
      readonly id: string;
      readonly certain: boolean;
      readonly steps: readonly { readonly action: string }[];
      readonly sources: readonly { readonly name: string; readonly link: string }[];
    }[];
  }[];
}

describe("castellan escalations", () => {
  const verdicts: readonly (readonly [string, readonly string[], number])[] = [
    ["somebody has a path", [], 1],
    ["a group named has one", ["developer"], 1],
    ["a person named has none", ["mary@example.com"], 0],
    ["no path is certain", ["--certain"], 0],
    ["nobody has that name", ["nobody@example.com"], 3],
    ["no account has that name", ["--delegated", "nowhere"], 3],
  ];
  for (const [title, words, exitCode] of verdicts)
    it(`exits with ${exitCode} when ${title}`, async (test) => {
      const ran = await folderOf(test, { "castellan.yaml": team }).run(["escalations", ...words]);
      assert.equal(ran.exitCode, exitCode, ran.stdout + ran.stderr);
    });

  it("prints what docs/escalation.md shows", async (test) => {
    const page = readFileSync(new URL("../../../../docs/escalation.md", import.meta.url), "utf8");
    const [, words = "", shown = ""] = /\$ castellan escalations (.*)\n([^]*?)```/.exec(page) ?? [];
    const { stdout } = await folderOf(test, { "castellan.yaml": team }).run(["escalations", ...words.split(" ")]);
    assert.equal(stdout, shown);
  });

  it("writes one JSON document with every path, its requests and its sources", async (test) => {
    const { stdout } = await folderOf(test, { "castellan.yaml": team }).run(["escalations", "operator", "--json"]);
    const { format, over, findings } = JSON.parse(stdout) as EscalationsDocument;
    assert.deepEqual([format, over], ["castellan.escalations/1", "castellan.yaml"]);
    const [path, ...others] = findings.flatMap(({ paths }) => paths);
    assert.deepEqual([path?.id, path?.certain, others], ["start-session", false, []]);
    assert.deepEqual(
      path?.steps.map(({ action }) => action),
      ["ssm:StartSession"],
    );
    assert.equal(path?.sources[0]?.link, "https://pathfinding.cloud/paths/");
  });

  it("finds no path for testers, who start builds only as they are", async (test) => {
    const { stdout } = await folderOf(test, { "castellan.yaml": team }).run(["escalations", "tester", "--json"]);
    const { findings } = JSON.parse(stdout) as EscalationsDocument;
    assert.deepEqual(
      findings.flatMap(({ paths }) => paths),
      [],
    );
  });

  it("finds a certain path where somebody may assign permission sets", async (test) => {
    const folder = folderOf(test, { "castellan.yaml": widened });
    const { exitCode, stdout, stderr } = await folder.run(["escalations", "finance", "--certain"]);
    assert.equal(exitCode, 1, stdout + stderr);
    assert.match(
      stdout,
      /sso:CreateAccountAssignment .*\n[^]*needs a permission set of administrators: AdminAccess, EmergencyAdminAccess/,
    );
  });
});
