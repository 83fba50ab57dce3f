import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { singleAccount } from "../blueprints/single-account.ts";
import { team } from "../blueprints/team.ts";
import { codesOf, fileWith, loadGood } from "../testing/load-text.ts";
import { listProfiles, profileNaming, shortName } from "./list-profiles.ts";
import { mergeProfiles } from "./merge-profiles.ts";
import { portalUrl, printProfiles, printShellLines } from "./print-profiles.ts";

const profilesOf = (text: string, person?: string) => {
  const { desired, content } = loadGood(text);
  return listProfiles(desired.estate, profileNaming(content), person).profiles;
};

const guide = `[sso-session my-aws]
sso_start_url = https://d-xxxxxxxxxx.awsapps.com/start
sso_region = ap-northeast-2
sso_registration_scopes = sso:account:access

[profile dev]
sso_session = my-aws
sso_account_id = 123456789012
sso_role_name = DeveloperAccess
region = ap-northeast-2
output = json

[profile admin]
sso_session = my-aws
sso_account_id = 123456789012
sso_role_name = AdminAccess
region = ap-northeast-2
output = json
`;

test("the single account's profiles are exactly those of the access guide", () => {
  const settings = { session: "my-aws", startUrl: portalUrl("d-xxxxxxxxxx"), region: "ap-northeast-2" };
  assert.equal(printProfiles(profilesOf(singleAccount.text), settings), guide);
});

test("a person gets profiles for the roles they have, the daily one first", () => {
  assert.deepEqual(
    profilesOf(team.text, "minji@example.com").map(({ name }) => name),
    ["development-dev", "sandbox-dev", "testing-limited"],
  );
  assert.deepEqual(
    profilesOf(team.text, "mary@example.com").map(({ name }) => name),
    ["management-finance-read-only"],
  );
  const sandbox = profilesOf(team.text)
    .map(({ name }) => name)
    .filter((name) => name.startsWith("sandbox-"));
  assert.deepEqual(sandbox, ["sandbox-admin", "sandbox-dev", "sandbox-security-audit", "sandbox-test"]);
});

test("an account that has not been created has no profile in the config", () => {
  const text = printProfiles(profilesOf(team.text), { session: "s", startUrl: "https://x", region: "r" });
  assert.ok(text.includes("[profile management-admin]"));
  assert.ok(!text.includes("[profile sandbox-dev]"));
});

test("short names are made from the permission set's name", () => {
  assert.deepEqual(["FinanceReadOnlyAccess", "AdminAccess", "Access", "Ops"].map(shortName), [
    "finance-read-only",
    "admin",
    "access",
    "ops",
  ]);
});

test("a default that no profile has, and two profiles of one name, are told", () => {
  assert.deepEqual(codesOf(fileWith("profiles: {default: sandbox-develper}")), ["CST0404"]);
  assert.deepEqual(codesOf(fileWith('profiles: {name: "{short}"}')), ["CST0403"]);
});

test("the shell's lines set the daily profile and name the others", () => {
  assert.equal(
    printShellLines(profilesOf(singleAccount.text), "dev"),
    "export AWS_PROFILE=dev\nalias aws-dev='AWS_PROFILE=dev aws'\nalias aws-admin='AWS_PROFILE=admin aws'\n",
  );
});

const block = { session: "my-aws", text: guide };
const merged = (existing: string, one = block): string => {
  const result = mergeProfiles(existing, one);
  return result.kind === "merged" ? result.text : assert.fail(result.diagnostics.map(({ message }) => message).join());
};

test("an empty config becomes the marked block", () => {
  const text = merged("");
  assert.ok(text.startsWith("# castellan begin my-aws: written by `castellan profiles`"));
  assert.ok(text.endsWith(`${guide}# castellan end my-aws\n`));
});

test("a block is replaced in its place and others are left alone", () => {
  const before = "[default]\nregion = eu-west-1\n\n";
  const after = "\n[profile other]\nregion = us-east-1";
  const text = merged(
    `${before}# castellan begin my-aws: old\n[profile dev]\nold = 1\n# castellan end my-aws\n${after}`,
  );
  assert.ok(text.startsWith(`${before}# castellan begin my-aws`) && text.endsWith(`# castellan end my-aws\n${after}`));
  assert.ok(!text.includes("old = 1"));
});

test("two organizations keep their blocks side by side", () => {
  const other = {
    session: "work",
    text: guide
      .replaceAll("my-aws", "work")
      .replace("profile dev", "profile w-dev")
      .replace("profile admin", "profile w-admin"),
  };
  const text = merged(merged(""), other);
  assert.equal(merged(text), text);
  assert.equal(merged(text, other), text);
});

test("every byte outside the block stays, with any line ends, and merging again changes nothing", () => {
  const line = fc.constantFrom(
    "[default]",
    "region = eu-west-1",
    "[profile mine]",
    "  output=json",
    "# note",
    "",
    "aws_x = \u00e9",
    "[sso-session theirs]",
  );
  const file = fc
    .tuple(fc.array(line), fc.constantFrom("\n", "\r\n"), fc.boolean())
    .map(([lines, end, last]) => lines.join(end) + (last && lines.length > 0 ? end : ""));
  fc.assert(
    fc.property(file, file, (before, after) => {
      const once = merged(before);
      assert.ok(once.startsWith(before));
      assert.equal(merged(once), once);
      const tail = after === "" ? "" : `\n${after}`;
      const between = merged(once + tail);
      assert.ok(between.startsWith(before) && between.endsWith(tail));
    }),
  );
});

test("a config with CRLF gets a block with CRLF", () => {
  const text = merged("[default]\r\nregion = x\r\n");
  assert.ok(!/[^\r]\n/.test(text));
});

test("a profile of the same name that is not Castellan's is never shadowed", () => {
  for (const section of ["[profile dev]", '[ profile "dev" ]', "[sso-session my-aws]"]) {
    const result = mergeProfiles(`[default]\n${section}\nregion = x\n`, { ...block, file: "config" });
    assert.ok(result.kind === "refused", section);
    assert.deepEqual(
      result.diagnostics.map(({ code, span }) => [code, span?.file, span?.start.line]),
      [["CST0401", "config", 2]],
    );
  }
});

test("a torn block is told and not guessed at", () => {
  for (const text of [
    "# castellan begin my-aws\n[profile dev]\n",
    "# castellan end my-aws\n",
    "# castellan end my-aws\n# castellan begin my-aws\n",
    "# castellan begin my-aws\n# castellan begin my-aws\n# castellan end my-aws\n",
  ]) {
    const result = mergeProfiles(text, block);
    assert.ok(result.kind === "refused" && result.diagnostics[0]?.code === "CST0402", text);
  }
});
