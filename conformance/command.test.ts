import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { castellan, castellanCommand, emptyFolder } from "./support/command.ts";

const folders: (() => void)[] = [];
after(() => folders.forEach((remove) => remove()));
const newFolder = (): string => {
  const { path, remove } = emptyFolder();
  folders.push(remove);
  return path;
};

/** An example of the file format with everything that is needed, to be broken on purpose. */
async function withBlueprint(name: string): Promise<string> {
  const folder = newFolder();
  const ran = await castellan(folder, "init", name);
  assert.equal(ran.exitCode, 0, ran.stderr);
  return folder;
}

describe("castellan", () => {
  it("stops quietly when nobody reads on", () => {
    const reader = `"${process.execPath}" "${castellanCommand}" what-can --help | head -1`;
    const ran = spawnSync("sh", ["-c", reader], { encoding: "utf8" });
    assert.deepEqual([ran.stderr, ran.stdout.split("\n").length], ["", 2]);
  });

  it("prints its help with every command and exits with 0", async () => {
    const ran = await castellan(newFolder(), "--help");
    assert.equal(ran.exitCode, 0);
    for (const name of [
      "init",
      "up",
      "lint",
      "plan",
      "apply",
      "explain",
      "matrix",
      "simulate",
      "verify",
      "profiles",
      "serve",
      "coverage",
      "schema",
      "completion",
    ]) {
      assert.match(ran.stdout, new RegExp(`^  ${name} `, "m"));
    }
  });

  it("tells the nearest command for one it does not know and exits with 3", async () => {
    const ran = await castellan(newFolder(), "plna");
    assert.equal(ran.exitCode, 3);
    assert.match(ran.stderr, /Did you mean plan\?/);
  });

  it("refuses to overwrite a file unless told to", async () => {
    const folder = await withBlueprint("starter");
    const ran = await castellan(folder, "init", "team");
    assert.equal(ran.exitCode, 3);
    assert.match(ran.stderr, /`castellan\.yaml` is already there/);
    assert.equal((await castellan(folder, "init", "team", "--force")).exitCode, 0);
  });
});

describe("castellan lint", () => {
  it("points at an unknown name with file, line, column and a suggestion", async () => {
    const folder = await withBlueprint("team");
    const path = join(folder, "castellan.yaml");
    const text = readFileSync(path, "utf8");
    const at = text.indexOf(": DeveloperAccess", text.indexOf("\naccess:")) + 2;
    writeFileSync(path, `${text.slice(0, at)}DevelopersAccess${text.slice(at + "DeveloperAccess".length)}`);
    const ran = await castellan(folder, "lint");
    assert.equal(ran.exitCode, 3);
    const line = text.slice(0, at).split("\n").length;
    const column = at - text.lastIndexOf("\n", at);
    assert.match(ran.stdout, /error\[CST\d{4}\]: .*`DevelopersAccess`/);
    assert.ok(ran.stdout.includes(`--> castellan.yaml:${line}:${column}`), ran.stdout);
    assert.match(ran.stdout, /\^{16}/);
    assert.match(ran.stdout, /help: .*`DeveloperAccess`/);
  });

  it("answers hostile text with a diagnostic", async () => {
    const folder = newFolder();
    for (const text of [
      "\u0000\u0001\u0002",
      "a: *b\n",
      "__proto__: {x: 1}\n",
      "castellan: 1\n".repeat(3),
      "[".repeat(5000),
      "",
    ]) {
      writeFileSync(join(folder, "castellan.yaml"), text);
      const ran = await castellan(folder, "lint", "--json");
      assert.equal(ran.exitCode, 3, JSON.stringify(text.slice(0, 20)) + ran.stderr);
      const { diagnostics } = JSON.parse(ran.stdout) as { diagnostics: readonly { code: string }[] };
      assert.ok(diagnostics.length > 0);
    }
  });
});

describe("castellan up --once", () => {
  it("makes the built-in team true on a plane, says so, and finds nothing to do the second time", async () => {
    const folder = newFolder();
    const first = await castellan(folder, "up", "--once", "--json", "--port", "0");
    assert.equal(first.exitCode, 0, first.stderr);
    const document = JSON.parse(first.stdout) as {
      format: string;
      file: string;
      steps: number;
      kept: boolean;
      promises: readonly { verdict: string; checked: number; role?: string }[];
      oneTimePasswords: readonly { userName: string; password: string }[];
    };
    assert.equal(document.format, "castellan.up/1");
    assert.equal(document.file, "blueprint team");
    assert.match(first.stderr, /using the built-in blueprint `team`/);
    assert.ok(document.steps > 50);
    assert.ok(document.kept && document.promises.every(({ verdict }) => verdict === "proved"));
    // A claim of a role may be about accounts where nobody has it; what the file itself promises is about somebody.
    assert.ok(document.promises.every(({ checked, role }) => checked > 0 || role !== undefined));
    assert.ok(document.oneTimePasswords.length > 3);
    const second = JSON.parse(
      (await castellan(folder, "up", "--once", "--json", "--port", "0")).stdout,
    ) as typeof document;
    assert.equal(second.steps, 0);
    assert.deepEqual(second.oneTimePasswords, []);
    const kept =
      readFileSync(join(folder, ".castellan", "journal.db"), "latin1") +
      readFileSync(join(folder, ".castellan", "apply.jsonl"), "utf8");
    for (const { password } of document.oneTimePasswords)
      assert.ok(!kept.includes(password), "a password is in a file");
  });

  it("applies nothing when the file breaks its own promise, and shows who gets through", async () => {
    const folder = await withBlueprint("team");
    const path = join(folder, "castellan.yaml");
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(/(\bDeveloperAccess: +)\{role: developer\}/, "$1{use: PowerUserAccess}"),
    );
    const ran = await castellan(folder, "up", "--once", "--port", "0");
    assert.equal(ran.exitCode, 1, ran.stdout + ran.stderr);
    assert.match(ran.stderr, /BROKEN/);
    assert.match(ran.stderr, /as +\S+@example\.com/);
    const plan = await castellan(folder, "plan", "--detailed-exitcode");
    assert.equal(plan.exitCode, 2, "something was applied");
  });
});

