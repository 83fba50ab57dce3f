import assert from "node:assert/strict";
import { test } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { STS } from "@aws-sdk/client-sts";
import { allow, policyText, refused } from "../testing/iam-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";
import { roleArn, testRoles, theAccount, trusting } from "../testing/roles-for-tests.ts";

const user = (name: string) => ({ AWS: `arn:aws:iam::${testAccount}:user/${name}` });

test("a session is given with its credentials, its name and its end", async (t) => {
  const { createUser, createRole, call, iam } = await testRoles(t);
  const ana = await createUser("ana", []);
  await createRole("Reader", trusting(user("ana")));
  const before = Date.now();
  const answer = await call(ana, "Reader", { RoleSessionName: "morning", DurationSeconds: 900 });
  const { Role: role } = await iam.getRole({ RoleName: "Reader" });
  const { Credentials: given, AssumedRoleUser, PackedPolicySize, SourceIdentity } = answer;
  const Arn = `arn:aws:sts::${testAccount}:assumed-role/Reader/morning`;
  assert.deepEqual(AssumedRoleUser, { AssumedRoleId: `${role?.RoleId}:morning`, Arn });
  assert.deepEqual([PackedPolicySize, SourceIdentity], [undefined, undefined]);
  assert.match(given?.AccessKeyId ?? "", /^ASIA[A-Z2-7]{16}$/);
  const seconds = ((given?.Expiration?.getTime() ?? 0) - before) / 1000;
  assert.ok(seconds > 898 && seconds < 960, String(seconds));
});

test("a user whom the trust policy names needs nothing else, one whose account it names needs permission", async (t) => {
  const { createUser, createRole, call } = await testRoles(t);
  const [plain, allowed] = [await createUser("plain", []), await createUser("allowed", [allow("sts:AssumeRole")])];
  await createRole("Named", trusting(user("plain")));
  await createRole("Account", trusting(theAccount));
  await call(plain, "Named");
  await refused(call(plain, "Account"), "AccessDenied", /identity-based policy allows the sts:AssumeRole action$/, 403);
  await call(allowed, "Account");
  await refused(call(allowed, "Named"), "AccessDenied", /resource-based policy allows the sts:AssumeRole action$/);
});

test("a role that is not there is answered like one that trusts nobody", async (t) => {
  const { createUser, createRole, call } = await testRoles(t);
  const ana = await createUser("ana", [allow("*")]);
  await createRole("Closed", trusting(user("ana"), "sts:TagSession"));
  await createRole("Foreign", trusting({ Service: "ec2.amazonaws.com" }));
  const words = (role: string) =>
    `User: ${user("ana").AWS} is not authorized to perform: sts:AssumeRole on resource: ${roleArn(role)} ` +
    "because no resource-based policy allows the sts:AssumeRole action";
  await refused(call(ana, "Nonesuch"), "AccessDenied", words("Nonesuch"), 403);
  await refused(call(ana, "Foreign"), "AccessDenied", words("Foreign"), 403);
  const elsewhere = call(ana, "x", { RoleArn: roleArn("Closed", "999988887777") });
  await refused(elsewhere, "AccessDenied", /not authorized to perform: sts:AssumeRole/, 403);
  await refused(
    call(ana, "x", { RoleArn: "arn:aws:iam::111122223333:user/ana" }),
    "ValidationError",
    /is invalid$/,
    400,
  );
});

test("root users assume no roles", async (t) => {
  const { createRole, clients } = await testRoles(t);
  await createRole("Open", trusting(theAccount));
  const assumed = clients(STS).assumeRole({ RoleArn: roleArn("Open"), RoleSessionName: "root" });
  await refused(assumed, "AccessDenied", "Roles may not be assumed by root accounts.", 403);
});

test("across accounts both sides have to allow", async (t) => {
  const { createUser, createAccount, call, clients } = await testRoles(t);
  const member = await createAccount("member");
  const [ana, bob] = [await createUser("ana", [allow("sts:AssumeRole")]), await createUser("bob", [])];
  const RoleArn = roleArn("OrganizationAccountAccessRole", member);
  const { AssumedRoleUser } = await call(ana, "x", { RoleArn });
  assert.equal(AssumedRoleUser?.Arn, `arn:aws:sts::${member}:assumed-role/OrganizationAccountAccessRole/session`);
  await refused(call(bob, "x", { RoleArn }), "AccessDenied", /identity-based policy/);
  const AssumeRolePolicyDocument = policyText(trusting(user("bob")));
  await clients(IAM, { accountId: member }).createRole({ RoleName: "ForBob", AssumeRolePolicyDocument });
  const named = call(bob, "x", { RoleArn: roleArn("ForBob", member) });
  await refused(named, "AccessDenied", /identity-based policy/);
});

