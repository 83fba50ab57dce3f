import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { STS } from "@aws-sdk/client-sts";
import { allow, policyText, refused } from "../testing/iam-for-tests.ts";
import { type TestCredentials, testOrganization } from "../testing/organization-for-tests.ts";
import { testAccount } from "../testing/plane-for-tests.ts";

const denyUsers = { Effect: "Deny", Action: "iam:CreateUser", Resource: "*" };

/** A member account in a unit of a unit, and its administrator's session, while service control policies are on. */
async function memberWithAdministrator(context: TestContext) {
  const organization = await testOrganization(context);
  await organization.enable();
  const outer = await organization.createUnit("outer");
  const inner = await organization.createUnit("inner", outer);
  const member = await organization.createAccount("member");
  const move = { AccountId: member, SourceParentId: organization.rootId, DestinationParentId: inner };
  await organization.organizations.moveAccount(move);
  const user = await organization.createUser("lead", [allow("*")]);
  const administrator = await organization.assume(user, `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`);
  const createUser = (credentials: TestCredentials, name: string) =>
    organization.clients(IAM, { credentials }).createUser({ UserName: name });
  return { ...organization, outer, inner, member, user, administrator, createUser };
}

test("a deny on a unit binds the administrator of a member account below it and nobody in the management account", async (t) => {
  const { organizations, createPolicy, createUser, administrator, user, outer } = await memberWithAdministrator(t);
  await createUser(administrator, "before");
  const PolicyId = await createPolicy("no-users", denyUsers);
  await organizations.attachPolicy({ PolicyId, TargetId: outer });
  await refused(createUser(administrator, "after"), "AccessDenied", /explicit deny in a service control policy$/, 403);
  await createUser(user, "in-management");
});

test("a deny on the root binds member accounts only", async (t) => {
  const { organizations, rootId, createPolicy, createUser, administrator, user } = await memberWithAdministrator(t);
  const PolicyId = await createPolicy("no-users", denyUsers);
  await organizations.attachPolicy({ PolicyId, TargetId: rootId });
  await refused(createUser(administrator, "after"), "AccessDenied", /explicit deny/);
  await createUser(user, "in-management");
});

test("every level has to allow: a unit without full access lets nothing more through", async (t) => {
  const { organizations, createPolicy, createUser, administrator, inner, member } = await memberWithAdministrator(t);
  const PolicyId = await createPolicy("reading", { Effect: "Allow", Action: "iam:List*", Resource: "*" });
  await organizations.attachPolicy({ PolicyId, TargetId: inner });
  await createUser(administrator, "both-attached");
  await organizations.detachPolicy({ PolicyId: "p-FullAWSAccess", TargetId: inner });
  await refused(createUser(administrator, "one-attached"), "AccessDenied", /because no service control policy allows/);
  await organizations.attachPolicy({ PolicyId, TargetId: member });
  await refused(createUser(administrator, "below"), "AccessDenied", /because no service control policy allows/);
});

test("the root user of a member account is bound, and moving the account away sets it free", async (t) => {
  const { organizations, clients, rootId, inner, member, createPolicy } = await memberWithAdministrator(t);
  const PolicyId = await createPolicy("no-users", denyUsers);
  await organizations.attachPolicy({ PolicyId, TargetId: inner });
  const iam = clients(IAM, { accountId: member });
  await refused(iam.createUser({ UserName: "by-root" }), "AccessDenied", /service control policy/);
  await organizations.moveAccount({ AccountId: member, SourceParentId: inner, DestinationParentId: rootId });
  await iam.createUser({ UserName: "by-root" });
});

test("updating an attached policy and switching the type off take effect at once", async (t) => {
  const setting = await memberWithAdministrator(t);
  const { organizations, plane, rootId, outer, createPolicy, createUser, administrator } = setting;
  const PolicyId = await createPolicy("no-users", denyUsers);
  await organizations.attachPolicy({ PolicyId, TargetId: outer });
  await organizations.updatePolicy({ PolicyId, Content: policyText({ ...denyUsers, Action: "iam:DeleteUser" }) });
  await createUser(administrator, "one");
  const deleteUser = () => setting.clients(IAM, { credentials: administrator }).deleteUser({ UserName: "one" });
  await refused(deleteUser(), "AccessDenied", /service control policy/);
  await organizations.disablePolicyType({ RootId: rootId, PolicyType: "SERVICE_CONTROL_POLICY" });
  await plane.idle();
  await deleteUser();
});

test("a resource control policy binds who assumes roles of a member account", async (t) => {
  const { organizations, clients, enable, member, user } = await memberWithAdministrator(t);
  await enable("RESOURCE_CONTROL_POLICY");
  const statement = { Effect: "Deny", Principal: "*", Action: "sts:AssumeRole", Resource: "*" };
  const { Policy: policy } = await organizations.createPolicy({
    Name: "nobody",
    Description: "",
    Type: "RESOURCE_CONTROL_POLICY",
    Content: policyText(statement),
  });
  await organizations.attachPolicy({ PolicyId: policy?.PolicySummary?.Id ?? "", TargetId: member });
  const sts = clients(STS, { credentials: user });
  const request = { RoleArn: `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`, RoleSessionName: "session" };
  await refused(sts.assumeRole(request), "AccessDenied", /explicit deny in a resource control policy$/);
  assert.equal((await sts.getCallerIdentity({})).Account, testAccount);
});
