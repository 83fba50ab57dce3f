import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, it } from "node:test";
import { folderOf } from "../testing/folder-of.ts";

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const page = readFileSync(new URL("../../../../docs/compare.md", import.meta.url), "utf8");
/** The files that the page shows, under the names that it gives them. */
const shownFiles = Object.fromEntries(
  [...page.matchAll(/^`([\w-]+\.json)`:\n\n```json\n([^]*?)```$/gm)].map(([, name = "", text = ""]) => [name, text]),
);
const blueprint = readFileSync(new URL("../../../../examples/team.yaml", import.meta.url), "utf8");

const bucket = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" };

describe("castellan compare", () => {
  const folder = folderOf(
    { after },
    {
      ...shownFiles,
      "castellan.yaml": blueprint,
      "all.json": policy({ Effect: "Allow", Action: "*", Resource: "*" }),
      "bucket.json": policy({ ...bucket, Principal: { AWS: "111122223333" } }),
      "public.json": policy({ ...bucket, Principal: "*" }),
      "bad.json": policy({ Effect: "Permit", Action: "*", Resource: "*" }),
    },
  );

  const shown = [...page.matchAll(/^```console\n\$ castellan (.*)\n([^]*?)```$/gm)];
  it("is shown on its page", () => assert.ok(shown.length > 0));
  for (const [, line = "", prints = ""] of shown)
    it(`prints what the page shows of \`castellan ${line}\``, async () => {
      const { stdout } = await folder.run(line.split(" "));
      assert.equal(stdout.slice(0, stdout.indexOf("The proofs take for known")).trimEnd(), prints.trimEnd());
    });

  const verdicts: readonly (readonly [string, number, RegExp])[] = [
    ["ReadOnlyAccess ReadOnlyAccess", 0, /^ReadOnlyAccess and ReadOnlyAccess allow the same\.$/m],
    ["arn:aws:iam::aws:policy/AdministratorAccess all.json", 0, /allow the same\.$/m],
    ["ReadOnlyAccess SecurityAudit+ReadOnlyAccess --no-more", 0, /^proved {5}ReadOnlyAccess allows nothing that/m],
    ["SecurityAudit ReadOnlyAccess --no-more", 1, /^REFUTED {4}SecurityAudit allows nothing that/m],
    ["set:DeveloperAccess PowerUserAccess --no-more", 0, /^proved/m],
    [
      "PowerUserAccess set:DeveloperAccess --no-more",
      1,
      /but {7}DeveloperAccess \(inline\), statement \d+ .* denies it/,
    ],
    ["PowerUserAccess ReadOnlyAccess --no-more --boundary ReadOnlyAccess", 0, /^proved/m],
    [
      "public.json bucket.json --kind resource --no-more",
      1,
      /as {8}anonymous\n[^]*bucket\.json:1:\d+, statement 1 allows it only for AWS: 111122223333$/m,
    ],
    ["bucket.json public.json --kind resource --no-more", 0, /^proved/m],
    ["ViewOnlyAccess ReadOnlyAccess --no-more --all", 1, /^ {13}bedrock:ListTagsForResource {2,}Read$/m],
  ];
  for (const [line, code, pattern] of verdicts)
    it(`exits with ${code} for \`${line}\``, async () => {
      const { exitCode, stdout, stderr } = await folder.run(["compare", ...line.split(" ")]);
      assert.match(stdout, pattern);
      assert.equal(exitCode, code, stderr);
    });

  const faults: readonly (readonly [string, RegExp])[] = [
    ["ReadOnlyAcess all.json", /no policy `ReadOnlyAcess`[^]*did you mean `ReadOnlyAccess`\?/],
    ["nothing.json all.json", /there is no file `nothing\.json`/],
    ["set:DevelopersAccess all.json", /no permission set `DevelopersAccess`[^]*did you mean `set:DeveloperAccess`\?/],
    ["bad.json all.json", /bad\.json:1:\d+[^]*`bad\.json` is not a policy that AWS takes here/],
    ["castellan.yaml all.json", /`castellan\.yaml` is not a policy/],
    ["bucket.json all.json", /should not specify a principal[^]*--kind resource/],
    ["bucket.json+bucket.json bucket.json --kind resource", /more than one resource policy/],
    ["ReadOnlyAccess+ all.json", /no policy ``/],
  ];
  for (const [line, pattern] of faults)
    it(`exits with 3 for \`${line}\``, async () => {
      const { exitCode, stdout, stderr } = await folder.run(["compare", ...line.split(" ")]);
      assert.match(stderr, pattern);
      assert.deepEqual([exitCode, stdout], [3, ""]);
    });

  it("prints one document with --json", async () => {
    const { stdout } = await folder.run(["compare", "ViewOnlyAccess", "ReadOnlyAccess", "--json"]);
    const document = JSON.parse(stdout) as {
      readonly format: string;
      readonly directions: readonly { readonly verdict: string; readonly actions: readonly { action: string }[] }[];
    };
    assert.equal(document.format, "castellan.compare/1");
    assert.deepEqual(
      document.directions.map(({ verdict }) => verdict),
      ["refuted", "refuted"],
    );
    assert.ok(document.directions[0]?.actions.some(({ action }) => action === "profile:ListDomains"));
  });
});