test("the roles of a closed account cannot be assumed", async (t) => {
  const { createUser, createAccount, call, organizations, plane } = await testRoles(t);
  const member = await createAccount("member");
  const ana = await createUser("ana", [allow("sts:AssumeRole")]);
  await organizations.closeAccount({ AccountId: member });
  await plane.idle();
  await refused(
    call(ana, "x", { RoleArn: roleArn("OrganizationAccountAccessRole", member) }),
    "AccessDenied",
    /AssumeRole/,
  );
});

test("conditions of the trust policy see external id, session name and organization", async (t) => {
  const { createUser, createRole, call, organizations } = await testRoles(t);
  const ana = await createUser("ana", []);
  const { Organization: organization } = await organizations.describeOrganization({});
  const given = (Condition: object) => ({ ...trusting(user("ana")), Condition });
  await createRole("External", given({ StringEquals: { "sts:ExternalId": "secret-7" } }));
  await refused(call(ana, "External"), "AccessDenied", /AssumeRole/);
  await refused(call(ana, "External", { ExternalId: "wrong" }), "AccessDenied", /AssumeRole/);
  await call(ana, "External", { ExternalId: "secret-7" });
  await createRole("Own", given({ StringEquals: { "sts:RoleSessionName": "${aws:username}" } }));
  await refused(call(ana, "Own"), "AccessDenied", /AssumeRole/);
  await call(ana, "Own", { RoleSessionName: "ana" });
  await createRole(
    "Ours",
    given({ StringEquals: { "aws:PrincipalOrgID": organization?.Id, "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }),
  );
  await call(ana, "Ours");
});

test("a session is not longer than the role allows, nor than an hour in a chain", async (t) => {
  const { createUser, createRole, call, session } = await testRoles(t);
  const ana = await createUser("ana", []);
  await createRole("Short", trusting(user("ana")));
  await createRole("Long", trusting(theAccount), [], 7200);
  await createRole("Start", trusting(user("ana")), [allow("sts:AssumeRole")]);
  const tooLong = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
  await refused(call(ana, "Short", { DurationSeconds: 3601 }), "ValidationError", tooLong, 400);
  const start = await session(ana, "Start");
  await call(start, "Long", { DurationSeconds: 3600 });
  const chained = "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";
  await refused(call(start, "Long", { DurationSeconds: 3601 }), "ValidationError", chained, 400);
});

test("a role that Identity Center made is assumed through the portal only", async (t) => {
  const { createUser, clients, call } = await testRoles(t);
  const ana = await createUser("ana", [allow("*")]);
  const { Roles: roles = [] } = await clients(IAM).listRoles({ PathPrefix: "/aws-reserved/" });
  assert.equal(roles.length, 1);
  await refused(call(ana, "x", { RoleArn: roles[0]?.Arn }), "AccessDenied", /AssumeRole/);
});

test("MFA codes are refused, there being no devices", async (t) => {
  const { createUser, createRole, call } = await testRoles(t);
  const ana = await createUser("ana", []);
  await createRole("Reader", trusting(user("ana")));
  const code = { SerialNumber: `arn:aws:iam::${testAccount}:mfa/ana`, TokenCode: "123456" };
  await refused(call(ana, "Reader", code), "AccessDenied", /^MultiFactorAuthentication failed/);
});

test("giving credentials out is journalled without the credentials", async (t) => {
  const { createUser, createRole, session, plane } = await testRoles(t);
  const ana = await createUser("ana", []);
  await createRole("Reader", trusting(user("ana")));
  const before = plane.core.ledger.revision;
  const { sessionToken, secretAccessKey } = await session(ana, "Reader");
  assert.equal(plane.core.ledger.revision, before + 1);
  const dump = JSON.stringify(plane.core.ledger.store.dump());
  assert.ok(!dump.includes(sessionToken ?? "") && !dump.includes(secretAccessKey));
});