describe("castellan plan, apply, verify and profiles on the folder's plane", () => {
  it("go from pending changes to none, by the same steps as up", async () => {
    const folder = await withBlueprint("single-account");
    const pending = await castellan(folder, "plan", "--detailed-exitcode");
    assert.equal(pending.exitCode, 2, pending.stderr);
    assert.ok(!existsSync(join(folder, ".castellan")), "plan has made a plane");
    assert.equal((await castellan(folder, "verify", "--target", "plane")).exitCode, 5);
    const unconfirmed = await castellan(folder, "apply");
    assert.equal(unconfirmed.exitCode, 3);
    assert.match(unconfirmed.stderr, /add --yes/);
    const applied = await castellan(folder, "apply", "--yes");
    assert.equal(applied.exitCode, 0, applied.stderr);
    assert.match(applied.stdout, /one-time password/);
    assert.equal((await castellan(folder, "plan", "--detailed-exitcode")).exitCode, 0);
    const verified = await castellan(folder, "verify", "--target", "plane");
    assert.equal(verified.exitCode, 0, verified.stdout);
    assert.match(verified.stdout, /proved over all requests/);
  });

  it("write the guide's config, in a block of their own", async () => {
    const folder = await withBlueprint("single-account");
    await castellan(folder, "apply", "--yes");
    const config = join(folder, "config");
    writeFileSync(config, "[profile mine]\nregion = eu-west-1");
    const dry = await castellan(folder, "profiles", "--config", config);
    assert.equal(dry.exitCode, 3);
    assert.match(dry.stderr, /\+\[profile dev\]/);
    assert.ok(!readFileSync(config, "utf8").includes("dev"));
    const ran = await castellan(folder, "profiles", "--config", config, "--yes");
    assert.equal(ran.exitCode, 0, ran.stderr);
    const text = readFileSync(config, "utf8");
    assert.ok(text.startsWith("[profile mine]\nregion = eu-west-1"));
    assert.match(
      text,
      /\[sso-session my-aws\]\nsso_start_url = https:\/\/d-[0-9a-f]{10}\.awsapps\.com\/start\nsso_region = \S+\nsso_registration_scopes = sso:account:access\n/,
    );
    assert.match(
      text,
      /\[profile dev\]\nsso_session = my-aws\nsso_account_id = \d{12}\nsso_role_name = DeveloperAccess\nregion = \S+\noutput = json\n/,
    );
    assert.match(
      text,
      /\[profile admin\]\nsso_session = my-aws\nsso_account_id = \d{12}\nsso_role_name = AdminAccess\n/,
    );
    assert.match(
      (await castellan(folder, "profiles", "--config", config, "--yes")).stderr,
      /has these profiles already/,
    );
    assert.ok(existsSync(config));
  });
});

describe("castellan explain and matrix", () => {
  it("say why a developer may not manage IAM, on every route", async () => {
    const folder = await withBlueprint("team");
    const ran = await castellan(folder, "explain", "developer", "iam:CreateUser");
    assert.equal(ran.exitCode, 0, ran.stderr);
    assert.match(ran.stdout, /^NO /);
    assert.match(ran.stdout, /Route 1 .*castellan\.yaml:\d+:\d+/);
    assert.equal((await castellan(folder, "explain", "nobody@example.com", "iam:CreateUser")).exitCode, 3);
    assert.equal((await castellan(folder, "explain", "developer", "CreateUser")).exitCode, 3);
  });

  it("show accounts by groups, as text, Markdown and JSON", async () => {
    const folder = await withBlueprint("multi-account");
    assert.match((await castellan(folder, "matrix")).stdout, /AWS-Operators +OperatorAccess/);
    assert.match((await castellan(folder, "matrix", "--markdown")).stdout, /^\| account \|/);
    assert.equal(
      (JSON.parse((await castellan(folder, "matrix", "--json")).stdout) as { format: string }).format,
      "castellan.matrix/1",
    );
  });
});

describe("castellan schema, coverage and completion", () => {
  it("answer on stdout", async () => {
    const folder = newFolder();
    assert.match((JSON.parse((await castellan(folder, "schema")).stdout) as { $schema: string }).$schema, /draft-07/);
    assert.match((await castellan(folder, "coverage")).stdout, /operations are built/);
    assert.match((await castellan(folder, "coverage", "iam")).stdout, /^built +CreateUser$/m);
    for (const shell of ["bash", "zsh", "fish"])
      assert.match((await castellan(folder, "completion", shell)).stdout, /profiles/);
    assert.equal((await castellan(folder, "completion", "csh")).exitCode, 3);
  });
});
