import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { allow, refused } from "../testing/iam-for-tests.ts";
import { testRoles, theAccount, trusting } from "../testing/roles-for-tests.ts";

const team = (Value: string, Key = "team") => [{ Key, Value }];

/** Statements for which team the session is of: `core` may list users. */
const coreLists = { ...allow("iam:ListUsers"), Condition: { StringEquals: { "aws:PrincipalTag/team": "core" } } };
const sessionActions = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"];

/** A role whose sessions may be tagged, one after it in a chain, and a user who may assume the first. */
async function taggedRoles(context: TestContext) {
  const roles = await testRoles(context);
  const ana = await roles.createUser("ana", [allow(...sessionActions)]);
  const trust = trusting(theAccount, "sts:TagSession", "sts:SetSourceIdentity");
  await roles.createRole("First", trust, [allow(...sessionActions), coreLists]);
  await roles.createRole("Second", trust, [coreLists]);
  const mayList = async (credentials: Awaited<ReturnType<typeof roles.session>>) =>
    roles
      .clients(IAM, { credentials })
      .listUsers({})
      .then(
        () => true,
        () => false,
      );
  return { ...roles, ana, mayList };
}

test("tags of the session are tags of the principal and win over the role's, whatever the letter case", async (t) => {
  const { ana, session, mayList, iam } = await taggedRoles(t);
  assert.equal(await mayList(await session(ana, "First")), false);
  assert.equal(await mayList(await session(ana, "First", { Tags: team("core") })), true);
  await iam.tagRole({ RoleName: "First", Tags: team("core", "Team") });
  assert.equal(await mayList(await session(ana, "First")), true);
  assert.equal(await mayList(await session(ana, "First", { Tags: team("web") })), false);
});

test("passing tags needs permission to tag the session on both sides", async (t) => {
  const { createUser, createRole, call, ana } = await taggedRoles(t);
  const assumer = await createUser("assumer", [allow("sts:AssumeRole")]);
  await call(assumer, "First");
  await refused(call(assumer, "First", { Tags: team("core") }), "AccessDenied", /to perform: sts:TagSession/);
  await createRole("Untaggable", trusting(theAccount));
  await refused(call(ana, "Untaggable", { Tags: team("core") }), "AccessDenied", /to perform: sts:TagSession/);
});

test("the trust policy sees the tags and the transitive keys of the request", async (t) => {
  const { ana, call, createRole } = await taggedRoles(t);
  const Condition = {
    StringEquals: { "aws:RequestTag/team": "core" },
    "ForAllValues:StringEquals": { "aws:TagKeys": ["team"], "sts:TransitiveTagKeys": ["team"] },
  };
  await createRole("Core", { ...trusting(theAccount, "sts:TagSession"), Condition });
  await call(ana, "Core", { Tags: team("core"), TransitiveTagKeys: ["team"] });
  await refused(call(ana, "Core", { Tags: team("web") }), "AccessDenied", /AssumeRole/);
  const more = [...team("core"), ...team("x", "other")];
  await refused(call(ana, "Core", { Tags: more }), "AccessDenied", /AssumeRole/);
});

test("transitive tags go down the chain, others do not", async (t) => {
  const { ana, session, call, mayList } = await taggedRoles(t);
  const plain = await session(ana, "First", { Tags: team("core") });
  assert.equal(await mayList(await session(plain, "Second")), false);
  const transitive = await session(ana, "First", { Tags: team("core"), TransitiveTagKeys: ["team"] });
  assert.equal(await mayList(await session(transitive, "Second")), true);
  const overriding = call(transitive, "Second", { Tags: team("web", "TEAM") });
  await refused(
    overriding,
    "InvalidParameterValue",
    /conflicts with a transitive tag key from the calling session/,
    400,
  );
});

test("inherited tags need permission to tag as well", async (t) => {
  const { ana, session, call, createRole } = await taggedRoles(t);
  await createRole("Untaggable", trusting(theAccount));
  const transitive = await session(ana, "First", { Tags: team("core"), TransitiveTagKeys: ["team"] });
  await refused(call(transitive, "Untaggable"), "AccessDenied", /sts:TagSession/);
});

test("tag keys are given once, and transitive ones with their tags", async (t) => {
  const { ana, call } = await taggedRoles(t);
  const twice = call(ana, "First", { Tags: [...team("a"), ...team("b", "TEAM")] });
  await refused(
    twice,
    "InvalidParameterValue",
    "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    400,
  );
  const missing = call(ana, "First", { Tags: team("a"), TransitiveTagKeys: ["other"] });
  await refused(
    missing,
    "InvalidParameterValue",
    "The specified transitive tag key must be included in the requested tags.",
  );
});

test("tags fill the space AWS says they fill", async (t) => {
  const { ana, call } = await taggedRoles(t);
  const nine = Array.from({ length: 9 }, (_, n) => ({ Key: `T${n + 1}`, Value: "a".repeat(250) }));
  const words = "Packed size of session tags consumes 498% of allotted space.";
  await refused(call(ana, "First", { Tags: nine }), "PackedPolicyTooLarge", words, 400);
  const { PackedPolicySize: size } = await call(ana, "First", { Tags: team("core") });
  assert.equal(size, 3);
});

test("a source identity is said once and stays through the chain", async (t) => {
  const { ana, session, call } = await taggedRoles(t);
  const named = await session(ana, "First", { SourceIdentity: "ana@example.com" });
  assert.equal((await call(named, "Second")).SourceIdentity, "ana@example.com");
  assert.equal((await call(named, "Second", { SourceIdentity: "ana@example.com" })).SourceIdentity, "ana@example.com");
  await refused(call(named, "Second", { SourceIdentity: "bob@example.com" }), "AccessDenied", /cannot be changed/);
});

test("a source identity needs permission to be set, in every role of the chain", async (t) => {
  const { ana, session, call, createRole, createUser } = await taggedRoles(t);
  const assumer = await createUser("assumer", [allow("sts:AssumeRole")]);
  const SourceIdentity = "ana@example.com";
  await refused(call(assumer, "First", { SourceIdentity }), "AccessDenied", /to perform: sts:SetSourceIdentity/);
  await createRole("Plain", trusting(theAccount));
  const named = await session(ana, "First", { SourceIdentity });
  await refused(call(named, "Plain"), "AccessDenied", /to perform: sts:SetSourceIdentity/);
});
