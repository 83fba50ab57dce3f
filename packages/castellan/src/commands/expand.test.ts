import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, it } from "node:test";
import { folderOf } from "../testing/folder-of.ts";

describe("castellan expand", () => {
  const folder = folderOf({ after }, {});
  const lines = async (...words: readonly string[]) =>
    (await folder.run(["expand", ...words])).stdout.trimEnd().split("\n");

  it("lists the actions of several patterns once, with their access level", async () => {
    assert.deepEqual(await lines("iam:CreateUse*", "iam:Create?ser", "s3:GetObjectAcl"), [
      "iam:CreateUser   Write",
      "s3:GetObjectAcl  Read",
    ]);
  });

  it("tells resource types and condition keys with --long", async () => {
    assert.deepEqual(await lines("iam:CreateUser", "--long"), [
      "iam:CreateUser  Write",
      "  resources  user (required)  arn:${Partition}:iam::${Account}:user/${UserNameWithPath}",
      "  keys       aws:RequestTag/${TagKey}",
      "             aws:TagKeys",
      "             iam:PermissionsBoundary",
    ]);
  });

  it("turns actions into patterns with --invert", async () => {
    assert.deepEqual(await lines("s3:Get*", "s3:PutObject", "--invert"), ["s3:Get*", "s3:PutObject"]);
  });

  it("prints one document with --json", async () => {
    const { stdout } = await folder.run(["expand", "read secrets", "nonsense:x", "--json"]);
    const { format, words, actions } = JSON.parse(stdout) as {
      readonly format: string;
      readonly words: readonly { readonly kind: string }[];
      readonly actions: readonly { readonly action: string; readonly accessLevel: string }[];
    };
    assert.equal(format, "castellan.expand/1");
    assert.deepEqual(
      words.map(({ kind }) => kind),
      ["task", "nothing"],
    );
    assert.ok(actions.some(({ action }) => action === "secretsmanager:GetSecretValue"));
  });

  it("exits with 1 and the nearest pattern when one means nothing, and lists the others", async () => {
    const { exitCode, stdout, stderr } = await folder.run(["expand", "s3:GetObjct", "iam:CreateUser"]);
    assert.equal(exitCode, 1);
    assert.equal(stdout, "iam:CreateUser  Write\n");
    assert.match(stderr, /`s3:GetObjct` means nothing[^]*did you mean `s3:GetObject`\?/);
  });

  it("prints what docs/lint.md shows", async () => {
    const page = readFileSync(new URL("../../../../docs/lint.md", import.meta.url), "utf8");
    const [, words = "", shown = ""] = /\$ castellan expand (.*)\n([^`]*)```/.exec(page) ?? [];
    assert.equal(
      (await lines(...words.split(" ").map((word) => word.replaceAll("'", "")))).join("\n"),
      shown.trimEnd(),
    );
  });
});
