import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { allow, policyText, refused } from "../testing/iam-for-tests.ts";
import { type TestCredentials } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";
import { testRoles, theAccount, trusting } from "../testing/roles-for-tests.ts";

const readOnly = { arn: "arn:aws:iam::aws:policy/IAMReadOnlyAccess" };

/** A role that may do everything, and a user who may assume it. */
async function adminRole(context: TestContext) {
  const roles = await testRoles(context);
  const ana = await roles.createUser("ana", [allow("sts:AssumeRole")]);
  await roles.createRole("Admin", trusting(theAccount), [allow("*")]);
  return { ...roles, ana, as: (credentials: TestCredentials) => roles.clients(IAM, { credentials }) };
}

test("an inline session policy limits the session", async (t) => {
  const { ana, session, as } = await adminRole(t);
  const iam = as(await session(ana, "Admin", { Policy: policyText(allow("iam:ListUsers")) }));
  await iam.listUsers({});
  await refused(iam.listRoles({}), "AccessDenied", /because no session policy allows the iam:ListRoles action$/);
});

test("managed session policies limit the session, inline ones add to them", async (t) => {
  const { ana, session, as } = await adminRole(t);
  const reading = as(await session(ana, "Admin", { PolicyArns: [readOnly] }));
  await reading.listRoles({});
  await refused(reading.createUser({ UserName: "x" }), "AccessDenied", /session policy/);
  const both = as(await session(ana, "Admin", { PolicyArns: [readOnly], Policy: policyText(allow("iam:CreateUser")) }));
  await both.createUser({ UserName: "x" });
  await refused(both.deleteUser({ UserName: "x" }), "AccessDenied", /session policy/);
});

test("a session stays limited when its managed session policy is deleted", async (t) => {
  const { ana, session, as, iam } = await adminRole(t);
  const { Policy: policy } = await iam.createPolicy({
    PolicyName: "listing",
    PolicyDocument: policyText(allow("iam:ListUsers")),
  });
  const PolicyArn = policy?.Arn ?? "";
  const limited = as(await session(ana, "Admin", { PolicyArns: [{ arn: PolicyArn }] }));
  await limited.listUsers({});
  await iam.deletePolicy({ PolicyArn });
  await refused(limited.listUsers({}), "AccessDenied", /session policy/);
});

test("session policies are well formed, existing, of the role's account and ten at most", async (t) => {
  const { ana, call } = await adminRole(t);
  await refused(call(ana, "Admin", { Policy: "{" }), "MalformedPolicyDocument", "Syntax errors in policy.", 400);
  const nonesuch = [{ arn: `arn:aws:iam::${testAccount}:policy/nonesuch` }];
  await refused(call(ana, "Admin", { PolicyArns: nonesuch }), "ValidationError", /does not exist/, 400);
  const eleven = Array.from({ length: 11 }, () => readOnly);
  await refused(call(ana, "Admin", { PolicyArns: eleven }), "ValidationError", /less than or equal to 10$/, 400);
});

test("policies take a share of the space that is told, and all of it at most", async (t) => {
  const { ana, call } = await adminRole(t);
  const { PackedPolicySize: small = 0 } = await call(ana, "Admin", { Policy: policyText(allow("iam:ListUsers")) });
  assert.ok(small > 0 && small < 10, String(small));
  const Policy = policyText(...Array.from({ length: 40 }, (_, n) => allow(`iam:ListUsers${n}`)));
  await refused(
    call(ana, "Admin", { Policy }),
    "PackedPolicyTooLarge",
    /^Packed policy consumes \d+% of allotted space/,
    400,
  );
});
