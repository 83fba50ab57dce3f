import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { castellan, emptyFolder } from "./support/command.ts";

const { path: folder, remove } = emptyFolder();
after(remove);
before(async () => {
  const ran = await castellan(folder, "init", "team");
  assert.equal(ran.exitCode, 0, ran.stderr);
});
const json = async (...args: string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await castellan(folder, ...args, "--json")).stdout) as Record<string, unknown>;

describe("castellan can", () => {
  it("is in the help with the other questions", async () => {
    const { stdout } = await castellan(folder, "--help");
    for (const name of ["can", "who-can", "what-can"]) assert.match(stdout, new RegExp(`^  ${name} `, "m"));
  });

  it("says yes or no by word and by exit code", async () => {
    const no = await castellan(folder, "can", "minji@example.com", "iam:CreateUser");
    assert.deepEqual([no.stdout, no.exitCode], ["no\n", 1]);
    const yes = await castellan(folder, "can", "developer", "ec2:RunInstances", "--account", "development");
    assert.deepEqual([yes.stdout, yes.exitCode], ["yes\n", 0]);
    const quiet = await castellan(folder, "can", "developer", "ec2:RunInstances", "-q");
    assert.deepEqual([quiet.stdout, quiet.stderr, quiet.exitCode], ["", "", 0]);
    assert.equal((await json("can", "developer", "ec2:RunInstances"))["format"], "castellan.can/1");
  });

  it("lists with --list, and refuses what it cannot answer", async () => {
    const list = await castellan(folder, "can", "finance", "--list");
    assert.match(list.stdout, /^management: \d+ actions[\s\S]*\n {2}ce:GetCostAndUsage {2}Read$/m);
    assert.equal((await castellan(folder, "can", "finance")).exitCode, 3);
    assert.equal((await castellan(folder, "can", "nobody", "s3:GetObject")).exitCode, 3);
    assert.equal((await castellan(folder, "can", "finance", "GetObject")).exitCode, 3);
    assert.match((await castellan(folder, "can", "finance", "s3:*")).stderr, /`s3:\*` is many actions/);
    assert.equal((await castellan(folder, "can", "finance", "s3:GetObject", "--account", "prod")).exitCode, 3);
    assert.equal((await castellan(folder, "can", "finance", "s3:GetObject", "--context", "x")).exitCode, 3);
  });
});

describe("castellan who-can and what-can", () => {
  it("name everybody with group, set, account and SCP path, over the file and over a target", async () => {
    const ran = await castellan(folder, "who-can", "iam:CreateUser");
    assert.equal(ran.exitCode, 0, ran.stderr);
    assert.match(ran.stdout, /^2 people may call iam:CreateUser on \*$/m);
    assert.match(ran.stdout, /AWS-Admins > AdminAccess > management {3}\(castellan\.yaml:\d+:\d+\)/);
    assert.match(ran.stdout, /SCP path: no service control policies bind it/);
    const role = await castellan(folder, "who-can", "iam:CreateRole");
    assert.match(role.stdout, /SCP path: root \(.*no-iam-users.*\) > Workloads > Production \(.*\) > production/);
    assert.equal((await castellan(folder, "apply", "--yes")).exitCode, 0);
    const [file, plane] = [
      await json("who-can", "iam:CreateUser"),
      await json("who-can", "iam:CreateUser", "--target", "plane"),
    ];
    const names = ({ people }: Record<string, unknown>) => (people as { person: string }[]).map(({ person }) => person);
    assert.deepEqual(names(plane), names(file));
    assert.deepEqual([file["format"], file["over"]], ["castellan.who-can/1", "castellan.yaml"]);
  });

  it("count what somebody may do by account, service and access level", async () => {
    const ran = await castellan(folder, "what-can", "mary@example.com");
    assert.match(ran.stdout, /^management: \d+ actions of \d+ services\n {2}by AWS-Finance > FinanceReadOnlyAccess/);
    assert.match(ran.stdout, /^ {2}ce +List \d+, Read \d+/m);
    assert.equal((await json("what-can", "mary@example.com"))["format"], "castellan.what-can/1");
    assert.equal((await castellan(folder, "what-can", "nobody")).exitCode, 3);
  });
});

describe("castellan explain", () => {
  it("answers three ways, names the key that is left open, and decides when it is given", async () => {
    const ask = ["explain", "sandbox-developer", "ec2:RunInstances", "arn:aws:ec2:ap-northeast-2:*:instance/*"];
    const open = await castellan(folder, ...ask, "--open");
    assert.match(open.stdout, /^DEPENDS .*aws:RequestTag\/Owner/);
    assert.match(open.stdout, /unless Null aws:RequestTag\/Owner = true/);
    const given = ["Owner=minji", "ExpiresOn=2027-01-01"].flatMap((tag) => ["--context", `aws:RequestTag/${tag}`]);
    const closed = await castellan(folder, ...ask, ...given, "--context", "ec2:InstanceType=t3.micro", "--open");
    assert.match(closed.stdout, /^YES .*whatever is left open/, closed.stdout);
  });

  it("tells the smallest change and the promises it would break", async () => {
    const ran = await castellan(folder, "explain", "operator", "s3:PutObject", "--account", "development");
    assert.match(ran.stdout, /Smallest change to a yes: allow s3:PutObject on \* in an identity policy/);
    const billing = await castellan(folder, "explain", "tester", "ce:GetCostAndUsage", "--account", "testing");
    assert.match(billing.stdout, /would break the promise: only admin, emergency, finance may see billing/);
  });
});

describe("castellan simulate", () => {
  const allow = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:Get*", Resource: "*" }] };

  it("decides the same table in CSV and YAML", async () => {
    writeFileSync(join(folder, "allow.json"), JSON.stringify(allow));
    const who = "arn:aws:iam::111111111111:user/minji";
    writeFileSync(
      join(folder, "t.csv"),
      `id,principal,action,resource,expected,policies\nread,${who},s3:GetObject,arn:aws:s3:::x/y,Allowed,allow.json\nwrite,${who},s3:PutObject,arn:aws:s3:::x/y,ImplicitDeny,allow.json\n`,
    );
    const csv = await castellan(folder, "simulate", "--cases", "t.csv");
    assert.equal(csv.exitCode, 0, csv.stderr);
    assert.match(csv.stdout, /^ok +read +Allowed +identity\[0\] statement 1$/m);
    writeFileSync(
      join(folder, "t.yaml"),
      `- {id: read, principal: "${who}", action: "s3:GetObject", expected: ImplicitDeny}\n`,
    );
    const yaml = await castellan(folder, "simulate", "--cases", "t.yaml", "--identity", "allow.json");
    assert.equal(yaml.exitCode, 1, yaml.stderr);
    assert.match(yaml.stdout, /^DIFFERS read +Allowed \(expected ImplicitDeny\)/);
  });

  it("refuses what it cannot read", async () => {
    writeFileSync(join(folder, "bad.csv"), "id,acton\n1,x\n");
    const bad = await castellan(folder, "simulate", "--cases", "bad.csv");
    assert.equal(bad.exitCode, 3);
    assert.match(bad.stderr, /`bad\.csv` cannot be read: column `acton` means nothing/);
    assert.equal((await castellan(folder, "simulate", "--cases", "t.csv", "--identity", "none.json")).exitCode, 3);
  });
});
